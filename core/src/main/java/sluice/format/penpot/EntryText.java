package sluice.format.penpot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.archive.ArchiveEntry;
import sluice.archive.EntryCodec;
import sluice.archive.LocalRecord;
import sluice.archive.RecordReader;
import sluice.format.penpot.shape.Shape;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.json.JsonSpans;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Reads the JSON of single entries. Not safe for use by several threads.
final class EntryText implements AutoCloseable {
  private static final JsonLimits LIMITS =
      new JsonLimits(PenpotLimits.NESTING_MAX, JsonLimits.BUFFER_SIZE_BYTES_MIN);

  private final String document;
  private final RecordReader records;
  private final EntryCodec codec;
  private byte[] raw = new byte[16 * 1024];
  private long dataStart;

  /// @param document what the person calls the archive
  EntryText(String document, Archive archive) {
    this.document = document;
    this.records = archive.records();
    this.codec = archive.codec(PenpotLimits.SHAPE_SIZE_BYTES_MAX);
  }

  EntryCodec codec() {
    return codec;
  }

  RecordReader records() {
    return records;
  }

  /// Whether the entry is small enough to be read whole.
  static boolean isReadable(ArchiveEntry entry) {
    return entry.size() <= PenpotLimits.SHAPE_SIZE_BYTES_MAX
        && entry.compressedSize() <= PenpotLimits.SHAPE_SIZE_BYTES_MAX;
  }

  /// Reads an entry whole; its content is in [#codec] until the next.
  ///
  /// @return its size in bytes
  int read(ArchiveEntry entry) throws IOException {
    LocalRecord place = records.locate(entry);
    dataStart = place.dataStart();
    return readAgain(entry, dataStart);
  }

  /// Reads an entry whose data is known to start at some place.
  int readAgain(ArchiveEntry entry, long from) throws IOException {
    int size = Math.toIntExact(entry.compressedSize());
    if (raw.length < size) {
      raw = new byte[Math.max(size, Math.min(2 * raw.length, PenpotLimits.SHAPE_SIZE_BYTES_MAX))];
    }
    records.read(from, raw, 0, size);
    return codec.inflate(entry, raw, 0, size);
  }

  /// A shape that was noted, read again; its bytes are its own.
  Shape shape(ShapeNotes.Row row) {
    try {
      int size = readAgain(row.entry(), row.dataStart());
      return new Shape(Arrays.copyOf(codec.content(), size), size);
    } catch (IOException e) {
      throw unreadable(document, e);
    }
  }

  /// What it means that the archive could not be read.
  static SluiceException unreadable(String document, IOException cause) {
    return new SluiceException(
        Problem.of(ProblemCode.FILE_UNREADABLE, "the archive cannot be read")
            .at(new Location.InWhole(document))
            .because(String.valueOf(cause.getMessage())),
        cause);
  }

  /// Where the data of the last entry read started.
  long dataStart() {
    return dataStart;
  }

  /// The members of a small entry.
  ///
  /// @throws SluiceException `archive-malformed` when it is no JSON object, `limit-exceeded`
  Map<String, JsonValue> object(ArchiveEntry entry) throws IOException {
    if (!isReadable(entry)) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "an entry is too large")
              .at(new Location.InWhole(where(entry)))
              .because(
                  "%,d bytes, at most %,d"
                      .formatted(entry.size(), PenpotLimits.SHAPE_SIZE_BYTES_MAX))
              .advising("Penpot writes no such entry; export the file again"));
    }
    int count = read(entry);
    check(codec.content(), count, where(entry));
    if (isObject(codec.content())
        && JsonTree.read(codec.content(), 0) instanceof JsonValue.Obj(var members)) {
      return members;
    }
    throw new SluiceException(
        Problem.of(ProblemCode.ARCHIVE_MALFORMED, "an entry is not what Penpot writes")
            .at(new Location.InWhole(where(entry)))
            .because("it holds no JSON object"));
  }

  /// Checks every byte of a JSON text.
  ///
  /// @throws SluiceException as [JsonScanner] has them
  static void check(byte[] content, int count, String where) {
    JsonScanner scanner =
        new JsonScanner(new ByteArrayInputStream(content, 0, count), where, LIMITS);
    scanner.begin();
    scanner.skipValue();
    scanner.end();
  }

  /// Checks every byte of a JSON text, and tells whether it is nested no deeper than allowed.
  ///
  /// @throws SluiceException as [JsonScanner] has them, except for the depth
  static boolean isShallow(byte[] content, int count, String where) {
    try {
      check(content, count, where);
      return true;
    } catch (SluiceException e) {
      if (e.problem().code() == ProblemCode.LIMIT_EXCEEDED) {
        return false;
      }
      throw e;
    }
  }

  /// Whether a checked JSON text is an object.
  static boolean isObject(byte[] content) {
    return content[JsonSpans.skipWhite(content, 0)] == '{';
  }

  /// The entry as a place for people.
  String where(ArchiveEntry entry) {
    return document + ", " + entry.name();
  }

  /// The text of a member, or null.
  static @Nullable String text(Map<String, JsonValue> members, String key) {
    return members.get(key) instanceof JsonValue.Str(String text) ? text : null;
  }

  @Override
  public void close() {
    codec.close();
  }
}
