package sluice.fidelity;

/// A way in which another engine writes the same value, because it makes code of it.
enum Notation {
  NUMBERS("numbers", "numbers that are not calculated stay texts (`\"4\"`)", "numbers (`4`)"),
  DIGITS("digits", "rounded to four digits (`4.6667`)", "rounded to three (`4.667`)"),
  COLOURS("colours", "colours as the author wrote them (`rgba(0,0,0,0.16)`)", "hex (`#00000029`)"),
  OFFSETS("offsets", "shadows have `offsetX` and `offsetY`", "the plugin's `x` and `y`"),
  PIXELS("pixels", "numbers get `px`", "numbers"),
  WEIGHTS("weights", "font weights as numbers (`600`)", "the name, which is a font's style"),
  PERCENTAGES(
      "percentages",
      "percentages as ratios (`1.5`), of letter spacing as `em`",
      "percentages (`150%`)");

  private final String id;
  private final String theirs;
  private final String ours;

  Notation(String id, String theirs, String ours) {
    this.id = id;
    this.theirs = theirs;
    this.ours = ours;
  }

  /// The name in the document.
  String id() {
    return id;
  }

  /// How the other engine writes it.
  String theirs() {
    return theirs;
  }

  /// How Sluice writes it.
  String ours() {
    return ours;
  }
}
