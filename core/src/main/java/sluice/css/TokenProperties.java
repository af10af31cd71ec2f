package sluice.css;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.resolve.ResolvedToken;
import sluice.token.TokenValue;

/// The custom properties of one token, by its type: those of DTCG, of Tokens Studio and of Penpot,
/// whose names mean the same wherever two of them have one.
final class TokenProperties {
  private final References references;
  private final List<Problem> problems;

  /// @param problems is given what CSS cannot say
  TokenProperties(References references, List<Problem> problems) {
    this.references = references;
    this.problems = problems;
  }

  /// The properties, the token's own first; none for a token without a value, whose problem is told
  /// elsewhere, and for one that CSS cannot say, which is told here.
  List<Property> of(ResolvedToken token) {
    if (token.failed()) {
      return List.of();
    }
    TokenValue written = token.token().value();
    boolean isReference = References.target(written) != null;
    Piece piece = new Piece(token.value(), isReference ? null : written(token));
    List<String> refused = new ArrayList<>();
    List<Property> properties;
    try {
      properties = properties(token.token().type(), piece, refused);
    } catch (Unsayable e) {
      properties = List.of();
      refused.add(e.why());
    }
    for (String why : refused) {
      problems.add(problem(token, properties.isEmpty(), why));
    }
    if (!isReference) {
      return properties;
    }
    List<Property> kept = new ArrayList<>(properties.size());
    for (Property property : properties) {
      kept.add(
          new Property(
              property.part(), references.keep(written, property.part(), property.value())));
    }
    return kept;
  }

  /// What is written for the value: a composite with its references, at the end of its aliases.
  private static TokenValue written(ResolvedToken token) {
    TokenValue withReferences = token.valueWithReferences();
    return withReferences == null ? token.token().value() : withReferences;
  }

  private static Problem problem(ResolvedToken token, boolean isWhole, String why) {
    Problem problem =
        Problem.of(
                ProblemCode.NOT_REPRESENTABLE,
                "%stoken \"%s\" has no form in CSS"
                    .formatted(isWhole ? "" : "a part of ", token.name()))
            .because(why);
    return token.token().location() == null ? problem : problem.at(token.token().location());
  }

  private List<Property> properties(@Nullable String type, Piece piece, List<String> refused)
      throws Unsayable {
    TokenValue value = piece.value();
    return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
      case "color" -> own(ColorCss.color(value));
      case "gradient" -> own(ColorCss.gradient(piece, references));
      case "dimension",
          "spacing",
          "sizing",
          "borderradius",
          "borderwidth",
          "fontsizes",
          "fontsize",
          "paragraphspacing",
          "paragraphindent" ->
          own(LengthCss.length(value));
      case "duration" -> own(LayerCss.duration(value));
      case "rotation" -> own(LengthCss.quantity(value, "an angle", "deg", "grad", "rad", "turn"));
      case "number" -> own(LengthCss.number(value));
      case "opacity" -> own(LengthCss.share(value, "an opacity"));
      case "fontfamilies", "fontfamily" -> own(FontCss.families(piece, references));
      case "fontweights", "fontweight" -> FontCss.weight(piece);
      case "lineheights", "lineheight" -> own(FontCss.lineHeight(value));
      case "letterspacing" -> own(FontCss.letterSpacing(value));
      case "textcase" -> own(FontCss.textCase(value));
      case "textdecoration" -> own(FontCss.textDecoration(value));
      case "cubicbezier" -> own(LayerCss.curve(piece));
      case "strokestyle" -> own(LayerCss.strokeStyle(value));
      case "transition" -> own(LayerCss.transition(piece, references));
      case "border" -> own(LayerCss.border(piece, references));
      case "boxshadow", "shadow" -> own(LayerCss.shadow(piece, references));
      case "typography" -> typography(piece, refused);
      case "composition" ->
          throw new Unsayable("it is several properties of a layer, which have types of their own");
      case "text", "string" -> own(text(value));
      case "asset" -> own("url(" + text(value) + ")");
      default -> own(asItStands(value));
    };
  }

  private List<Property> typography(Piece piece, List<String> refused) throws Unsayable {
    if (piece.value() instanceof TokenValue.Parts) {
      return FontCss.typography(piece, references, refused);
    }
    return own(asItStands(piece.value()));
  }

  private static List<Property> own(String value) {
    return List.of(new Property("", value));
  }

  private static String text(TokenValue value) throws Unsayable {
    return value instanceof TokenValue.Text(String text) ? CssText.quoted(text) : asItStands(value);
  }

  /// A value of a type that says nothing to CSS.
  private static String asItStands(TokenValue value) throws Unsayable {
    return switch (value) {
      case TokenValue.Num _ -> LengthCss.number(value);
      case TokenValue.Bool(boolean flag) -> Boolean.toString(flag);
      case TokenValue.Text(String text) -> {
        if (CssText.isDeclarationValue(text.strip())) {
          yield text.strip();
        }
        throw new Unsayable(
            "%s would not end where the declaration ends".formatted(Numbers.shown(value)));
      }
      case TokenValue.Nothing _, TokenValue.Many _, TokenValue.Parts _ ->
          throw new Unsayable(
              "it is %s, and its type does not say what that means"
                  .formatted(Numbers.shown(value)));
    };
  }
}
