package sluice.token.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.NumberText;
import sluice.token.PenpotTokenType;
import sluice.token.TokenValue;

/// Values as Penpot keeps them: font families as lists, the parts of typography and shadows under
/// one spelling (`convert-dtcg-*` of `common/src/app/common/types/tokens_lib.cljc`).
final class PenpotParts {
  private static final Map<String, String> TYPOGRAPHY =
      Map.ofEntries(
          Map.entry("fontFamilies", "fontFamily"),
          Map.entry("fontFamily", "fontFamily"),
          Map.entry("fontSizes", "fontSize"),
          Map.entry("fontSize", "fontSize"),
          Map.entry("fontWeights", "fontWeight"),
          Map.entry("fontWeight", "fontWeight"),
          Map.entry("letterSpacing", "letterSpacing"),
          Map.entry("lineHeights", "lineHeight"),
          Map.entry("lineHeight", "lineHeight"),
          Map.entry("textCase", "textCase"),
          Map.entry("textDecoration", "textDecoration"));

  private static final Map<String, String> SHADOW =
      Map.of(
          "x", "offsetX",
          "offsetX", "offsetX",
          "y", "offsetY",
          "offsetY", "offsetY",
          "blur", "blur",
          "spread", "spread",
          "color", "color");

  private static final String INSET = "inset";

  private PenpotParts() {}

  /// The value of a token of that type.
  ///
  /// @param isLegacy whether it is written with `value` and `type`; the layers of a legacy list
  ///   lose what they say under `type`
  static TokenValue of(PenpotTokenType type, SourceValue value, boolean isLegacy) {
    return switch (type) {
      case FONT_FAMILY -> families(value);
      case TYPOGRAPHY -> typography(value);
      case SHADOW -> shadow(value, isLegacy);
      case BOOLEAN,
          BORDER_RADIUS,
          COLOR,
          DIMENSIONS,
          FONT_SIZE,
          FONT_WEIGHT,
          LETTER_SPACING,
          NUMBER,
          OPACITY,
          OTHER,
          ROTATION,
          SIZING,
          SPACING,
          STRING,
          STROKE_WIDTH,
          TEXT_CASE,
          TEXT_DECORATION ->
          TokenReader.convert(value);
    };
  }

  /// A text is split at its commas; a family with a comma in its name cannot be written so.
  private static TokenValue families(SourceValue value) {
    if (!(value instanceof SourceValue.Str str)) {
      return TokenReader.convert(value);
    }
    List<TokenValue> families = new ArrayList<>();
    for (String family : str.text().split(",", -1)) {
      String name = NumberText.trim(family);
      if (!name.isEmpty()) {
        families.add(new TokenValue.Text(name));
      }
    }
    return new TokenValue.Many(families);
  }

  private static TokenValue typography(SourceValue value) {
    if (!(value instanceof SourceValue.Obj object)) {
      return TokenReader.convert(value);
    }
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    object
        .members()
        .forEach((key, member) -> {
          String part = TYPOGRAPHY.get(key);
          if (part != null) {
            parts.put(
                part,
                part.equals("fontFamily")
                    ? families(member.value())
                    : TokenReader.convert(member.value()));
          }
        });
    return new TokenValue.Parts(parts);
  }

  private static TokenValue shadow(SourceValue value, boolean isLegacy) {
    return switch (value) {
      case SourceValue.Obj layer -> new TokenValue.Many(List.of(layer(layer, true)));
      case SourceValue.Arr layers -> {
        List<TokenValue> all = new ArrayList<>(layers.items().size());
        for (SourceValue item : layers.items()) {
          all.add(
              item instanceof SourceValue.Obj layer
                  ? layer(layer, !isLegacy)
                  : TokenReader.convert(item));
        }
        yield new TokenValue.Many(all);
      }
      case SourceValue.Str _, SourceValue.Num _, SourceValue.Bool _, SourceValue.Null _ ->
          TokenReader.convert(value);
    };
  }

  private static TokenValue layer(SourceValue.Obj layer, boolean readsType) {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    layer
        .members()
        .forEach((key, member) -> {
          String part = SHADOW.get(key);
          if (part != null) {
            parts.put(part, TokenReader.convert(member.value()));
          }
        });
    parts.put(INSET, new TokenValue.Bool(inset(layer, readsType)));
    return new TokenValue.Parts(parts);
  }

  private static boolean inset(SourceValue.Obj layer, boolean readsType) {
    SourceValue inset = layer.get(INSET);
    if (inset instanceof SourceValue.Bool flag) {
      return flag.value();
    }
    String text = text(inset);
    if ("true".equals(text) || "false".equals(text)) {
      return "true".equals(text);
    }
    return readsType && "innerShadow".equals(text(layer.get("type")));
  }

  private static @Nullable String text(@Nullable SourceValue value) {
    return value instanceof SourceValue.Str str ? str.text() : null;
  }
}
