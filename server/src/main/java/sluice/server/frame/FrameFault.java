package sluice.server.frame;

/// Kinds of faults a plugin is told, with the code its connection is closed with.
public enum FrameFault {
  MALFORMED("frame-malformed", 4400),
  VERSION("version-unsupported", 4400),
  PAIRING("pairing-wrong", 4401),
  PAIRING_LATER("pairing-later", 4429),
  ORDER("frame-order", 4409),
  OVERFLOW("credit-exceeded", 4400),
  RUN_UNKNOWN("run-unknown", 0),
  RUN_BUSY("run-busy", 0),
  RUN_OVER("run-over", 0),
  FILE_DIFFERS("file-differs", 0),
  TOKENS_DIFFER("tokens-differ", 0),
  TOKENS_UNUSABLE("tokens-unusable", 0),
  THEME_UNKNOWN("theme-unknown", 0),
  SERVER("server-failed", 0);

  private final String text;
  private final int closeCode;

  FrameFault(String text, int closeCode) {
    this.text = text;
    this.closeCode = closeCode;
  }

  /// The code in an `error` frame.
  public String text() {
    return text;
  }

  /// What the connection is closed with, or 0 when it goes on.
  public int closeCode() {
    return closeCode;
  }
}
