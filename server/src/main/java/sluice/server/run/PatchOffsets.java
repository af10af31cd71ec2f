package sluice.server.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;

/// The patches of a journal, from the last to the first: 8 bytes are held for each, which is one for
/// 200 nodes.
final class PatchOffsets {
  /// Patches of one run, 8 MB of places.
  static final int PATCHES_MAX = 1_000_000;

  private static final byte[] PATCH_START = "{\"k\":\"patch\"".getBytes(StandardCharsets.US_ASCII);

  private final FileChannel channel;
  private final long[] offsets;

  private PatchOffsets(FileChannel channel, long[] offsets) {
    this.channel = channel;
    this.offsets = offsets;
  }

  /// Looks through a journal.
  ///
  /// @throws SluiceException `limit-exceeded`
  static PatchOffsets of(FileChannel channel) throws IOException {
    long[] offsets = new long[64];
    int count = 0;
    JournalLines lines = new JournalLines(channel, 0);
    byte[] line = lines.next();
    while (line != null) {
      if (lines.length() > PATCH_START.length
          && Arrays.equals(line, 0, PATCH_START.length, PATCH_START, 0, PATCH_START.length)) {
        if (count == PATCHES_MAX) {
          throw new SluiceException(
              Problem.of(ProblemCode.LIMIT_EXCEEDED, "the run has too many patches to take back")
                  .because("at most %,d can be".formatted(PATCHES_MAX)));
        }
        if (count == offsets.length) {
          offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = lines.from();
      }
      line = lines.next();
    }
    return new PatchOffsets(channel, Arrays.copyOf(offsets, count));
  }

  /// How many there are.
  int count() {
    return offsets.length;
  }

  /// A patch's line.
  ///
  /// @param fromEnd 0 for the last
  Frame line(int fromEnd) throws IOException, FrameException {
    JournalLines lines = new JournalLines(channel, offsets[offsets.length - 1 - fromEnd]);
    byte[] line = lines.next();
    if (line == null) {
      throw new IOException("the journal has become shorter");
    }
    return JournalState.parse(line, lines.length());
  }
}
