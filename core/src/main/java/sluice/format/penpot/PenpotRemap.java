package sluice.format.penpot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.archive.ArchiveEntry;
import sluice.archive.ArchiveWriter;
import sluice.archive.Deflated;
import sluice.archive.DirectoryReader;
import sluice.archive.EntryCodec;
import sluice.archive.LocalRecord;
import sluice.archive.RecordReader;
import sluice.json.JsonSpans;
import sluice.json.JsonText;
import sluice.json.ObjectSpans;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.remap.StoredName;

/// Renames the tokens applied in a Penpot archive, entry by entry, and its libraries if asked to.
public final class PenpotRemap implements AutoCloseable {
  /// The largest library of tokens that is renamed in.
  private static final int LIBRARY_SIZE_BYTES_MAX = 64 * 1024 * 1024;

  private static final BytePattern APPLIED_TOKENS =
      new BytePattern("\"appliedTokens\"".getBytes(StandardCharsets.US_ASCII));

  private final Archive archive;
  private final String document;
  private final Names names;
  private final @Nullable ArchiveWriter target;
  private final Runnable check;
  private final RecordReader records;
  private final EntryCodec codec;
  private byte[] raw = new byte[16 * 1024];
  private long places;
  private long entries;

  /// What names become, file by file.
  public interface Names {
    /// The new name of a token applied in a file, or null when it keeps its own.
    @Nullable String renamed(String file, String name);

    /// The library of a file with new names, or null when it stays as it is.
    byte @Nullable [] library(String entry, byte[] text);
  }

  /// @param target the new archive, or null when only counts are wanted; stays the caller's
  /// @param check called for each entry; ends the work by throwing
  public PenpotRemap(
      Archive archive,
      String document,
      Names names,
      @Nullable ArchiveWriter target,
      Runnable check) {
    this.archive = archive;
    this.document = document;
    this.names = names;
    this.target = target;
    this.check = check;
    this.records = archive.records();
    this.codec = archive.codec(LIBRARY_SIZE_BYTES_MAX);
  }

  /// Renames all through the archive.
  ///
  /// @throws SluiceException `limit-exceeded` when a shape is too large to be read
  public void run() throws IOException {
    DirectoryReader directory = archive.directory();
    for (ArchiveEntry entry = directory.next(); entry != null; entry = directory.next()) {
      check.run();
      LocalRecord place = records.locate(entry);
      byte[] changed = changed(entry, place, EntryName.of(entry.name()));
      entries += changed == null ? 0 : 1;
      if (target != null) {
        write(target, entry, place, changed);
      }
    }
    if (target != null) {
      target.finish(archive.comment());
    }
  }

  private void write(
      ArchiveWriter out, ArchiveEntry entry, LocalRecord place, byte @Nullable [] changed)
      throws IOException {
    if (changed == null) {
      out.copy(entry, place);
      return;
    }
    Deflated packed = codec.deflate(changed, 0, changed.length);
    out.replace(entry, place, packed.bytes(), 0, packed.length(), packed.crc(), packed.size());
  }

  private byte @Nullable [] changed(ArchiveEntry entry, LocalRecord place, EntryName name)
      throws IOException {
    return switch (name.kind()) {
      case SHAPE ->
          shape(name.file(), entry, read(entry, place, PenpotLimits.SHAPE_SIZE_BYTES_MAX));
      case TOKENS -> {
        int size = read(entry, place, LIBRARY_SIZE_BYTES_MAX);
        EntryText.check(codec.content(), size, document + ", " + entry.name());
        yield names.library(entry.name(), Arrays.copyOf(codec.content(), size));
      }
      case MANIFEST, FILE, PAGE, OTHER -> {
        codec.verify(entry, records, place, check);
        yield null;
      }
    };
  }

  private int read(ArchiveEntry entry, LocalRecord place, int sizeBytesMax) throws IOException {
    if (entry.size() > sizeBytesMax || entry.compressedSize() > sizeBytesMax) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "an entry is too large to be renamed in")
              .at(new Location.InEntry(document, entry.name()))
              .because("%,d bytes, at most %,d".formatted(entry.size(), sizeBytesMax))
              .advising("take it apart in Penpot, or take it out; nothing was written"));
    }
    int count = (int) entry.compressedSize();
    if (raw.length < count) {
      raw = new byte[count];
    }
    records.read(place.dataStart(), raw, 0, count);
    return codec.inflate(entry, raw, 0, count);
  }

  private byte @Nullable [] shape(String file, ArchiveEntry entry, int size) {
    byte[] content = codec.content();
    if (!APPLIED_TOKENS.isIn(content, size)) {
      return null;
    }
    EntryText.check(content, size, document + ", " + entry.name());
    if (!EntryText.isObject(content)) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(size);
    int done = 0;
    ObjectSpans members = new ObjectSpans(content, JsonSpans.skipWhite(content, 0));
    for (int member = 0; member < members.count(); member++) {
      int from = members.valueFrom(member);
      if (members.is(member, "appliedTokens") && content[from] == '{') {
        done = tokens(file, content, new ObjectSpans(content, from), done, out);
      }
    }
    if (done == 0) {
      return null;
    }
    out.write(content, done, size - done);
    return out.toByteArray();
  }

  /// @return up to where the content has been written
  private int tokens(
      String file, byte[] content, ObjectSpans applied, int written, ByteArrayOutputStream out) {
    int done = written;
    for (int member = 0; member < applied.count(); member++) {
      int from = applied.valueFrom(member) + 1;
      int to = applied.valueTo(member) - 1;
      if (content[from - 1] != '"') {
        continue;
      }
      String name = JsonText.decode(content, from, to);
      String renamed = names.renamed(file, name);
      if (renamed != null) {
        places++;
        String spelling = new String(content, from, to - from, StandardCharsets.UTF_8);
        byte[] text = StoredName.replace(spelling, renamed).getBytes(StandardCharsets.UTF_8);
        out.write(content, done, from - done);
        out.write(text, 0, text.length);
        done = to;
      }
    }
    return done;
  }

  /// How many places were renamed.
  public long places() {
    return places;
  }

  /// How many entries are different.
  public long entries() {
    return entries;
  }

  @Override
  public void close() {
    codec.close();
  }
}
