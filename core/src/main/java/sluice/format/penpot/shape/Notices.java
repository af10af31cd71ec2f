package sluice.format.penpot.shape;

import java.util.ArrayList;
import java.util.List;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;

/// What there is to tell about the tokens of one shape.
public final class Notices {
  private final List<Notice> all = new ArrayList<>();

  /// One remark.
  ///
  /// @param attribute key of `appliedTokens` it is about
  public record Notice(String attribute, Problem problem) {}

  /// Everything, in the order in which it came up.
  public List<Notice> all() {
    return all;
  }

  private void add(Attribute attribute, Problem problem) {
    all.add(new Notice(attribute.key(), problem));
  }

  /// The value is written; something else has to wait for Penpot. Told once for each reason.
  void pending(Attribute attribute, String what, String why) {
    for (Notice notice : all) {
      if (notice.problem().code() == ProblemCode.LAYOUT_PENDING
          && why.equals(notice.problem().why())) {
        return;
      }
    }
    add(
        attribute,
        Problem.of(ProblemCode.LAYOUT_PENDING, what)
            .because(why)
            .advising("open the page in Penpot and touch the layout, or edit any token there"));
  }

  /// The token says something the attribute cannot take.
  void invalid(Attribute attribute, String token, String why) {
    add(
        attribute,
        Problem.of(
                ProblemCode.VALUE_INVALID,
                "token \"%s\" does not fit %s".formatted(token, attribute.key()))
            .because(why)
            .advising("apply a token of another type, or take it off the shape"));
  }

  /// The font's id or variant could not be chosen.
  void needsFont(Attribute attribute, String family, String why) {
    for (Notice notice : all) {
      if (notice.problem().code() == ProblemCode.FONT_UNKNOWN) {
        return;
      }
    }
    add(
        attribute,
        Problem.of(ProblemCode.FONT_UNKNOWN, "the font \"" + family + "\" is not known")
            .because(why)
            .advising("list the team's fonts in a file and name it with --fonts"));
  }

  /// The font is not among those there are.
  void fontMissing(Attribute attribute, String family) {
    add(
        attribute,
        Problem.of(ProblemCode.FONT_MISSING, "there is no font \"" + family + "\"")
            .because("the list of fonts does not have it; Penpot will show it as missing")
            .advising("add the font to the team, or to the list given with --fonts"));
  }

  /// A token sits where it does nothing.
  void noEffect(Attribute attribute, String token, String type) {
    add(
        attribute,
        Problem.of(ProblemCode.QUIRK, "token \"%s\" does nothing here".formatted(token))
            .because(
                "Penpot has no %s on a shape of type %s%s"
                    .formatted(
                        attribute.key(), type, type.equals("frame") ? " without a layout" : "")));
  }

  /// The shape does not allow what the token asks for.
  void notPossible(Attribute attribute, String what, String why) {
    add(attribute, Problem.of(ProblemCode.NOT_REPRESENTABLE, what).because(why));
  }
}
