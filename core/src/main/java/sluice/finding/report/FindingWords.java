package sluice.finding.report;

import org.jspecify.annotations.Nullable;

/// Findings as sentences.
public final class FindingWords {
  /// Longer values are cut.
  private static final int VALUE_SIZE_CHARS_MAX = 120;

  private FindingWords() {}

  /// What is found, in one sentence without the node's name.
  public static String of(Finding finding) {
    return switch (finding.kind()) {
      case STALE ->
          "%s is %s; %s says %s"
              .formatted(
                  finding.text("property"),
                  value(finding.json("actual")),
                  finding.text("token"),
                  value(finding.json("expected")));
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
                .formatted(finding.text("property"), value(finding.json("actual")))
            + (nearest.isEmpty()
                ? ""
                : "; nearest is %s, %s, distance %s"
                    .formatted(
                        nearest, value(finding.json("expected")), finding.json("distance")));
      }
    };
  }

  private static String value(@Nullable String json) {
    if (json == null) {
      return "absent";
    }
    if (json.length() <= VALUE_SIZE_CHARS_MAX) {
      return json;
    }
    int end = VALUE_SIZE_CHARS_MAX;
    return json.substring(0, Character.isHighSurrogate(json.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
