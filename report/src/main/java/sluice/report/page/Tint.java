package sluice.report.page;

/// How strongly a place on a map is coloured: by the share of its nodes that changed. Few steps, so
/// that each can be told from the next and read off a legend.
enum Tint {
  NONE("t0", "nothing changed"),
  FEW("t1", "up to 5 % of its nodes"),
  SOME("t2", "up to 20 %"),
  MANY("t3", "up to 50 %"),
  MOST("t4", "more than half");

  private static final double FEW_MAX = 0.05;
  private static final double SOME_MAX = 0.2;
  private static final double MANY_MAX = 0.5;

  private final String css;
  private final String words;

  Tint(String css, String words) {
    this.css = css;
    this.words = words;
  }

  /// The step of so many changed nodes among so many.
  static Tint of(long changed, long nodes) {
    double share = share(changed, nodes);
    if (share <= 0) {
      return NONE;
    }
    if (share <= FEW_MAX) {
      return FEW;
    }
    if (share <= SOME_MAX) {
      return SOME;
    }
    return share <= MANY_MAX ? MANY : MOST;
  }

  /// The share from 0 to 1; 0 of nothing.
  static double share(long changed, long nodes) {
    return nodes <= 0 ? 0 : Math.clamp((double) changed / nodes, 0.0, 1.0);
  }

  /// Its class in the style sheet.
  String css() {
    return css;
  }

  /// What it says in the legend.
  String words() {
    return words;
  }
}
