package sluice.token.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import sluice.problem.Location;

/// A text of bounded length, without the byte order mark it may begin with. Closing it leaves the
/// text underneath open, which belongs to whoever handed it in.
final class LimitedReader extends FilterReader {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Location where;
  private long charsLeft = SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES;
  private boolean isBegun;

  LimitedReader(Reader text, Location where) {
    super(text);
    this.where = where;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = fill(buffer, offset, length);
    charsLeft -= Math.max(0, count);
    if (charsLeft < 0) {
      throw SourceLimits.exceeded(
          "the token file is too large",
          where,
          "more than %,d characters".formatted(SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES));
    }
    if (count > 0 && !isBegun) {
      isBegun = true;
      if (buffer[offset] == BYTE_ORDER_MARK) {
        System.arraycopy(buffer, offset + 1, buffer, offset, count - 1);
        return count == 1 ? read(buffer, offset, length) : count - 1;
      }
    }
    return count;
  }

  /// A text that cannot be read is not a text that is wrong, which is all a parser could say of it.
  private int fill(char[] buffer, int offset, int length) throws CharacterCodingException {
    try {
      return in.read(buffer, offset, length);
    } catch (CharacterCodingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
