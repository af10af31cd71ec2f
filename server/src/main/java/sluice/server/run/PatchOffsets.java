package sluice.server.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;

/// The patches of a journal and their answers, from the last to the first: 16 bytes are held for each
/// patch, which is one for 200 nodes.
final class PatchOffsets {
  /// Patches of one run, 16 MB of places.
  static final int PATCHES_MAX = 1_000_000;

  private static final byte[] PATCH = start("patch");
  private static final byte[] ANSWER = start("patched");
  private static final long NONE = -1;

  private final FileChannel channel;
  private long[] patches = new long[64];
  private long[] answers = new long[64];
  private int count;

  private PatchOffsets(FileChannel channel) {
    this.channel = channel;
  }

  private static byte[] start(String kind) {
    return ("{\"k\":\"" + kind + "\",\"p\":").getBytes(StandardCharsets.US_ASCII);
  }

  /// Looks through a journal.
  ///
  /// @throws SluiceException `limit-exceeded`
  static PatchOffsets of(FileChannel channel) throws IOException {
    PatchOffsets found = new PatchOffsets(channel);
    JournalLines lines = new JournalLines(channel, 0);
    byte[] line = lines.next();
    while (line != null) {
      if (begins(line, lines.length(), PATCH)) {
        found.patch(number(line, lines.length(), PATCH), lines.from());
      } else if (begins(line, lines.length(), ANSWER)) {
        found.answer(number(line, lines.length(), ANSWER), lines.from());
      }
      line = lines.next();
    }
    return found;
  }

  private static boolean begins(byte[] line, int length, byte[] start) {
    return length > start.length && Arrays.equals(line, 0, start.length, start, 0, start.length);
  }

  private static long number(byte[] line, int length, byte[] start) {
    long number = 0;
    for (int at = start.length; at < length && line[at] >= '0' && line[at] <= '9'; at++) {
      number = Math.min(PATCHES_MAX + 1L, number * 10 + line[at] - '0');
    }
    return number;
  }

  private void patch(long number, long offset) throws IOException {
    if (number > PATCHES_MAX) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "the run has too many patches to take back")
              .because("at most %,d can be".formatted(PATCHES_MAX))
              .advising("take it back in Figma, with undo or from the version history"));
    }
    if (number != count + 1L) {
      throw new IOException("patch %d stands where %d was due".formatted(number, count + 1));
    }
    if (count == patches.length) {
      patches = Arrays.copyOf(patches, count * 2);
      answers = Arrays.copyOf(answers, count * 2);
    }
    patches[count] = offset;
    answers[count] = NONE;
    count++;
  }

  private void answer(long number, long offset) {
    if (number >= 1 && number <= count) {
      answers[(int) number - 1] = offset;
    }
  }

  /// How many patches there are.
  int count() {
    return count;
  }

  /// A patch's line.
  ///
  /// @param fromEnd 0 for the last
  Frame line(int fromEnd) throws IOException, FrameException {
    return read(patches[count - 1 - fromEnd]);
  }

  /// The line of its answer, or null when it was not answered.
  ///
  /// @param fromEnd 0 for that of the last patch
  @Nullable Frame answer(int fromEnd) throws IOException, FrameException {
    long offset = answers[count - 1 - fromEnd];
    return offset == NONE ? null : read(offset);
  }

  private Frame read(long offset) throws IOException, FrameException {
    JournalLines lines = new JournalLines(channel, offset);
    byte[] line = lines.next();
    if (line == null) {
      throw new IOException("the journal has become shorter");
    }
    return JournalState.parse(line, lines.length());
  }
}
