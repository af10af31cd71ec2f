package sluice.finding.report;

/// Findings as sentences.
public final class FindingWords {
  private FindingWords() {}

  /// What is found, in one sentence without the node's name.
  public static String of(Finding finding) {
    return switch (finding.kind()) {
      case STALE ->
          finding.text("property")
              + " is "
              + ValueLook.ofJson(finding.json("actual"))
              + "; "
              + finding.text("token")
              + " says "
              + ValueLook.ofJson(finding.json("expected"));
      case BROKEN -> {
        String property = finding.text("property");
        String why = finding.text("why");
        String help = finding.text("help");
        yield (property.isEmpty() ? "" : property + ": ")
            + finding.text("what")
            + (why.isEmpty() ? "" : " (" + why + ")")
            + (help.isEmpty() ? "" : "; " + help);
      }
      case UNTOKENISED -> {
        String nearest = finding.text("nearest");
        yield finding.text("property")
            + " is "
            + ValueLook.ofJson(finding.json("actual"))
            + " without a token"
            + (nearest.isEmpty()
                ? ""
                : "; nearest is "
                    + nearest
                    + ", "
                    + ValueLook.ofJson(finding.json("expected"))
                    + ", distance "
                    + finding.json("distance"));
      }
    };
  }
}
