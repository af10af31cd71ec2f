package sluice.revert;

import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// What it means that a document is not the one a run wrote.
public final class Differs {
  private static final String HELP =
      "give the very document that apply wrote with this change set; nothing was written";

  private Differs() {}

  /// A node of the change set is not where it has to be.
  public static SluiceException missing(String document, ChangeRecord record) {
    return of(
        document,
        record,
        "%s of the change set is not in the document, or not in its place".formatted(what(record)),
        "the document has changed since the change set was written, or is another one");
  }

  /// A value is not the one the run wrote.
  public static SluiceException value(
      String document, ChangeRecord record, ChangeRecord.Change change) {
    return of(
        document,
        record,
        "\"%s\" of %s is not what the change set says".formatted(change.property(), what(record)),
        "the document has changed since the change set was written");
  }

  /// The bytes around a node's values are not those the run left.
  public static SluiceException bytes(String document, ChangeRecord record) {
    return of(
        document,
        record,
        "%s is not as the run left it".formatted(what(record)),
        "what the change set says of its bytes does not fit: the document has changed since");
  }

  /// What the person has to be told whatever it is.
  public static SluiceException of(String document, ChangeRecord record, String what, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.DOCUMENT_DIFFERS, what)
            .at(new Location.InWhole(document))
            .because("%s (line %,d of the change set)".formatted(why, record.line()))
            .advising(HELP));
  }

  private static String what(ChangeRecord record) {
    return record.node().isEmpty()
        ? "entry " + record.entry()
        : "node %s \"%s\"".formatted(record.node(), record.path().replaceAll("\\s+", " "));
  }
}
