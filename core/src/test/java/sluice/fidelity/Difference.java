package sluice.fidelity;

import java.util.EnumSet;
import java.util.Set;

/// Every way in which Sluice deliberately differs from an engine whose facts it is checked against.
///
/// From the plugin it differs only where the plugin crashes, writes what is no number, loses the
/// rest of a node, or works with something a document does not have. From other engines it differs
/// where they and the plugin do.
enum Difference {
  NULL_SKIPPED(
      "null-skipped",
      "throws at a `null` where a token or a value is expected; the whole set is lost",
      "reports that place ([token-skipped](problems.md#token-skipped)) and reads the rest",
      "a crash"),
  NULL_PART("null-part", "throws at a `null` part of a composite", "keeps the `null`", "a crash"),
  NO_NUMBER(
      "no-number",
      "goes on with `NaN` or `Infinity`: after a division by zero, for the position of a gradient's"
          + " only stop",
      "the value is not used and reported ([value-invalid](problems.md#value-invalid))",
      "no number"),
  NO_EDITOR(
      "no-editor",
      "moves the set that is open in its editor last",
      "there is no such set; the facts hold after it is moved",
      "not in a document"),
  SPACES_AS_STORED(
      "spaces-as-stored",
      "takes spaces around a value away while it is typed into the editor, before it is stored",
      "reads what is stored, as the plugin does when it reads files",
      "not in a document"),
  BORDER_WIDTH_NUMBER(
      "border-width-number",
      "throws at a border whose width or colour is no text; the node is lost",
      "converts it to text and applies it",
      "a lost node"),
  OPACITY_RANGE(
      "opacity-range",
      "hands an opacity outside 0 to 1 to Figma, which refuses it; the rest of the node is lost",
      "leaves that property as it is and reports it ([value-invalid](problems.md#value-invalid))",
      "a lost node"),
  NO_REST_FIELD(
      "no-rest-field",
      "writes vertical trim, for which a REST file has no field",
      "reports it ([not-representable](problems.md#not-representable))",
      "not in a document"),
  SIZE_RANGE(
      "size-range",
      "hands a width or height below 0 to Figma, which refuses it; the rest of the node is lost",
      "in an open file, leaves that property as it is and reports it"
          + " ([value-invalid](problems.md#value-invalid))",
      "a lost node"),
  LINE_HEIGHT(
      "line-height",
      "gives a line a height, which Figma refuses; the rest of the node is lost",
      "in an open file, sets its length alone and reports it"
          + " ([not-representable](problems.md#not-representable))",
      "a lost node"),
  BLEND_MODE(
      "blend-mode",
      "hands a shadow with a blend mode that Figma doesn't have to it (`multiply` for `MULTIPLY`)",
      "in an open file, leaves the effects as they are and reports it"
          + " ([value-invalid](problems.md#value-invalid))",
      "refused by Figma"),
  PEER_PARTS(
      "peer-parts",
      "calculates each of several values separated by spaces: `2*2px 3*3px`",
      "the text stays as it is",
      Difference.PLUGIN),
  PEER_UNITS(
      "peer-units",
      "calculates with units inside functions and products: `4px * 7em`, `roundTo(4px / 7, 1)`",
      "the text stays as it is",
      Difference.PLUGIN),
  PEER_DIGITS(
      "peer-digits",
      "rounds to four digits, with a unit too",
      "rounds to three, and not at all with a unit",
      Difference.PLUGIN),
  PEER_EXPONENT(
      "peer-exponent", "takes the exponent of `1e3 + 1` for a unit", "a number", Difference.PLUGIN),
  PEER_AMOUNT(
      "peer-amount",
      "no colour where the amount of a modifier cannot be resolved",
      "the plugin's colour, reported ([quirk](problems.md#quirk))",
      Difference.PLUGIN),
  PEER_UICOLOR(
      "peer-uicolor",
      "reads `UIColor(red: 1, …)` as a colour",
      "the text stays as it is",
      Difference.PLUGIN),
  PEER_GROUPS(
      "peer-groups",
      "a reference may lead to a whole group",
      "a group is no token; the reference fails",
      Difference.PLUGIN),
  PEER_OPTIONS(
      "peer-options",
      "can be told to leave some paths alone, or to give every text a font style",
      "there is no such option",
      Difference.PLUGIN),
  PEER_MEMBERS(
      "peer-members",
      "a reference may name the member that holds the value: `{a.value}`, `{a.$value}`",
      "a reference names the token; this one fails",
      Difference.PLUGIN),
  PEER_SETS(
      "peer-sets",
      "keeps the name of a set in front of the names of its tokens, unless told otherwise",
      "the name of a set is no part of a name",
      Difference.PLUGIN),
  PEER_CSS_VALUE(
      "peer-css-value",
      "writes text that is no value of its type into the style sheet: `not-a-float%`, a font weight"
          + " `foo`",
      "leaves it out and reports it ([not-representable](problems.md#not-representable))",
      "CSS has no such value"),
  PEER_CSS_LENGTHS(
      "peer-css-lengths",
      "writes several lengths for a font size, a shadow's offset or a border's width",
      "leaves it out and reports it ([not-representable](problems.md#not-representable))",
      "CSS takes one length there"),
  PENPOT_STROKE_WIDTH(
      "penpot-stroke-width",
      "leaves out tokens of the older type `strokeWidth`, which it wrote itself up to 2.9",
      "reads them as `borderWidth` and says so ([quirk](problems.md#quirk))",
      "lost tokens"),
  DTCG_TYPES(
      "dtcg-types",
      "has types of its own (`boolean`, `link`, `string`) and lets unknown ones through",
      "reports every other type than the thirteen ([token-invalid](problems.md#token-invalid))",
      "Format, types"),
  DTCG_TYPOGRAPHY(
      "dtcg-typography",
      "takes more members than five, and a dimension as line height",
      "reports them ([value-invalid](problems.md#value-invalid))",
      "Format, typography"),
  DTCG_BRACES(
      "dtcg-braces",
      "takes braces for a number inside a value",
      "reports them; a part that is of no token's type takes `{\"$ref\": …}`",
      "Format, references"),
  DTCG_MISSING_SET(
      "dtcg-missing-set",
      "calls a document valid whose order names a set that is not there",
      "reports it ([token-file-malformed](problems.md#token-file-malformed))",
      "Resolver, reference objects"),
  DTCG_YAML(
      "dtcg-yaml",
      "reads YAML too",
      "reads JSON ([token-file-malformed](problems.md#token-file-malformed))",
      "Format, file format");

  private static final String PLUGIN = "the plugin does the same";

  private final String id;
  private final String upstream;
  private final String ours;
  private final String why;

  Difference(String id, String upstream, String ours, String why) {
    this.id = id;
    this.upstream = upstream;
    this.ours = ours;
    this.why = why;
  }

  /// The name in the document.
  String id() {
    return id;
  }

  /// What the other engine does.
  String upstream() {
    return upstream;
  }

  /// What Sluice does.
  String ours() {
    return ours;
  }

  /// Whether it concerns engines other than the plugin.
  boolean isOtherEngine() {
    return id.startsWith("peer-");
  }

  /// Whether it concerns Penpot's own tokens.
  boolean isPenpot() {
    return id.startsWith("penpot-");
  }

  /// Whether it concerns the report of the Design Tokens Community Group.
  boolean isDtcg() {
    return id.startsWith("dtcg-");
  }

  /// What entitles it to differ.
  String why() {
    return why;
  }

  /// The differences of some ids.
  ///
  /// @throws IllegalArgumentException for an id that is not listed here
  static Set<Difference> of(Set<String> ids) {
    Set<Difference> differences = EnumSet.noneOf(Difference.class);
    for (String id : ids) {
      differences.add(of(id));
    }
    return differences;
  }

  private static Difference of(String id) {
    for (Difference difference : values()) {
      if (difference.id.equals(id)) {
        return difference;
      }
    }
    throw new IllegalArgumentException("a difference that is not listed: " + id);
  }
}
