package sluice.format.penpot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.archive.ArchiveEntry;
import sluice.archive.ArchiveWriter;
import sluice.archive.Deflated;
import sluice.archive.DirectoryReader;
import sluice.archive.EntryCodec;
import sluice.archive.LocalRecord;
import sluice.archive.RecordReader;
import sluice.document.ArchiveCounts;
import sluice.document.RunCounts;
import sluice.document.Scope;
import sluice.emit.LineFile;
import sluice.finding.NodeLines;
import sluice.format.DocumentPass;
import sluice.format.penpot.shape.AppliedValues;
import sluice.format.penpot.shape.PenpotFonts;
import sluice.format.penpot.shape.Shape;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.report.gather.Gathered;

/// One pass over a Penpot archive that applies tokens: its entries in the directory's order, each
/// copied as it is or written anew.
///
/// The three functions of a chunk touch different things: reading the directory and records, work
/// the chunk alone, writing the new archive, lines and counts.
public final class PenpotPass implements DocumentPass<PenpotPass.Chunk> {
  private final Archive archive;
  private final ArchiveContents contents;
  private final Settings settings;
  private final Target target;
  private final Map<String, FileWork> files;
  private final ShapeScope scope;
  private final @Nullable Ancestors ancestors;
  private final @Nullable GroupBounds groupBounds;
  private final ShapeWork work;
  private final @Nullable ImpactWork impact;
  private final DirectoryReader directory;
  private final RecordReader records;
  private final ShapeCounts counts = new ShapeCounts();
  private final DanglingNames dangling = new DanglingNames();
  private final ProblemTally problems = new ProblemTally();
  private long embedded;
  private volatile long bytesDone;

  /// Entries that travel together.
  public static final class Chunk {
    final ShapeChunk content = new ShapeChunk();
    long readTo;

    Chunk() {}
  }

  /// What a pass is made of.
  ///
  /// @param document what the person calls the archive
  /// @param tokens by id of the file; shapes of other files are copied
  /// @param older the tokens before by id of the file, of a run that tells what `tokens` change
  ///   against them; or null
  /// @param fonts the team's fonts
  /// @param scope the part to apply tokens to
  /// @param libraries new texts for the token libraries of files
  /// @param chunkSizeNodes shapes that make a chunk
  /// @param combinationsMax combinations kept for each file; 0 works each shape's out anew
  /// @param check called now and then; ends the work by throwing
  public record Settings(
      String document,
      Map<String, FileTokens> tokens,
      @Nullable Map<String, FileTokens> older,
      PenpotFonts fonts,
      Scope scope,
      Map<String, byte[]> libraries,
      int chunkSizeNodes,
      int combinationsMax,
      Runnable check) {
    public Settings {
      tokens = Map.copyOf(tokens);
      older = older == null ? null : Map.copyOf(older);
      libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
    }
  }

  /// Where results go.
  ///
  /// @param archive the new archive, or null when only counts are wanted
  /// @param changeLines the lines about shapes, or null
  /// @param lines what those lines say
  /// @param gather what is noted for a report, or null
  /// @param failed turns an error of writing into the run's problem
  public record Target(
      @Nullable ArchiveWriter archive,
      @Nullable LineFile changeLines,
      NodeLines lines,
      @Nullable ShapeGather gather,
      Function<IOException, SluiceException> failed) {}

  PenpotPass(
      Archive archive,
      ArchiveContents contents,
      Settings settings,
      @Nullable ShapeNotes notes,
      Target target) {
    this.archive = archive;
    this.contents = contents;
    this.settings = settings;
    this.target = target;
    this.scope = PenpotFormat.scope(settings.scope(), contents);
    this.files = works(settings.tokens());
    this.ancestors = ancestors(files, notes);
    this.groupBounds = groupBounds(ancestors, notes);
    this.work =
        shapeWork(
            files,
            ancestors,
            groupBounds,
            target.archive() != null,
            target.gather() == null ? ShapeWork.Looks.NONE : ShapeWork.Looks.FACTS);
    Map<String, FileTokens> older = settings.older();
    this.impact = older == null ? null : new ImpactWork(olderWork(works(older), notes), work);
    this.directory = archive.directory();
    this.records = archive.records();
  }

  private Map<String, FileWork> works(Map<String, FileTokens> tokens) {
    Map<String, FileWork> works = new HashMap<>();
    tokens.forEach((file, some) -> works.put(file, new FileWork(some, settings.combinationsMax())));
    return works;
  }

  private ShapeWork olderWork(Map<String, FileWork> works, @Nullable ShapeNotes notes) {
    Ancestors around = ancestors(works, notes);
    return shapeWork(works, around, groupBounds(around, notes), false, ShapeWork.Looks.NONE);
  }

  private @Nullable Ancestors ancestors(Map<String, FileWork> works, @Nullable ShapeNotes notes) {
    return notes == null
        ? null
        : new Ancestors(notes, (shape, file) -> values(works.get(file), shape), scope);
  }

  private static @Nullable GroupBounds groupBounds(
      @Nullable Ancestors around, @Nullable ShapeNotes notes) {
    return notes != null && notes.anyMoves()
        ? new GroupBounds(notes, Objects.requireNonNull(around))
        : null;
  }

  private ShapeWork shapeWork(
      Map<String, FileWork> works,
      @Nullable Ancestors around,
      @Nullable GroupBounds bounds,
      boolean packs,
      ShapeWork.Looks looks) {
    return new ShapeWork(
        archive,
        contents,
        settings,
        works,
        scope,
        around,
        bounds,
        target.changeLines() == null ? null : target.lines(),
        packs,
        looks);
  }

  private static AppliedValues values(@Nullable FileWork known, Shape shape) {
    return known == null ? ShapePlan.NOTHING.values() : known.values(shape);
  }

  @Override
  public Chunk newChunk() {
    return new Chunk();
  }

  @Override
  public boolean read(Chunk chunk) {
    try {
      while (!chunk.content.isFull(settings.chunkSizeNodes())) {
        ArchiveEntry entry = directory.next();
        if (entry == null) {
          chunk.readTo = archive.sizeBytes();
          return false;
        }
        read(entry, chunk);
      }
      return true;
    } catch (IOException e) {
      throw EntryText.unreadable(settings.document(), e);
    }
  }

  private void read(ArchiveEntry entry, Chunk chunk) throws IOException {
    LocalRecord place = records.locate(entry);
    EntryName name = EntryName.of(entry.name());
    ShapeChunk content = chunk.content;
    ShapeChunk.Slot slot = content.add(entry, place, name);
    chunk.readTo = Math.max(chunk.readTo, place.end());
    if (name.kind() == EntryName.Kind.SHAPE) {
      content.counts.nodes++;
      if (EntryText.isReadable(entry)) {
        int size = slot.dataSize();
        slot.rawFrom = content.raw.extend(size);
        records.read(place.dataStart(), content.raw.bytes(), slot.rawFrom, size);
      }
    }
  }

  @Override
  public void work(Chunk chunk) {
    if (impact != null) {
      impact.work(chunk.content);
    } else {
      work.work(chunk.content);
    }
  }

  @Override
  public void write(Chunk chunk) {
    ShapeChunk content = chunk.content;
    try {
      emit(content);
    } catch (IOException e) {
      throw target.failed().apply(e);
    }
    if (target.gather() != null) {
      target.gather().take(content);
    }
    counts.add(content.counts);
    dangling.addAll(content.dangling);
    problems.addAll(content.problems);
    bytesDone = Math.max(bytesDone, chunk.readTo);
    chunk.readTo = 0;
    content.clear();
  }

  private void emit(ShapeChunk chunk) throws IOException {
    LineFile lines = target.changeLines();
    if (lines != null && chunk.lines.length() > 0) {
      lines.splice(0, 0, chunk.lines.bytes(), 0, chunk.lines.length());
    }
    ArchiveWriter out = target.archive();
    if (out == null) {
      return;
    }
    for (int i = 0; i < chunk.count(); i++) {
      ShapeChunk.Slot slot = chunk.slot(i);
      byte[] library =
          slot.name.kind() == EntryName.Kind.TOKENS
              ? settings.libraries().get(slot.name.file())
              : null;
      if (library != null) {
        embed(out, slot, library);
      } else if (slot.isReplaced()) {
        out.replace(
            slot.entry,
            slot.place,
            chunk.replaced.bytes(),
            slot.replacedFrom,
            slot.replacedSize,
            slot.crc,
            slot.size);
      } else {
        out.copy(slot.entry, slot.place);
      }
    }
  }

  private void embed(ArchiveWriter out, ShapeChunk.Slot slot, byte[] library) throws IOException {
    try (EntryCodec codec = archive.codec(library.length)) {
      Deflated packed = codec.deflate(library, 0, library.length);
      out.replace(
          slot.entry, slot.place, packed.bytes(), 0, packed.length(), packed.crc(), packed.size());
      embedded++;
    }
  }

  /// Adds the libraries of files that had none.
  private void addLibraries(ArchiveWriter out) throws IOException {
    for (Map.Entry<String, byte[]> library : settings.libraries().entrySet()) {
      if (contents.tokens(library.getKey()) == null) {
        try (EntryCodec codec = archive.codec(library.getValue().length)) {
          Deflated packed = codec.deflate(library.getValue(), 0, library.getValue().length);
          out.add(
              EntryName.tokens(library.getKey()),
              packed.bytes(),
              0,
              packed.length(),
              packed.crc(),
              packed.size());
          embedded++;
        }
      }
    }
  }

  /// The change set's lines for what [#addLibraries] adds, which stands at the archive's end.
  private void noteAddedLibraries(LineFile lines) throws IOException {
    for (String file : settings.libraries().keySet()) {
      if (contents.tokens(file) == null) {
        byte[] line =
            ShapeLine.ofLibrary(file, EntryName.tokens(file), null, 0)
                .getBytes(StandardCharsets.UTF_8);
        lines.splice(0, 0, line, 0, line.length);
      }
    }
  }

  @Override
  public void finish() {
    try {
      ArchiveWriter out = target.archive();
      if (out != null) {
        addLibraries(out);
        out.finish(archive.comment());
      }
      LineFile lines = target.changeLines();
      if (lines != null) {
        noteAddedLibraries(lines);
        lines.finish();
      }
    } catch (IOException e) {
      throw target.failed().apply(e);
    }
    addDangling();
  }

  private void addDangling() {
    for (DanglingNames.Count count : dangling.counts()) {
      FileTokens tokens = settings.tokens().get(count.key().file());
      if (tokens != null) {
        problems.add(
            ProblemCode.TOKEN_DANGLING, () -> Dangling.problem(settings.document(), count, tokens));
      }
    }
    if (dangling.others() > 0) {
      problems.add(Dangling.others(settings.document(), dangling.others()));
    }
  }

  @Override
  public int nodes(Chunk chunk) {
    return Math.toIntExact(chunk.content.counts.nodes);
  }

  @Override
  public long bytesDone() {
    return bytesDone;
  }

  /// Whether anything is different from the archive that was read.
  public boolean isChanged() {
    return counts.replacedEntries + embedded > 0;
  }

  @Override
  public RunCounts counts() {
    return new RunCounts(
        counts.nodes,
        counts.withTokens,
        counts.changed,
        counts.unchanged,
        counts.skipped,
        counts.failed,
        counts.changes,
        files.values().stream().mapToLong(FileWork::combinationCount).sum(),
        counts.cacheHits,
        counts.cacheMisses);
  }

  /// What there is to count in an archive only.
  public ArchiveCounts archiveCounts() {
    return new ArchiveCounts(
        archive.entryCount(),
        counts.replacedEntries + embedded,
        counts.carried,
        counts.pending,
        counts.pairs,
        dangling.pairs(),
        dangling.counts().size());
  }

  @Override
  public ProblemTally problems() {
    return problems;
  }

  /// What was noted for a report, with pictures of the most affected frames; once, after the pass.
  ///
  /// @throws IllegalStateException when nothing was to be noted
  public Gathered gathered() throws IOException {
    ShapeGather gather = target.gather();
    if (gather == null) {
      throw new IllegalStateException("no report was asked for");
    }
    List<ShapeGather.Frame> frames = gather.finish();
    try (ShapeWork again =
        new ShapeWork(
            archive,
            contents,
            settings,
            files,
            scope,
            ancestors,
            groupBounds,
            null,
            false,
            ShapeWork.Looks.CONTENT)) {
      return new Gathered(
          gather.tokens().board(),
          gather.pages().maps(),
          gather.pages().omitted(),
          new ShapePictures(archive, again, settings.check()).draw(frames));
    }
  }

  /// Lets go of what the work needed.
  public void close() {
    work.close();
    if (impact != null) {
      impact.close();
    }
  }
}
