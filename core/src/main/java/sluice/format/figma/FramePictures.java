package sluice.format.figma;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.emit.OrderedSplices;
import sluice.emit.SplicedCopy;
import sluice.finding.NodeLines;
import sluice.format.ParentNeeded;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.report.Layer;
import sluice.report.Picture;
import sluice.report.gather.ReportLimits;

/// Draws units before and after.
///
/// A unit is cut out of the document into a temporary file of its own, with as much around it as
/// decisions depend on, and the same pass goes over that small document once more. So what is drawn
/// is what the run writes, and nothing of a unit had to be kept while the document streamed by.
final class FramePictures {
  private static final int PIECE_SIZE_BYTES = 64 * 1024;

  private static final String OPEN = "{\"type\":\"";
  private static final String HOLDS = "\",\"children\":[";
  private static final String CLOSE = "]}";

  private final FigmaPass whole;
  private final FileChannel source;
  private final Path folder;
  private final Runnable check;

  /// @param whole the pass over the document
  /// @param source the uncompressed document, which stays the caller's
  /// @param folder where temporary files go
  /// @param check called now and then; ends the work by throwing
  FramePictures(FigmaPass whole, FileChannel source, Path folder, Runnable check) {
    this.whole = whole;
    this.source = source;
    this.folder = folder;
    this.check = check;
  }

  /// The pictures of some units; of one that shows nothing there is none.
  List<Picture> draw(List<FigmaGather.Frame> frames) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    long left = ReportLimits.FRAMES_SIZE_BYTES_MAX;
    for (FigmaGather.Frame frame : frames) {
      long size = frame.to() - frame.from();
      if (pictures.size() == ReportLimits.FRAMES_MAX || size > left) {
        continue;
      }
      left -= size;
      check.run();
      try (FileChannel cut = temporaryFile();
          FileChannel updated = temporaryFile()) {
        long before = copy(frame, cut);
        Picture picture = picture(frame, cut, updated, frame.from() - before);
        if (picture != null) {
          pictures.add(picture);
        }
      }
    }
    return pictures;
  }

  private FileChannel temporaryFile() throws IOException {
    return FileChannel.open(
        Files.createTempFile(folder, ".sluice-frame-", ".tmp"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /// Copies a unit inside a node of its parent's type.
  ///
  /// @return where the unit starts in the copy
  private long copy(FigmaGather.Frame frame, FileChannel target) throws IOException {
    if (!frame.parentType().isEmpty()) {
      write(OPEN + frame.parentType() + HOLDS, target);
    }
    long start = target.position();
    ByteBuffer piece = ByteBuffer.allocate(PIECE_SIZE_BYTES);
    long at = frame.from();
    while (at < frame.to()) {
      piece.clear().limit((int) Math.min(piece.capacity(), frame.to() - at));
      int count = source.read(piece, at);
      if (count < 0) {
        break;
      }
      at += count;
      writeAll(piece.flip(), target);
    }
    if (!frame.parentType().isEmpty()) {
      write(CLOSE, target);
    }
    return start;
  }

  private static void write(String text, FileChannel target) throws IOException {
    writeAll(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), target);
  }

  private static void writeAll(ByteBuffer bytes, FileChannel target) throws IOException {
    while (bytes.hasRemaining()) {
      target.write(bytes);
    }
  }

  /// @param moved how much further on the unit is in the document than in its copy
  private @Nullable Picture picture(
      FigmaGather.Frame frame, FileChannel cut, FileChannel updated, long moved)
      throws IOException {
    FrameNotes noted = new FrameNotes();
    boolean waits;
    try {
      waits = apply(cut, updated, moved, null, noted);
    } catch (ParentNeeded _) {
      noted = new FrameNotes();
      updated.truncate(0).position(0);
      try (ParentNotes notes =
          FigmaFormat.noteParents(stream(cut), whole.document(), folder, (_, _) -> check.run())) {
        waits = apply(cut, updated, moved, notes, noted);
      }
    }
    boolean outermost = frame.parentType().isEmpty();
    List<FigmaLayer> read = FigmaLayers.read(stream(cut), outermost, whole.document());
    boolean[] changed = changed(read, noted.changed());
    List<Layer> before = FigmaLayers.painted(read, changed);
    List<Layer> after =
        FigmaLayers.painted(
            FigmaLayers.read(stream(updated), outermost, whole.document()), changed);
    Layer.share(before, after);
    Layer.dropUnseen(before, after);
    return before.isEmpty()
        ? null
        : new Picture(
            whole.document(),
            ReportLimits.cut(frame.page(), ReportLimits.NAME_CHARS_MAX),
            frame.id(),
            frame.name(),
            frame.nodesChanged(),
            frame.changes(),
            frame.box(),
            before,
            after,
            waits || noted.moves(),
            Math.max(0, frame.nodes() - read.size()));
  }

  private static boolean[] changed(List<FigmaLayer> layers, long[] offsets) {
    boolean[] changed = new boolean[layers.size()];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = Arrays.binarySearch(offsets, layers.get(i).offset()) >= 0;
    }
    return changed;
  }

  private static InputStream stream(FileChannel file) throws IOException {
    return Channels.newInputStream(file.position(0));
  }

  private static SluiceException failed(IOException e) {
    throw new UncheckedIOException(e);
  }

  /// Applies tokens to the copy.
  ///
  /// @return whether layout is left to the editor
  private boolean apply(
      FileChannel cut,
      FileChannel updated,
      long moved,
      @Nullable ParentNotes notes,
      FrameNotes noted)
      throws IOException {
    SplicedCopy copy = new SplicedCopy(cut, updated);
    try (OrderedSplices splices = new OrderedSplices(copy, folder)) {
      FigmaPass pass =
          whole.again(
              -moved,
              stream(cut),
              notes,
              new FigmaPass.Target(
                  splices, null, NodeLines.CHANGES, null, noted, FramePictures::failed));
      FigmaPass.Chunk chunk = pass.newChunk();
      boolean more = true;
      while (more) {
        check.run();
        more = pass.read(chunk);
        pass.work(chunk);
        pass.write(chunk);
      }
      pass.finish();
      return pass.problems().counts().containsKey(ProblemCode.LAYOUT_PENDING);
    }
  }
}
