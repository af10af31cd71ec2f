package sluice.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import sluice.emit.TemporaryFiles;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A document as a file that can be read several times, from the front and at any place.
///
/// A compressed document is unpacked once into a temporary file, which goes with [#close].
public final class DocumentInput implements AutoCloseable {
  private static final int COPY_SIZE_BYTES = 256 * 1024;

  private final Path file;
  private final String name;
  private final Path plain;
  private final DocumentKind kind;
  private final long sizeBytes;
  private final FileStamp stamp;

  private DocumentInput(Path file, String name, Path plain, DocumentKind kind, FileStamp stamp)
      throws IOException {
    this.file = file;
    this.name = name;
    this.plain = plain;
    this.kind = kind;
    this.sizeBytes = Files.size(plain);
    this.stamp = stamp;
  }

  /// Opens a document.
  ///
  /// @param name what the person calls it, for messages
  /// @param folder where a compressed document is unpacked
  /// @param check called now and then while it is; ends the work by throwing
  /// @throws SluiceException `file-missing`, `file-unreadable`, `gzip-malformed`, or what
  ///   [DocumentKind#detect] says
  public static DocumentInput open(Path file, String name, Path folder, Runnable check) {
    if (!Files.exists(file)) {
      throw failed(ProblemCode.FILE_MISSING, "there is no such document", name, null).get();
    }
    if (!Files.isRegularFile(file)) {
      throw failed(
              ProblemCode.FILE_UNREADABLE,
              "the document cannot be read",
              name,
              "it is a folder or a device; give a file, or - for standard input")
          .get();
    }
    try {
      // Before the first byte is read, so that no later change is missed.
      FileStamp stamp = FileStamp.of(file);
      byte[] first = new byte[DocumentKind.LOOK_SIZE_BYTES];
      int count;
      try (InputStream in = Files.newInputStream(file)) {
        count = in.readNBytes(first, 0, first.length);
      }
      return switch (DocumentKind.detect(first, count, name)) {
        case JSON -> new DocumentInput(file, name, file, DocumentKind.JSON, stamp);
        case ARCHIVE -> new DocumentInput(file, name, file, DocumentKind.ARCHIVE, stamp);
        case GZIP -> unpack(file, name, folder, check, stamp);
      };
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_UNREADABLE, "the document cannot be read")
              .at(new Location.InWhole(name))
              .because(String.valueOf(e.getMessage())),
          e);
    }
  }

  private interface Failure {
    SluiceException get();
  }

  private static Failure failed(ProblemCode code, String what, String name, @Nullable String why) {
    return () ->
        new SluiceException(new Problem(code, what, new Location.InWhole(name), why, null));
  }

  private static DocumentInput unpack(
      Path file, String name, Path folder, Runnable check, FileStamp stamp) throws IOException {
    Path plain = Files.createTempFile(folder, ".sluice-unpacked-", ".tmp");
    TemporaryFiles.add(plain);
    boolean done = false;
    try (InputStream in =
            new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(file), COPY_SIZE_BYTES));
        OutputStream out = Files.newOutputStream(plain)) {
      checkUnpacked(in, name);
      byte[] piece = new byte[COPY_SIZE_BYTES];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        write(out, piece, count);
        check.run();
      }
      DocumentInput input = new DocumentInput(file, name, plain, DocumentKind.GZIP, stamp);
      done = true;
      return input;
    } catch (ZipException | EOFException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.GZIP_MALFORMED, "the compressed document is damaged")
              .at(new Location.InWhole(name))
              .because(String.valueOf(e.getMessage()))
              .advising("fetch the document again"),
          e);
    } finally {
      if (!done) {
        Files.deleteIfExists(plain);
        TemporaryFiles.remove(plain);
      }
    }
  }

  /// Writes what was unpacked. That it fails says nothing of the document.
  private static void write(OutputStream out, byte[] piece, int count) {
    try {
      out.write(piece, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Looks at the first bytes before the rest is unpacked, which may be a thousand times as much as
  /// the file.
  private static void checkUnpacked(InputStream in, String name) throws IOException {
    byte[] first = new byte[DocumentKind.LOOK_SIZE_BYTES];
    in.mark(first.length);
    int count = in.readNBytes(first, 0, first.length);
    if (DocumentKind.detect(first, count, name) != DocumentKind.JSON) {
      throw new ZipException("what is compressed is no JSON");
    }
    in.reset();
  }

  /// What the person calls the document.
  public String name() {
    return name;
  }

  /// The file as given, compressed or not.
  public Path file() {
    return file;
  }

  /// Whether the file is compressed.
  public boolean compressed() {
    return kind == DocumentKind.GZIP;
  }

  /// What the file is, compressed or not.
  public DocumentKind kind() {
    return kind;
  }

  /// Size of the uncompressed document in bytes.
  public long sizeBytes() {
    return sizeBytes;
  }

  /// The uncompressed document, read from its first byte. The caller closes it.
  public InputStream stream() {
    try {
      return new ChannelStream(channel());
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_UNREADABLE, "the document cannot be read")
              .at(new Location.InWhole(name))
              .because(String.valueOf(e.getMessage())),
          e);
    }
  }

  /// The uncompressed document at any place. The caller closes it.
  public FileChannel channel() throws IOException {
    return FileChannel.open(plain, StandardOpenOption.READ);
  }

  /// Fails when somebody wrote to the file since it was opened, or replaced or removed it. To be
  /// called last before the outputs get their names.
  ///
  /// @throws SluiceException `input-changed`
  public void checkUnchanged() {
    stamp.check(file, name);
  }

  /// What a failed run has to say: that the document changed under it where it did, since whatever
  /// else was found wrong may come from that.
  public SluiceException explained(SluiceException failure) {
    boolean isCancelled = failure.problem().code() == ProblemCode.CANCELLED;
    return isCancelled || stamp.fits(file) ? failure : FileStamp.changed(name, failure);
  }

  /// The same for a run of which only the stamp is left.
  public FileStamp stamp() {
    return stamp;
  }

  @Override
  public void close() {
    if (compressed()) {
      try {
        Files.deleteIfExists(plain);
        TemporaryFiles.remove(plain);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Reads a channel in pieces as large as the caller's array, without a buffer of its own.
  private static final class ChannelStream extends InputStream {
    private final FileChannel channel;

    ChannelStream(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
      return channel.read(ByteBuffer.wrap(target, from, count));
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
