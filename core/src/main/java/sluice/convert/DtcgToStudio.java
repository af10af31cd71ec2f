package sluice.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.resolve.dtcg.DtcgRemarks;
import sluice.token.NumberText;
import sluice.token.Quantity;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenValue;
import sluice.token.dtcg.DtcgLayer;
import sluice.token.dtcg.DtcgType;

/// A DTCG library as a folder of Tokens Studio: a file for each layer, `$themes.json` and
/// `$metadata.json`.
///
/// Types of groups and what `$extends` takes over are written at each token, since a set of Tokens
/// Studio stands for itself. The type a token came from, where it has one in `$extensions`, is its
/// type again.
final class DtcgToStudio {
  private final TokenLibrary library;
  private final Losses losses = new Losses("Tokens Studio");
  private final FileNames files = new FileNames();
  private long count;

  DtcgToStudio(TokenLibrary library) {
    this.library = library;
  }

  Conversion convert() {
    List<ConvertedFile> written = new ArrayList<>();
    LayerTokens layers = new LayerTokens(library);
    for (DtcgLayer layer : Objects.requireNonNull(library.dtcg()).layers()) {
      LayerTokens.Declared declared = layers.of(layer);
      NameTree tree = new NameTree();
      for (ResolvedToken token : declared.tokens()) {
        TokenValue json = token(token, declared.remarks().get(token.name()));
        if (json != null) {
          tree.put(Arrays.asList(token.name().split("\\.")), json);
          count++;
        }
      }
      if (!tree.isEmpty()) {
        written.add(
            new ConvertedFile(nameOf(layer.set()) + ".json", JsonFile.of(tree.json(Map.of()))));
      }
    }
    written.add(new ConvertedFile("$themes.json", StudioThemes.themes(library, this::nameOf)));
    written.add(new ConvertedFile("$metadata.json", StudioThemes.metadata(library, this::nameOf)));
    return new Conversion(written, count, losses.problems());
  }

  /// The set of a layer; that of a context is named like a path.
  private String nameOf(String layer) {
    return files.of(layer.replace('=', '/'));
  }

  private @Nullable TokenValue token(ResolvedToken resolved, @Nullable DtcgRemarks remarks) {
    Token token = resolved.token();
    DtcgType type = token.type() == null ? null : DtcgType.of(token.type());
    String target = ReferenceText.only(token.value());
    if (type == null || (resolved.failed() && target == null)) {
      Problem problem = resolved.problem();
      losses.leftOut(token, "it has no value" + (problem == null ? "" : ": " + problem.what()));
      return null;
    }
    String original = original(remarks);
    TokenValue value =
        target == null
            ? new StudioLiteral(token, losses).of(type, written(resolved), resolved.value())
            : new TokenValue.Text("{" + target + "}");
    Map<String, TokenValue> members = new LinkedHashMap<>();
    members.put("$type", new TokenValue.Text(studioType(type, original)));
    members.put("$value", target == null ? asOriginal(original, value) : value);
    if (token.description() != null) {
      members.put("$description", new TokenValue.Text(token.description()));
    }
    extensions(token, remarks, members);
    return new TokenValue.Parts(members);
  }

  /// What is declared, unless it is a pointer into a value, of which nothing can be kept.
  private @Nullable TokenValue written(ResolvedToken resolved) {
    TokenValue written = resolved.token().value();
    if (written instanceof TokenValue.Parts(Map<String, TokenValue> parts)
        && parts.containsKey("$ref")) {
      losses.changed(
          resolved.token(), "a reference to a part of a value is written as what it comes to");
      return null;
    }
    return written;
  }

  private void extensions(
      Token token, @Nullable DtcgRemarks remarks, Map<String, TokenValue> members) {
    if (remarks == null) {
      return;
    }
    if (remarks.deprecated() != null && !remarks.deprecated().equals(new TokenValue.Bool(false))) {
      losses.changed(token, "Tokens Studio has no $deprecated; left out");
    }
    if (remarks.extensions() instanceof TokenValue.Parts(Map<String, TokenValue> parts)) {
      Map<String, TokenValue> kept = new LinkedHashMap<>(parts);
      kept.remove(StudioToDtcg.NAMESPACE);
      if (!kept.isEmpty()) {
        members.put("$extensions", new TokenValue.Parts(kept));
      }
    }
  }

  /// The type the token had in Tokens Studio, or null.
  private static @Nullable String original(@Nullable DtcgRemarks remarks) {
    return remarks != null
            && remarks.extensions() instanceof TokenValue.Parts(Map<String, TokenValue> parts)
            && parts.get(StudioToDtcg.NAMESPACE)
                instanceof TokenValue.Parts(Map<String, TokenValue> own)
            && own.get(StudioToDtcg.ORIGINAL_TYPE) instanceof TokenValue.Text(String type)
        ? type
        : null;
  }

  private static String studioType(DtcgType type, @Nullable String original) {
    if (original != null) {
      return original;
    }
    return switch (type) {
      case FONT_FAMILY -> "fontFamilies";
      case FONT_WEIGHT -> "fontWeights";
      case SHADOW -> "boxShadow";
      case GRADIENT -> "color";
      case COLOR,
          DIMENSION,
          DURATION,
          CUBIC_BEZIER,
          NUMBER,
          STROKE_STYLE,
          BORDER,
          TRANSITION,
          TYPOGRAPHY ->
          type.text();
    };
  }

  /// A line height that became a multiple is a percentage again.
  private static TokenValue asOriginal(@Nullable String original, TokenValue value) {
    if (!"lineHeights".equals(original) || !(value instanceof TokenValue.Num)) {
      return value;
    }
    Quantity multiple = Quantity.of(value);
    return multiple == null
        ? value
        : new TokenValue.Text(
            NumberText.of(
                    java.math.BigDecimal.valueOf(multiple.number()).movePointRight(2).doubleValue())
                + "%");
  }
}
