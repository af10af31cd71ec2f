package sluice.report.page;

/// Something said about a change of a value.
///
/// @param kind how it is shown beside being said
/// @param text the words
record Remark(Kind kind, String text) {
  /// What a remark means to a reader.
  enum Kind {
    /// A fact.
    PLAIN("plain"),
    /// A threshold is met now.
    BETTER("better"),
    /// A threshold is no longer met.
    WORSE("worse");

    private final String css;

    Kind(String css) {
      this.css = css;
    }

    /// Its class in the style sheet.
    String css() {
      return css;
    }
  }
}
