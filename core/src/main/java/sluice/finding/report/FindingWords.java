package sluice.finding.report;

/// Findings as sentences.
public final class FindingWords {
  private FindingWords() {}

  /// What is found, in one sentence without the node's name.
  public static String of(Finding finding) {
    return switch (finding.kind()) {
      case STALE ->
          "%s is %s; %s says %s"
              .formatted(
                  finding.text("property"),
                  ValueLook.ofJson(finding.json("actual")),
                  finding.text("token"),
                  ValueLook.ofJson(finding.json("expected")));
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
        yield "%s is %s without a token"
                .formatted(finding.text("property"), ValueLook.ofJson(finding.json("actual")))
            + (nearest.isEmpty()
                ? ""
                : "; nearest is %s, %s, distance %s"
                    .formatted(
                        nearest, ValueLook.ofJson(finding.json("expected")), finding.json("distance")));
      }
    };
  }
}
