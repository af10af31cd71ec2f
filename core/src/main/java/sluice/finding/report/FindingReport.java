package sluice.finding.report;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sluice.finding.FindingKind;
import sluice.json.JsonLines;

/// A report over some documents. Findings are read from the lines of each document's run and
/// written to a temporary file; nothing is held for each.
public final class FindingReport implements AutoCloseable {
  private static final int BUFFER_SIZE_BYTES = 64 * 1024;
  private static final FindingKind[] KINDS = FindingKind.values();
  private static final byte[][] BEGINNINGS = beginnings();

  private final FindingFormat format;
  private final @Nullable Baseline known;
  private final @Nullable Baseline noted;
  private final Path bodyFile;
  private final OutputStream body;
  private FindingCounts counts = FindingCounts.NONE;

  /// @param known findings that do not count, or null
  /// @param noted is given every finding, or null
  /// @param bodyFile the temporary file; made here, deleted by the caller
  public FindingReport(
      FindingFormat format, @Nullable Baseline known, @Nullable Baseline noted, Path bodyFile)
      throws IOException {
    this.format = format;
    this.known = known;
    this.noted = noted;
    this.bodyFile = bodyFile;
    this.body = new BufferedOutputStream(Files.newOutputStream(bodyFile), BUFFER_SIZE_BYTES);
  }

  private static byte[][] beginnings() {
    byte[][] beginnings = new byte[KINDS.length][];
    for (int i = 0; i < KINDS.length; i++) {
      beginnings[i] = beginning(KINDS[i]).getBytes(StandardCharsets.US_ASCII);
    }
    return beginnings;
  }

  /// How a line of that kind begins.
  static String beginning(FindingKind kind) {
    return "{\"kind\":\"" + kind.text() + "\"";
  }

  /// Adds the findings of a document.
  ///
  /// @param document what the person calls it
  /// @param lines what its run told
  public void add(String document, Path lines) throws IOException {
    FindingCounts before = counts;
    try (InputStream in = Files.newInputStream(lines)) {
      JsonLines reader = new JsonLines(in);
      while (reader.next()) {
        add(
            new Finding(
                document,
                kind(reader.bytes(), reader.from(), reader.to()),
                reader.bytes(),
                reader.from(),
                reader.to()));
      }
    }
    FindingCounts own =
        new FindingCounts(
            counts.stale() - before.stale(),
            counts.broken() - before.broken(),
            counts.untokenised() - before.untokenised(),
            counts.known() - before.known());
    format.documentEnds(document, own, body);
  }

  private static FindingKind kind(byte[] bytes, int from, int to) {
    for (int i = 0; i < KINDS.length; i++) {
      int end = from + BEGINNINGS[i].length;
      if (end <= to && Arrays.equals(bytes, from, end, BEGINNINGS[i], 0, BEGINNINGS[i].length)) {
        return KINDS[i];
      }
    }
    throw new IllegalStateException("a line that is no finding");
  }

  private void add(Finding finding) throws IOException {
    if (noted != null) {
      noted.add(finding.key());
    }
    if (known != null && known.has(finding.key())) {
      counts = counts.withKnown();
      return;
    }
    format.finding(finding, counts.all(), body);
    counts = counts.with(finding.kind());
  }

  /// Findings so far.
  public FindingCounts counts() {
    return counts;
  }

  /// Writes the whole report; nothing is added after it.
  ///
  /// @param target is not closed
  public void writeTo(FileChannel target) throws IOException {
    body.close();
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    format.head(counts, words);
    write(words, target);
    try (FileChannel source = FileChannel.open(bodyFile, StandardOpenOption.READ)) {
      long at = 0;
      long size = source.size();
      while (at < size) {
        at += source.transferTo(at, size - at, target);
      }
    }
    words.reset();
    format.tail(counts, words);
    write(words, target);
  }

  private static void write(ByteArrayOutputStream words, FileChannel target) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(words.toByteArray());
    while (bytes.hasRemaining()) {
      target.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
