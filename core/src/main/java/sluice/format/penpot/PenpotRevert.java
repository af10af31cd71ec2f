package sluice.format.penpot;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.archive.ArchiveEntry;
import sluice.archive.ArchiveWriter;
import sluice.archive.Deflated;
import sluice.archive.DirectoryReader;
import sluice.archive.EntryCodec;
import sluice.archive.LocalRecord;
import sluice.archive.RecordReader;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.SluiceException;
import sluice.revert.ChangeRecord;
import sluice.revert.ChangeSet;
import sluice.revert.Differs;
import sluice.revert.EntryUndo;
import sluice.revert.ValueCheck;

/// Takes a run on a Penpot archive back: its entries and the lines of the change set go by
/// together, since both have the directory's order.
public final class PenpotRevert implements AutoCloseable {
  /// A shape the run made larger is read all the same.
  private static final int CONTENT_SIZE_BYTES_MAX = 2 * PenpotLimits.SHAPE_SIZE_BYTES_MAX;

  private final Archive archive;
  private final String document;
  private final ChangeSet lines;
  private final ArchiveWriter target;
  private final Runnable check;
  private final RecordReader records;
  private final EntryCodec codec;
  private byte[] raw = new byte[16 * 1024];
  private @Nullable ChangeRecord line;
  private long lineCount;
  private long shapes;
  private long changes;

  /// An archive that tokens were applied to.
  ///
  /// @param target the archive as it was; stays the caller's
  /// @param check called for each entry; ends the work by throwing
  public PenpotRevert(
      Archive archive, String document, ChangeSet lines, ArchiveWriter target, Runnable check) {
    this.archive = archive;
    this.document = document;
    this.lines = lines;
    this.target = target;
    this.check = check;
    this.records = archive.records();
    this.codec = archive.codec(CONTENT_SIZE_BYTES_MAX);
  }

  /// Writes the archive.
  ///
  /// @throws SluiceException `document-differs`, `change-set-malformed`
  public void run() throws IOException {
    take();
    DirectoryReader directory = archive.directory();
    for (ArchiveEntry entry = directory.next(); entry != null; entry = directory.next()) {
      check.run();
      LocalRecord place = records.locate(entry);
      ChangeRecord own = line;
      if (own == null || !entry.name().equals(own.entry())) {
        codec.verify(entry, records, place, check);
        target.copy(entry, place);
        continue;
      }
      if (!own.added()) {
        restore(entry, place, own);
      }
      lineCount++;
      shapes += own.node().isEmpty() ? 0 : 1;
      changes += own.changes().size();
      take();
    }
    if (line != null) {
      throw Differs.missing(document, line);
    }
    target.finish(archive.comment());
  }

  private void take() {
    ChangeRecord next = lines.next();
    if (next != null && next.entry() == null) {
      throw Differs.of(
          document,
          next,
          "the change set is of a Figma document, the document is a Penpot archive",
          "its lines name no entries of an archive");
    }
    line = next;
  }

  private void restore(ArchiveEntry entry, LocalRecord place, ChangeRecord own) throws IOException {
    if (entry.compressedSize() > CONTENT_SIZE_BYTES_MAX) {
      throw Differs.bytes(document, own);
    }
    int count = (int) entry.compressedSize();
    if (raw.length < count) {
      raw = new byte[count];
    }
    records.read(place.dataStart(), raw, 0, count);
    int size = codec.inflate(entry, raw, 0, count);
    compare(codec.content(), size, entry, own, true);
    byte[] before = EntryUndo.restore(codec.content(), size, own);
    if (before == null) {
      throw Differs.bytes(document, own);
    }
    compare(before, before.length, entry, own, false);
    Deflated packed = codec.deflate(before, 0, before.length);
    target.replace(entry, place, packed.bytes(), 0, packed.length(), packed.crc(), packed.size());
  }

  /// Compares the values in an entry with those a line says it has after or before the run.
  private void compare(
      byte[] content, int size, ArchiveEntry entry, ChangeRecord own, boolean after) {
    JsonValue root = null;
    try {
      EntryText.check(content, size, document + ", " + entry.name());
      root = own.changes().isEmpty() ? null : JsonTree.read(content, start(content));
    } catch (SluiceException _) {
      throw Differs.bytes(document, own);
    }
    for (ChangeRecord.Change change : own.changes()) {
      JsonValue expected = after ? change.after() : change.before();
      if (!ValueCheck.same(ValueCheck.find(root, change.property()), expected, false)) {
        throw after ? Differs.value(document, own, change) : Differs.bytes(document, own);
      }
    }
  }

  private static int start(byte[] content) {
    int at = 0;
    while (content[at] <= ' ') {
      at++;
    }
    return at;
  }

  /// Lines of the change set.
  public long lines() {
    return lineCount;
  }

  /// Shapes that are as before.
  public long shapes() {
    return shapes;
  }

  /// Values that are.
  public long changes() {
    return changes;
  }

  @Override
  public void close() {
    codec.close();
  }
}
