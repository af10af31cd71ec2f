package sluice.remap;

/// A name as a regular expression reads it, so often and no more.
///
/// An expression that looks harmless, such as `(.*)-(.*)-(.*)px`, can try every way to divide a
/// name among its parts before it gives up, and the name is whatever a document says. The
/// platform's matcher cannot be told to stop, but it has to read.
final class CountedText implements CharSequence {
  /// Characters read for one name and one expression. What is meant for names reads each a few
  /// times; so many take some hundredths of a second.
  static final int READS_MAX = 1_000_000;

  private final String text;
  private int readsLeft = READS_MAX;

  CountedText(String text) {
    this.text = text;
  }

  /// The matcher reads on and on.
  static final class TooManyReads extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyReads() {
      super(null, null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (--readsLeft < 0) {
      throw new TooManyReads();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  /// What a group found; it counts no more.
  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
