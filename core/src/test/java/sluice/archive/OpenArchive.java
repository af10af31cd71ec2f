package sluice.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// What tests do with an archive: read all of it, copy it, replace entries.
final class OpenArchive {
  static final int CONTENT_SIZE_BYTES_MAX = 1 << 20;

  private OpenArchive() {}

  static Archive open(Path file) throws IOException {
    return Archive.open(
        FileChannel.open(file, StandardOpenOption.READ), "test.zip", folderOf(file), () -> {});
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  static List<ArchiveEntry> entries(Archive archive) throws IOException {
    List<ArchiveEntry> entries = new ArrayList<>();
    DirectoryReader directory = archive.directory();
    for (ArchiveEntry entry = directory.next(); entry != null; entry = directory.next()) {
      entries.add(entry);
    }
    return entries;
  }

  /// All contents by name, in the order of the directory.
  static Map<String, byte[]> contents(Path file) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try (Archive archive = open(file);
        EntryCodec codec = archive.codec(CONTENT_SIZE_BYTES_MAX)) {
      RecordReader records = archive.records();
      DirectoryReader directory = archive.directory();
      for (ArchiveEntry entry = directory.next(); entry != null; entry = directory.next()) {
        LocalRecord place = records.locate(entry);
        codec.verify(entry, records, place, () -> {});
        int count = Math.toIntExact(place.dataEnd() - place.dataStart());
        byte[] data = new byte[count];
        records.read(place.dataStart(), data, 0, count);
        int length = codec.inflate(entry, data, 0, count);
        contents.put(entry.name(), Arrays.copyOf(codec.content(), length));
      }
    }
    return contents;
  }

  static void copy(Path from, Path to) throws IOException {
    rewrite(from, to, _ -> false, new byte[0]);
  }

  /// Copies an archive; entries whose name is chosen get other contents.
  static void rewrite(Path from, Path to, Predicate<String> chosen, byte[] contents)
      throws IOException {
    Files.deleteIfExists(to);
    try (Archive archive = open(from);
        EntryCodec codec = archive.codec(CONTENT_SIZE_BYTES_MAX);
        FileChannel target =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ArchiveWriter writer = archive.writer(target, folderOf(from))) {
      RecordReader records = archive.records();
      DirectoryReader directory = archive.directory();
      for (ArchiveEntry entry = directory.next(); entry != null; entry = directory.next()) {
        LocalRecord place = records.locate(entry);
        if (chosen.test(entry.name())) {
          Deflated packed = codec.deflate(contents, 0, contents.length);
          writer.replace(
              entry, place, packed.bytes(), 0, packed.length(), packed.crc(), packed.size());
        } else {
          writer.copy(entry, place);
        }
      }
      writer.finish(archive.comment());
      if (writer.bytesWritten() != Files.size(to)) {
        throw new AssertionError(writer.bytesWritten() + " counted, " + Files.size(to));
      }
    }
  }
}
