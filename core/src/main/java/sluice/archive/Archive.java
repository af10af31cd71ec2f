package sluice.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import sluice.problem.SluiceException;

/// A ZIP archive on disk, its central directory found and checked. Nothing is held for each entry:
/// whoever wants the entries walks over the directory once more.
///
/// Safe for use by several threads, which share the channel and nothing else.
public final class Archive implements AutoCloseable {
  /// Entries an archive may have. Checking so many takes 1.6 GB of temporary files.
  public static final long ENTRIES_MAX = 100_000_000;

  private final ArchiveFile file;
  private final EndRecord end;
  private final boolean inFileOrder;

  private Archive(ArchiveFile file, EndRecord end, boolean inFileOrder) {
    this.file = file;
    this.end = end;
    this.inFileOrder = inFileOrder;
  }

  /// Finds the central directory and checks every record of it: signatures, span, kinds, sizes,
  /// names, that no name comes twice and no two entries overlap. Local records are checked when
  /// they are located, contents when they are unpacked.
  ///
  /// @param channel the file; closed with the archive, left open when opening fails
  /// @param name what the person calls it, for messages
  /// @param spillFolder where temporary files are made, only with more than 65,536 entries; they
  ///   are gone when this returns
  /// @param check called now and then; ends the work by throwing
  /// @throws SluiceException `archive-malformed`, `archive-unsupported`, `limit-exceeded`
  public static Archive open(FileChannel channel, String name, Path spillFolder, Runnable check)
      throws IOException {
    ArchiveFaults faults = new ArchiveFaults(name);
    ArchiveFile file = new ArchiveFile(channel, channel.size(), faults);
    EndRecord end = new EndRecordSearch(file).find();
    if (end.entryCount() > ENTRIES_MAX) {
      throw faults.limit(
          null,
          "it has %,d entries, at most %,d are read".formatted(end.entryCount(), ENTRIES_MAX),
          "split the archive");
    }
    boolean inFileOrder = new DirectoryCheck(file, end, spillFolder, check).run();
    return new Archive(file, end, inFileOrder);
  }

  /// Entries in the central directory, folders included.
  public long entryCount() {
    return end.entryCount();
  }

  /// Size of the file when it was opened.
  public long sizeBytes() {
    return file.sizeBytes();
  }

  /// A walk over the central directory that has not begun.
  public DirectoryReader directory() {
    return new DirectoryReader(file, end, inFileOrder);
  }

  /// A reader of local records, for one thread.
  public RecordReader records() {
    return new RecordReader(file);
  }

  /// A codec for contents, for one thread.
  ///
  /// @param contentSizeBytesMax largest contents it unpacks into memory
  public EntryCodec codec(int contentSizeBytesMax) {
    return new EntryCodec(file.faults(), contentSizeBytesMax);
  }

  /// A writer of a new archive from entries of this one.
  ///
  /// @param target an empty file, not opened for appending; stays open
  /// @param spillFolder where a large central directory waits in a temporary file
  public ArchiveWriter writer(FileChannel target, Path spillFolder) {
    return new ArchiveWriter(file, target, spillFolder);
  }

  /// The archive's comment, its bytes as they are.
  public byte[] comment() {
    return end.comment().clone();
  }

  @Override
  public void close() throws IOException {
    file.channel().close();
  }
}
