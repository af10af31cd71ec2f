package sluice.revert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.json.JsonTree;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The lines of a change set, one after the other; nothing is kept of those that were read.
///
/// For one thread. Whatever is wrong with a line ends the run: a change set that is not whole takes
/// nothing back.
public final class ChangeSet {
  /// A line holds a node's changed values several times over, and a node has 4 MiB at most.
  static final int LINE_SIZE_BYTES_MAX = 32 * 1024 * 1024;

  /// A value's own depth and what is around it in a line.
  private static final int NESTING_MAX = JsonTree.NESTING_MAX + 8;

  private static final JsonLimits LIMITS =
      new JsonLimits(NESTING_MAX, JsonLimits.BUFFER_SIZE_BYTES_MIN);

  private static final int PIECE_SIZE_BYTES = 64 * 1024;

  private final InputStream in;
  private final String name;
  private final byte[] piece = new byte[PIECE_SIZE_BYTES];
  private int pieceFrom;
  private int pieceTo;
  private byte[] line = new byte[1024];
  private int lineNumber;

  /// A change set that has not been read from.
  ///
  /// @param in stays the caller's
  /// @param name what the person calls it
  public ChangeSet(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /// The next line, or null at the end.
  ///
  /// @throws SluiceException `change-set-malformed`, `file-unreadable`
  public @Nullable ChangeRecord next() {
    int size;
    try {
      size = readLine();
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_UNREADABLE, "the change set cannot be read")
              .at(new Location.InWhole(name))
              .because(String.valueOf(e.getMessage())),
          e);
    }
    if (size < 0) {
      return null;
    }
    lineNumber++;
    check(size);
    return new LineReader(this, line, lineNumber, size).read();
  }

  /// A line without its end, or -1. One byte more than it has is always valid, as white space.
  private int readLine() throws IOException {
    int size = 0;
    while (true) {
      if (pieceFrom == pieceTo) {
        pieceFrom = 0;
        pieceTo = Math.max(0, in.read(piece, 0, piece.length));
        if (pieceTo == 0) {
          return size == 0 ? -1 : ended(size);
        }
      }
      int to = pieceFrom;
      while (to < pieceTo && piece[to] != '\n') {
        to++;
      }
      append(size, to - pieceFrom);
      size += to - pieceFrom;
      boolean complete = to < pieceTo;
      pieceFrom = complete ? to + 1 : to;
      if (complete) {
        return ended(size);
      }
    }
  }

  private void append(int size, int count) {
    if (size + count > LINE_SIZE_BYTES_MAX) {
      lineNumber++;
      throw malformed(
          "a line is too long", "it has more than %,d bytes".formatted(LINE_SIZE_BYTES_MAX));
    }
    if (size + count + 1 > line.length) {
      line = Arrays.copyOf(line, Math.max(size + count + 1, 2 * line.length));
    }
    System.arraycopy(piece, pieceFrom, line, size, count);
  }

  private int ended(int size) {
    line[size] = ' ';
    return size;
  }

  private void check(int size) {
    JsonScanner scanner = new JsonScanner(new ByteArrayInputStream(line, 0, size), name, LIMITS);
    try {
      scanner.begin();
      if (scanner.peek() != '{') {
        throw malformed("a line is no JSON object", "each line tells of one changed node");
      }
      scanner.skipValue();
      scanner.end();
    } catch (SluiceException e) {
      if (e.problem().code() == ProblemCode.CHANGE_SET_MALFORMED) {
        throw e;
      }
      throw malformed("a line is not valid JSON", e.problem().what());
    }
  }

  /// What it means that the last line read is not what a run writes.
  SluiceException malformed(String what, String why) {
    return malformed(lineNumber, what, why);
  }

  /// What it means that a line is not what a run writes.
  SluiceException malformed(int number, String what, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.CHANGE_SET_MALFORMED, what)
            .at(new Location.InFile(name, number, 1))
            .because(why)
            .advising("give the file that apply --changes wrote, as it was; nothing was written"));
  }

  /// What the person calls it.
  String name() {
    return name;
  }
}
