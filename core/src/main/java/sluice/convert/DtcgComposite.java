package sluice.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.resolve.color.GradientText;
import sluice.token.Quantity;
import sluice.token.Token;
import sluice.token.TokenValue;
import sluice.token.dtcg.DtcgType;

/// The value of one token of Tokens Studio or Penpot as DTCG has it, references in parts included.
final class DtcgComposite {
  private static final Set<String> TYPOGRAPHY =
      Set.of("fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight");

  private final Token token;
  private final DtcgNames names;
  private final StudioTypes types;
  private final Losses losses;
  private final boolean hasMultiples;

  /// @param hasMultiples whether a bare line height is a multiple of the font size, as in Penpot,
  ///   and not pixels
  DtcgComposite(
      Token token, DtcgNames names, StudioTypes types, Losses losses, boolean hasMultiples) {
    this.token = token;
    this.names = names;
    this.types = types;
    this.losses = losses;
    this.hasMultiples = hasMultiples;
  }

  /// The value of a type.
  ///
  /// @param written as declared
  /// @param resolved what it comes to
  TokenValue of(DtcgType type, TokenValue written, TokenValue resolved) throws Unsayable {
    return switch (type) {
      case TYPOGRAPHY -> typography(written, resolved);
      case SHADOW -> shadows(written, resolved);
      case BORDER -> border(written, resolved);
      case GRADIENT -> gradient(written, resolved);
      case TRANSITION, CUBIC_BEZIER -> sameShape(written, resolved);
      case COLOR, DIMENSION, FONT_FAMILY, FONT_WEIGHT, DURATION, NUMBER, STROKE_STYLE ->
          simple(type, written, resolved);
    };
  }

  private TokenValue simple(DtcgType type, TokenValue written, TokenValue resolved)
      throws Unsayable {
    TokenValue value = literal(type, token.modifier() == null ? written : null, resolved);
    if (ReferenceText.only(written) == null && ReferenceText.isIn(written)) {
      losses.changed(token, "its expression is written as what it comes to");
    }
    return value;
  }

  /// What DTCG wrote itself: references in braces are the same in both.
  private TokenValue sameShape(TokenValue written, TokenValue resolved) {
    return ReferenceText.only(written) == null ? written : resolved;
  }

  /// A part that is of a token's type: a reference where DTCG allows it there, else a value.
  private TokenValue part(
      DtcgType type, String name, @Nullable TokenValue written, TokenValue resolved)
      throws Unsayable {
    String target = written == null ? null : ReferenceText.only(written);
    if (target != null && types.of(target) == type && names.path(target) != null) {
      return new TokenValue.Text(names.reference(target));
    }
    if (written != null && ReferenceText.isIn(written)) {
      losses.changed(token, "the reference in %s is written as what it comes to".formatted(name));
    }
    try {
      return literal(type, written, resolved);
    } catch (Unsayable e) {
      throw new Unsayable(name + ": " + e.why());
    }
  }

  /// A colour is read as it is written, where that says its space: resolving rounds to eight bits.
  private static TokenValue literal(
      DtcgType type, @Nullable TokenValue written, TokenValue resolved) throws Unsayable {
    TokenValue ofSpace =
        type == DtcgType.COLOR && written instanceof TokenValue.Text(String text)
            ? SpaceText.read(text.strip())
            : null;
    return ofSpace == null ? DtcgLiteral.of(type, resolved) : ofSpace;
  }

  private static @Nullable TokenValue member(@Nullable TokenValue value, String... keys) {
    if (value instanceof TokenValue.Parts(Map<String, TokenValue> parts)) {
      for (String key : keys) {
        TokenValue part = parts.get(key);
        if (part != null && !(part instanceof TokenValue.Nothing)) {
          return part;
        }
      }
    }
    return null;
  }

  private TokenValue needed(TokenValue resolved, String what, String... keys) throws Unsayable {
    TokenValue part = member(resolved, keys);
    if (part == null) {
      throw new Unsayable("%s has no %s, and DTCG needs one".formatted(what, keys[0]));
    }
    return part;
  }

  private TokenValue typography(TokenValue written, TokenValue resolved) throws Unsayable {
    if (!(resolved instanceof TokenValue.Parts(Map<String, TokenValue> all))) {
      throw new Unsayable("it is no object with the parts of a text style");
    }
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    String what = "a text style";
    parts.put(
        "fontFamily",
        part(
            DtcgType.FONT_FAMILY,
            "fontFamily",
            member(written, "fontFamily"),
            needed(resolved, what, "fontFamily")));
    TokenValue size = needed(resolved, what, "fontSize");
    parts.put("fontSize", part(DtcgType.DIMENSION, "fontSize", member(written, "fontSize"), size));
    parts.put(
        "fontWeight",
        part(
            DtcgType.FONT_WEIGHT,
            "fontWeight",
            member(written, "fontWeight"),
            needed(resolved, what, "fontWeight")));
    parts.put("letterSpacing", letterSpacing(written, resolved, size));
    parts.put("lineHeight", lineHeight(written, needed(resolved, what, "lineHeight"), size));
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, TokenValue> part : all.entrySet()) {
      if (!TYPOGRAPHY.contains(part.getKey())) {
        others.add(part.getKey());
      }
    }
    if (!others.isEmpty()) {
      losses.changed(
          token, "a text style of DTCG has no " + String.join(", ", others) + "; left out");
    }
    return new TokenValue.Parts(parts);
  }

  private TokenValue letterSpacing(TokenValue written, TokenValue resolved, TokenValue size)
      throws Unsayable {
    TokenValue spacing = member(resolved, "letterSpacing");
    if (spacing == null) {
      losses.changed(token, "DTCG needs a letterSpacing; 0px is written");
      return DtcgLiteral.dimension(new TokenValue.Num(0));
    }
    Quantity share = Quantity.of(spacing);
    Quantity font = Quantity.of(size);
    if (share == null || !share.unit().equals("%") || font == null) {
      return part(DtcgType.DIMENSION, "letterSpacing", member(written, "letterSpacing"), spacing);
    }
    losses.changed(token, "its letterSpacing of %s is written as a length".formatted(share.text()));
    return DtcgLiteral.dimension(
        new TokenValue.Text(
            new Quantity(DtcgLiteral.hundredth(share.number() * font.number()), font.unit())
                .text()));
  }

  private TokenValue lineHeight(TokenValue written, TokenValue resolved, TokenValue size)
      throws Unsayable {
    TokenValue source = member(written, "lineHeight");
    String target = source == null ? null : ReferenceText.only(source);
    if (target == null && source instanceof TokenValue.Text(String text)) {
      String before =
          text.endsWith(StudioLiteral.AS_PERCENT)
              ? text.substring(0, text.length() - StudioLiteral.AS_PERCENT.length())
              : "";
      target = ReferenceText.only(new TokenValue.Text(before));
    } else if (target != null && !isPercent(resolved)) {
      // A bare number is of pixels here and a multiple there.
      target = null;
    }
    if (target != null && types.of(target) == DtcgType.NUMBER && names.path(target) != null) {
      return new TokenValue.Text(names.reference(target));
    }
    if (source != null && ReferenceText.isIn(source)) {
      losses.changed(token, "the reference in lineHeight is written as what it comes to");
    }
    if (hasMultiples && resolved instanceof TokenValue.Num) {
      return resolved;
    }
    try {
      return DtcgLiteral.multiple(resolved, size);
    } catch (Unsayable e) {
      throw new Unsayable("lineHeight: " + e.why());
    }
  }

  private static boolean isPercent(TokenValue value) {
    Quantity quantity = Quantity.of(value);
    return quantity != null && quantity.unit().equals("%");
  }

  private static List<TokenValue> items(@Nullable TokenValue value) {
    return value instanceof TokenValue.Many(List<TokenValue> items)
        ? items
        : value == null ? List.of() : List.of(value);
  }

  private TokenValue shadows(TokenValue written, TokenValue resolved) throws Unsayable {
    List<TokenValue> layers = items(resolved);
    List<TokenValue> sources = items(written);
    List<TokenValue> shadows = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      TokenValue source = sources.size() == layers.size() ? sources.get(i) : null;
      String target = source == null ? null : ReferenceText.only(source);
      boolean isReference =
          target != null
              && written instanceof TokenValue.Many
              && !(layers.get(i) instanceof TokenValue.Many)
              && types.of(target) == DtcgType.SHADOW
              && names.path(target) != null;
      shadows.add(
          isReference
              ? new TokenValue.Text(names.reference(String.valueOf(target)))
              : shadow(source, layers.get(i)));
    }
    if (shadows.isEmpty()) {
      throw new Unsayable("a shadow without layers; DTCG needs at least one");
    }
    return resolved instanceof TokenValue.Many ? new TokenValue.Many(shadows) : shadows.getFirst();
  }

  private TokenValue shadow(@Nullable TokenValue written, TokenValue resolved) throws Unsayable {
    if (!(resolved instanceof TokenValue.Parts)) {
      throw new Unsayable("a layer of the shadow is no object");
    }
    String what = "a shadow";
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    parts.put(
        "color",
        part(DtcgType.COLOR, "color", member(written, "color"), needed(resolved, what, "color")));
    parts.put("offsetX", length("offsetX", written, resolved, "x", "offsetX"));
    parts.put("offsetY", length("offsetY", written, resolved, "y", "offsetY"));
    parts.put("blur", length("blur", written, resolved, "blur"));
    parts.put("spread", length("spread", written, resolved, "spread"));
    TokenValue inset = member(resolved, "inset", "type");
    boolean isInset =
        inset instanceof TokenValue.Bool(boolean flag)
            ? flag
            : inset instanceof TokenValue.Text(String type)
                && Set.of("innerShadow", "inset", "true").contains(type);
    if (isInset) {
      parts.put("inset", new TokenValue.Bool(true));
    }
    TokenValue blend = member(resolved, "blendMode");
    if (blend != null && !blend.equals(new TokenValue.Text("normal"))) {
      losses.changed(token, "a shadow of DTCG has no blendMode; left out");
    }
    return new TokenValue.Parts(parts);
  }

  private TokenValue length(
      String name, @Nullable TokenValue written, TokenValue resolved, String... keys)
      throws Unsayable {
    TokenValue length = member(resolved, keys);
    return part(
        DtcgType.DIMENSION,
        name,
        member(written, keys),
        length == null ? new TokenValue.Num(0) : length);
  }

  private TokenValue border(TokenValue written, TokenValue resolved) throws Unsayable {
    if (!(resolved instanceof TokenValue.Parts)) {
      throw new Unsayable("it is no object with the parts of a border");
    }
    String what = "a border";
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    parts.put(
        "color",
        part(DtcgType.COLOR, "color", member(written, "color"), needed(resolved, what, "color")));
    parts.put(
        "width",
        part(
            DtcgType.DIMENSION,
            "width",
            member(written, "width"),
            needed(resolved, what, "width")));
    TokenValue style = member(resolved, "style");
    if (style == null) {
      losses.changed(token, "DTCG needs a style of the border; solid is written");
      style = new TokenValue.Text("solid");
    }
    parts.put("style", part(DtcgType.STROKE_STYLE, "style", member(written, "style"), style));
    return new TokenValue.Parts(parts);
  }

  /// A gradient along a line; the direction is lost, since DTCG has none.
  private TokenValue gradient(TokenValue written, TokenValue resolved) throws Unsayable {
    if (!(resolved instanceof TokenValue.Text(String text))) {
      return sameShape(written, resolved);
    }
    if (!text.startsWith("linear-gradient(") || GradientText.parse(text) == null) {
      throw new Unsayable("it is \"%s\"; DTCG needs a linear gradient".formatted(text));
    }
    List<GradientStops.Stop> stops = GradientStops.of(text);
    List<GradientStops.Stop> sources =
        written instanceof TokenValue.Text(String source) ? GradientStops.of(source) : List.of();
    List<TokenValue> items = new ArrayList<>();
    for (int i = 0; i < stops.size(); i++) {
      TokenValue source =
          sources.size() == stops.size() ? new TokenValue.Text(sources.get(i).color()) : null;
      items.add(
          DtcgLiteral.parts(
              "color",
              part(DtcgType.COLOR, "color", source, new TokenValue.Text(stops.get(i).color())),
              "position",
              new TokenValue.Num(stops.get(i).position())));
    }
    if (!GradientStops.direction(text).isEmpty()
        && !GradientStops.direction(text).equals(StudioLiteral.DIRECTION)) {
      losses.changed(
          token,
          "the direction %s of the gradient is lost".formatted(GradientStops.direction(text)));
    }
    return new TokenValue.Many(items);
  }
}
