package sluice.format.penpot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.archive.ArchiveEntry;
import sluice.archive.LocalRecord;
import sluice.problem.ProblemTally;

/// Entries that travel together from the reader through a worker to the writer. Reused.
final class ShapeChunk {
  private final List<Slot> slots = new ArrayList<>();
  private int count;

  /// Compressed shapes as read.
  final ByteRun raw = new ByteRun();

  /// Compressed shapes as changed.
  final ByteRun replaced = new ByteRun();

  ByteRun lines = new ByteRun();

  /// Lines of a run that compares two versions of the tokens: what the older ones come to, and a
  /// place for both versions together.
  private ByteRun olderLines = new ByteRun();

  private ByteRun mergedLines = new ByteRun();
  final ProblemTally problems = new ProblemTally();
  final DanglingNames dangling = new DanglingNames();
  final ShapeCounts counts = new ShapeCounts();

  /// One entry.
  static final class Slot {
    private static final int NONE = -1;

    ArchiveEntry entry;
    LocalRecord place;
    EntryName name;

    /// Where its data is among the raw bytes, negative when it is not held.
    int rawFrom;

    /// Where its new data is, negative when it is copied.
    int replacedFrom;

    int replacedSize;
    long crc;
    long size;

    // Its lines among those of the chunk.
    int linesFrom;
    int linesTo;
    int olderLinesFrom;
    int olderLinesTo;

    /// What a report wants to know, null when none is wanted or the shape could not be read.
    @Nullable ShapeFacts facts;

    Slot(ArchiveEntry entry, LocalRecord place, EntryName name) {
      this.entry = entry;
      this.place = place;
      this.name = name;
      this.rawFrom = NONE;
      this.replacedFrom = NONE;
    }

    void reset(ArchiveEntry nextEntry, LocalRecord nextPlace, EntryName nextName) {
      entry = nextEntry;
      place = nextPlace;
      name = nextName;
      rawFrom = NONE;
      replacedFrom = NONE;
      facts = null;
    }

    boolean isHeld() {
      return rawFrom >= 0;
    }

    boolean isReplaced() {
      return replacedFrom >= 0;
    }

    int dataSize() {
      return Math.toIntExact(place.dataEnd() - place.dataStart());
    }
  }

  Slot add(ArchiveEntry entry, LocalRecord place, EntryName name) {
    Slot slot;
    if (count == slots.size()) {
      slot = new Slot(entry, place, name);
      slots.add(slot);
    } else {
      slot = slots.get(count);
      slot.reset(entry, place, name);
    }
    count++;
    return slot;
  }

  int count() {
    return count;
  }

  Slot slot(int index) {
    return slots.get(index);
  }

  boolean isFull(int nodesMax) {
    return counts.nodes >= nodesMax
        || count >= PenpotLimits.CHUNK_ENTRIES_MAX
        || raw.length() >= PenpotLimits.CHUNK_SIZE_BYTES_FULL;
  }

  void clear() {
    count = 0;
    raw.clear();
    olderLines.clear();
    mergedLines.clear();
    clearOutcome();
  }

  private void clearOutcome() {
    replaced.clear();
    lines.clear();
    problems.clear();
    dangling.clear();
    counts.clear();
  }

  /// Makes what the work came to that of the older tokens, and the chunk ready for the newer ones.
  void setAside() {
    for (int i = 0; i < count; i++) {
      Slot slot = slots.get(i);
      slot.olderLinesFrom = slot.linesFrom;
      slot.olderLinesTo = slot.linesTo;
    }
    ByteRun emptied = olderLines;
    olderLines = lines;
    lines = emptied;
    long nodes = counts.nodes;
    clearOutcome();
    counts.nodes = nodes;
  }

  /// The lines that were set aside.
  ByteRun olderLines() {
    return olderLines;
  }

  /// Where the lines of both versions go, see [#takeMerged].
  ByteRun mergedLines() {
    return mergedLines;
  }

  /// Puts the lines of both versions in the place of those of the newer one.
  void takeMerged() {
    ByteRun newer = lines;
    lines = mergedLines;
    mergedLines = newer;
  }
}
