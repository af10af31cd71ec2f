package sluice.cli.terminal;

import java.util.Locale;

/// How progress is shown; the values of `--progress`.
public enum ProgressMode {
  /// A bar on a terminal, plain lines elsewhere.
  AUTO,
  /// One line that rewrites itself.
  BAR,
  /// A line every ten seconds.
  PLAIN,
  /// One JSON object for each line, for programs.
  JSON,
  /// Nothing.
  NONE;

  /// A view of this kind.
  public ProgressView view(Console console) {
    return switch (this) {
      case AUTO -> (console.talksToTerminal() ? BAR : PLAIN).view(console);
      case BAR -> new BarProgress(console);
      case PLAIN -> new PlainProgress(console.talk());
      case JSON -> new JsonProgress(console.talk());
      case NONE -> new NoProgress();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
