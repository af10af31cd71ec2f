package sluice.format.penpot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.archive.ArchiveEntry;
import sluice.archive.DirectoryReader;
import sluice.archive.LocalRecord;
import sluice.archive.RecordReader;
import sluice.format.penpot.shape.Shape;
import sluice.report.Layer;
import sluice.report.Picture;
import sluice.report.gather.ReportLimits;

/// Draws frames of an archive before and after, by deciding their shapes once more.
///
/// A frame says which shapes it holds, each of those says it too, and so on. Entries are found by
/// walking the directory, so every walk goes one level deeper. Of a frame the shapes painted first
/// are read, as many as are drawn; what is kept of each are its two layers and the ids of what it
/// holds.
final class ShapePictures {
  /// Levels that are looked for; what lies deeper is left out.
  static final int LEVELS_MAX = 32;

  private final Archive archive;
  private final ShapeWork work;
  private final Runnable check;
  private final RecordReader records;
  private final Map<Key, Drawn> drawn = new HashMap<>();
  private final ShapeChunk chunk = new ShapeChunk();

  private record Key(String page, String id) {}

  /// A shape that was read, its depth not yet known.
  private record Drawn(Layer before, Layer after, boolean waits, List<String> children) {}

  /// A shape in order of painting.
  private record Placed(Key key, int depth) {}

  /// @param work decides shapes and keeps their JSON
  /// @param check called now and then; ends the work by throwing
  ShapePictures(Archive archive, ShapeWork work, Runnable check) {
    this.archive = archive;
    this.work = work;
    this.check = check;
    this.records = archive.records();
  }

  /// The pictures of some frames; of one that shows nothing there is none.
  List<Picture> draw(List<ShapeGather.Frame> noted) throws IOException {
    List<ShapeGather.Frame> frames =
        noted.subList(0, Math.min(noted.size(), ReportLimits.FRAMES_MAX));
    for (int level = 0; level < LEVELS_MAX; level++) {
      Set<Key> wanted = new HashSet<>();
      for (ShapeGather.Frame frame : frames) {
        for (Placed placed : order(frame)) {
          if (!drawn.containsKey(placed.key())) {
            wanted.add(placed.key());
          }
        }
      }
      if (wanted.isEmpty() || !read(wanted)) {
        break;
      }
    }
    List<Picture> pictures = new ArrayList<>();
    for (ShapeGather.Frame frame : frames) {
      Picture picture = picture(frame);
      if (picture != null) {
        pictures.add(picture);
      }
    }
    return pictures;
  }

  /// The shapes of a frame painted first, read or not.
  private List<Placed> order(ShapeGather.Frame frame) {
    List<Placed> placed = new ArrayList<>();
    place(new Key(frame.name().page(), frame.name().id()), 0, placed);
    return placed;
  }

  private void place(Key key, int depth, List<Placed> placed) {
    if (placed.size() == ReportLimits.LAYERS_MAX || depth > LEVELS_MAX) {
      return;
    }
    placed.add(new Placed(key, depth));
    Drawn known = drawn.get(key);
    if (known != null) {
      for (String child : known.children()) {
        place(new Key(key.page(), child), depth + 1, placed);
      }
    }
  }

  /// Reads shapes; returns whether there was any.
  private boolean read(Set<Key> wanted) throws IOException {
    boolean any = false;
    DirectoryReader directory = archive.directory();
    for (ArchiveEntry entry = directory.next(); entry != null; entry = directory.next()) {
      check.run();
      EntryName name = EntryName.of(entry.name());
      if (name.kind() == EntryName.Kind.SHAPE
          && EntryText.isReadable(entry)
          && wanted.contains(new Key(name.page(), name.id()))) {
        any = true;
        add(entry, name);
        if (chunk.isFull(ReportLimits.LAYERS_MAX)) {
          decide();
        }
      }
    }
    decide();
    return any;
  }

  private void add(ArchiveEntry entry, EntryName name) throws IOException {
    LocalRecord place = records.locate(entry);
    ShapeChunk.Slot slot = chunk.add(entry, place, name);
    chunk.counts.nodes++;
    int size = slot.dataSize();
    slot.rawFrom = chunk.raw.extend(size);
    records.read(place.dataStart(), chunk.raw.bytes(), slot.rawFrom, size);
  }

  private void decide() {
    work.work(chunk);
    for (int i = 0; i < chunk.count(); i++) {
      ShapeChunk.Slot slot = chunk.slot(i);
      drawn.put(new Key(slot.name.page(), slot.name.id()), drawn(slot));
    }
    chunk.clear();
  }

  private Drawn drawn(ShapeChunk.Slot slot) {
    ShapeFacts facts = slot.facts;
    Shape shape = facts == null ? null : shape(facts.before, slot);
    if (facts == null || shape == null) {
      return new Drawn(nothing(slot), nothing(slot), false, List.of());
    }
    boolean changed = !facts.changes.isEmpty();
    Layer before = ShapeLayer.of(slot.name.id(), shape, 0, changed);
    byte[] content = facts.after;
    Layer after =
        content == null
            ? before
            : ShapeLayer.of(slot.name.id(), new Shape(content, content.length), 0, changed);
    return new Drawn(before, after, facts.waits, children(shape));
  }

  private static @Nullable Shape shape(byte @Nullable [] content, ShapeChunk.Slot slot) {
    return content != null
            && EntryText.isShallow(content, content.length, slot.entry.name())
            && EntryText.isObject(content)
        ? new Shape(content, content.length)
        : null;
  }

  /// Further ones could not be drawn anyway.
  private static List<String> children(Shape shape) {
    List<String> ids = shape.children();
    return ids.size() <= ReportLimits.LAYERS_MAX
        ? ids
        : List.copyOf(ids.subList(0, ReportLimits.LAYERS_MAX));
  }

  /// What stands for a shape that cannot be read.
  private static Layer nothing(ShapeChunk.Slot slot) {
    return new Layer(
        slot.name.id(),
        "",
        0,
        Layer.Form.OTHER,
        ShapePaints.NOWHERE,
        0,
        List.of(),
        0,
        false,
        List.of(),
        List.of(),
        0,
        List.of(),
        null,
        false);
  }

  private @Nullable Picture picture(ShapeGather.Frame frame) {
    List<Layer> before = new ArrayList<>();
    List<Layer> after = new ArrayList<>();
    boolean waits = false;
    for (Placed placed : order(frame)) {
      Drawn known = drawn.get(placed.key());
      if (known != null) {
        before.add(known.before().at(placed.depth()));
        after.add(known.after().at(placed.depth()));
        waits |= known.waits();
      }
    }
    long read = before.size();
    Layer.dropUnseen(before, after);
    return before.isEmpty()
        ? null
        : new Picture(
            frame.document(),
            frame.page(),
            frame.name().id(),
            frame.said(),
            frame.nodesChanged(),
            frame.changes(),
            frame.box(),
            before,
            after,
            waits,
            Math.max(0, frame.nodes() - read));
  }
}
