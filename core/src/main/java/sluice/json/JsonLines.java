package sluice.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Lines of JSON that a run has written, one after the other, through one buffer.
public final class JsonLines {
  /// Longest line: a node of the largest size with its old and its new value.
  static final int LINE_SIZE_BYTES_MAX = 32 * 1024 * 1024;

  private static final int BUFFER_SIZE_BYTES = 64 * 1024;

  private final InputStream in;
  private byte[] buffer = new byte[BUFFER_SIZE_BYTES];
  private int filled;
  private int from;
  private int to = -1;

  /// @param in read to its end and not closed
  public JsonLines(InputStream in) {
    this.in = in;
  }

  /// Goes on to the next line.
  ///
  /// @return whether there is one
  /// @throws SluiceException `limit-exceeded` for a line that is too long
  public boolean next() throws IOException {
    from = to + 1;
    int looked = from;
    while (true) {
      int end = lineEnd(buffer, looked, filled);
      if (end < filled) {
        to = end;
        return true;
      }
      looked = makeRoom();
      int count = in.read(buffer, filled, buffer.length - filled);
      if (count < 0) {
        return false;
      }
      filled += count;
    }
  }

  /// Moves the line that has begun to the front; returns where the bytes read so far end.
  private int makeRoom() {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, filled - from);
      filled -= from;
      from = 0;
    }
    if (filled == buffer.length) {
      if (buffer.length >= LINE_SIZE_BYTES_MAX) {
        throw new SluiceException(
            Problem.of(ProblemCode.LIMIT_EXCEEDED, "what is to be told of one node is too long")
                .because("a line may have %,d bytes".formatted(LINE_SIZE_BYTES_MAX))
                .advising(
                    "limit the run to other nodes or pages, or take the token off that node"));
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    return filled;
  }

  /// The first line end from `from` on, before `stop`, or `stop`.
  public static int lineEnd(byte[] bytes, int from, int stop) {
    return Bytes.lineEnd(bytes, from, stop);
  }

  /// The bytes that hold the line; valid until [#next].
  public byte[] bytes() {
    return buffer;
  }

  /// Where the line begins.
  public int from() {
    return from;
  }

  /// Where it ends, its line end left out.
  public int to() {
    return to;
  }
}
