package sluice.report.gather;

/// Bounds of what is held for a report, and of what it shows.
public final class ReportLimits {
  /// Tokens with changes told apart.
  static final int TOKENS_MAX = 10_000;

  /// Pairs of values told apart for one token, and for all together.
  static final int TOKEN_VALUES_MAX = 64;

  static final int VALUES_MAX = 8_192;

  /// Tokens a report shows, and pairs of values of each.
  public static final int TOKENS_SHOWN_MAX = 200;

  static final int VALUES_SHOWN_MAX = 5;

  /// Pages told apart, and those a report shows.
  static final int PAGES_MAX = 2_000;

  static final int PAGES_SHOWN_MAX = 300;

  /// Tiles of one page, and of all pages together. Where all have more, each keeps half of its own
  /// until they fit, but one at least.
  static final int PAGE_TILES_MAX = 400;

  static final int TILES_MAX = 8_000;

  /// Frames that are drawn, and those that may be where others cannot.
  public static final int FRAMES_MAX = 8;

  static final int FRAMES_NOTED_MAX = 24;

  /// Layers drawn of one frame, those painted first.
  public static final int LAYERS_MAX = 400;

  /// A frame of more JSON is not drawn.
  public static final long FRAME_SIZE_BYTES_MAX = 1024L * 1024;

  /// JSON of all frames that are drawn. It is read three times more, and 400 layers are a quarter
  /// of a megabyte.
  public static final long FRAMES_SIZE_BYTES_MAX = 2L * 1024 * 1024;

  /// Letters of a name or an id that are kept, of a value in words, and of a text that is drawn.
  public static final int NAME_CHARS_MAX = 120;

  public static final int WORDS_CHARS_MAX = 160;
  public static final int TEXT_CHARS_MAX = 400;

  /// Paints, stops and shadows of one look.
  public static final int LOOK_PARTS_MAX = 16;

  /// Moments of a run; when there are more, every second one goes and the next ones come half as
  /// often.
  static final int SAMPLES_MAX = 300;

  private ReportLimits() {}

  /// A text cut at a number of letters, never within one.
  public static String cut(String text, int charsMax) {
    if (text.length() <= charsMax) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(charsMax - 1));
    return text.substring(0, splits ? charsMax - 1 : charsMax) + "…";
  }
}
