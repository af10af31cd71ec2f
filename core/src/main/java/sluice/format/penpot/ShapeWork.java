package sluice.format.penpot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.archive.Deflated;
import sluice.discover.CombinationTable;
import sluice.finding.NodeLines;
import sluice.format.ParentNeeded;
import sluice.format.penpot.shape.ImportRules;
import sluice.format.penpot.shape.Motion;
import sluice.format.penpot.shape.Notices;
import sluice.format.penpot.shape.PenpotFonts;
import sluice.format.penpot.shape.Point;
import sluice.format.penpot.shape.Shape;
import sluice.format.penpot.shape.ShapeWriter;
import sluice.format.penpot.shape.Surroundings;
import sluice.json.JsonUpdate;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.Severity;
import sluice.problem.SluiceException;
import sluice.token.AppliedToken;

/// Decides what changes on the shapes of a chunk and packs them anew. Safe for use by several
/// threads, each with its own chunk.
///
/// Every shape that carries tokens ends as exactly one of *changed*, *unchanged*, *skipped*
/// (nothing could be applied, and the problems say why; or the run's scope leaves it out) and
/// *failed* (its own data cannot be read, or the importer would refuse what would be written).
final class ShapeWork implements AutoCloseable {
  private static final BytePattern APPLIED_TOKENS =
      new BytePattern("\"appliedTokens\"".getBytes(StandardCharsets.US_ASCII));

  private static final BytePattern GROUP =
      new BytePattern("\"group\"".getBytes(StandardCharsets.US_ASCII));

  private final String document;
  private final Archive archive;
  private final ArchiveContents contents;
  private final Map<String, FileWork> files;
  private final PenpotFonts fonts;
  private final ShapeScope scope;
  private final @Nullable Ancestors ancestors;
  private final @Nullable GroupBounds groupBounds;
  private final @Nullable NodeLines lines;
  private final boolean packs;
  private final Looks looks;
  private final Map<String, byte[]> libraries;
  private final Runnable check;
  private final Queue<Tools> tools = new ConcurrentLinkedQueue<>();

  /// What is noted for a report.
  enum Looks {
    /// Nothing.
    NONE,
    /// Where shapes belong and what changes.
    FACTS,
    /// The JSON before and after as well, for shapes that are drawn.
    CONTENT
  }

  /// What a thread works with.
  ///
  /// @param current reads the shape at work
  /// @param around reads the shapes around it
  private record Tools(EntryText current, EntryText around) {}

  /// @param lines what is told of shapes, or null
  /// @param packs whether changed shapes are written
  /// @param looks what is noted for a report
  ShapeWork(
      Archive archive,
      ArchiveContents contents,
      PenpotPass.Settings settings,
      Map<String, FileWork> files,
      ShapeScope scope,
      @Nullable Ancestors ancestors,
      @Nullable GroupBounds groupBounds,
      @Nullable NodeLines lines,
      boolean packs,
      Looks looks) {
    this.document = settings.document();
    this.archive = archive;
    this.contents = contents;
    this.files = files;
    this.fonts = settings.fonts();
    this.scope = scope;
    this.ancestors = ancestors;
    this.groupBounds = groupBounds;
    this.lines = lines;
    this.packs = packs;
    this.looks = looks;
    this.libraries = settings.libraries();
    this.check = settings.check();
  }

  void work(ShapeChunk chunk) {
    Tools mine = tools.poll();
    if (mine == null) {
      mine = new Tools(new EntryText(document, archive), new EntryText(document, archive));
    }
    try {
      for (int i = 0; i < chunk.count(); i++) {
        new CurrentShape(chunk, chunk.slot(i), mine).work();
      }
    } catch (IOException e) {
      throw EntryText.unreadable(document, e);
    } finally {
      tools.add(mine);
    }
  }

  @Override
  public void close() {
    for (Tools some = tools.poll(); some != null; some = tools.poll()) {
      some.current().close();
      some.around().close();
    }
  }

  /// The work on one entry.
  private final class CurrentShape implements Surroundings {
    private final ShapeChunk chunk;
    private final ShapeChunk.Slot slot;
    private final Tools mine;
    private final Notices notices = new Notices();
    private final @Nullable ShapeText text;
    private @Nullable Shape shape;
    private ShapePlan plan = ShapePlan.NOTHING;
    private boolean hindered;

    CurrentShape(ShapeChunk chunk, ShapeChunk.Slot slot, Tools mine) {
      this.chunk = chunk;
      this.slot = slot;
      this.mine = mine;
      this.text = lines == null ? null : new ShapeText(lines, slot, contents);
    }

    void work() throws IOException {
      decide();
      slot.linesFrom = chunk.lines.length();
      if (text != null) {
        text.end(chunk.lines);
      }
      slot.linesTo = chunk.lines.length();
    }

    private void decide() throws IOException {
      if (!slot.isHeld()) {
        mine.current().codec().verify(slot.entry, mine.current().records(), slot.place, check);
        if (slot.name.kind() == EntryName.Kind.SHAPE) {
          note(new ShapeFacts());
          bears();
          fail(
              ProblemCode.LIMIT_EXCEEDED,
              "the shape is too large",
              "%,d bytes, at most %,d"
                  .formatted(slot.entry.size(), PenpotLimits.SHAPE_SIZE_BYTES_MAX));
        }
        noteLibrary();
        return;
      }
      int size =
          mine.current()
              .codec()
              .inflate(slot.entry, chunk.raw.bytes(), slot.rawFrom, slot.dataSize());
      byte[] content = mine.current().codec().content();
      note(content, size);
      boolean hasTokens = APPLIED_TOKENS.isIn(content, size);
      if (hasTokens
          || mayBeCarried()
          || wantsUntokenised()
          || (groupBounds != null && GROUP.isIn(content, size))) {
        read(content, size, hasTokens);
      }
    }

    private void note(byte[] content, int size) {
      if (looks != Looks.NONE) {
        ShapeFacts facts = ShapeFacts.of(content, size, mine.current().where(slot.entry));
        if (looks == Looks.CONTENT) {
          facts.before = Arrays.copyOf(content, size);
        }
        note(facts);
      }
    }

    private void note(ShapeFacts facts) {
      if (looks != Looks.NONE) {
        slot.facts = facts;
      }
    }

    private void bears() {
      chunk.counts.withTokens++;
      if (slot.facts != null) {
        slot.facts.bears = true;
      }
    }

    private boolean wantsUntokenised() {
      return lines != null && lines.nearest() != null;
    }

    /// A library that is replaced has a line too, so that the run can be taken back.
    private void noteLibrary() throws IOException {
      byte[] library =
          text != null && slot.name.kind() == EntryName.Kind.TOKENS
              ? libraries.get(slot.name.file())
              : null;
      if (library == null || text == null) {
        return;
      }
      if (!EntryText.isReadable(slot.entry)) {
        throw new SluiceException(
            Problem.of(ProblemCode.LIMIT_EXCEEDED, "the archive's library is too large")
                .at(new Location.InEntry(document, slot.entry.name()))
                .because(
                    "a change set holds the old library, which has %,d bytes; at most %,d"
                        .formatted(slot.entry.size(), PenpotLimits.SHAPE_SIZE_BYTES_MAX))
                .advising("leave --changes or --embed-tokens out"));
      }
      int size = mine.current().read(slot.entry);
      String old = new String(mine.current().codec().content(), 0, size, StandardCharsets.UTF_8);
      text.replacedLibrary(old, library.length);
    }

    private boolean mayBeCarried() {
      return ancestors != null && ancestors.anyCarries();
    }

    private void read(byte[] content, int size, boolean hasTokens) {
      if (!EntryText.isShallow(content, size, mine.current().where(slot.entry))) {
        bears();
        fail(
            ProblemCode.LIMIT_EXCEEDED,
            "the shape is nested too deeply",
            "it is nested deeper than " + PenpotLimits.NESTING_MAX);
      } else if (EntryText.isObject(content)) {
        Shape current = new Shape(content, size);
        shape = current;
        if (text != null) {
          text.turnTo(current);
        }
        apply(current, content, hasTokens);
      } else {
        bears();
        fail(ProblemCode.JSON_MALFORMED, "the entry is no shape", "it holds no JSON object");
      }
    }

    private void apply(Shape current, byte[] content, boolean hasTokens) {
      FileWork file = files.get(slot.name.file());
      Ancestors.Placed around = mayBeCarried() ? parentPlaced() : Ancestors.Placed.PAGE;
      String carrier = around.motion().isNone() ? null : around.token();
      CombinationTable.Found<ShapePlan> found =
          file == null || !hasTokens ? null : file.plan(current, content);
      plan = found == null ? ShapePlan.NOTHING : found.value();
      boolean bears = plan.pairs() > 0 || !plan.malformed().isEmpty();
      if (bears) {
        bears();
        if (!inScope()) {
          chunk.counts.skipped++;
          plan = ShapePlan.NOTHING;
          bears = false;
        } else {
          count(found, file);
        }
      }
      if (text != null && bears) {
        text.carries(plan.tokens());
      }
      if (text != null && wantsUntokenised() && (bears || inScope())) {
        text.untokenised(current);
      }
      GroupBounds.Inside inside = inside(current);
      if (!bears && carrier == null && inside == null) {
        return;
      }
      boolean changed = ShapeWriter.apply(current, plan.values(), this, fonts, carrier, notices);
      if (ancestors == null && ShapeWriter.carries(current, plan.values())) {
        throw new ParentNeeded();
      }
      if (inside != null) {
        changed |= ShapeWriter.enclose(current, inside.corners(), inside.token());
      }
      tell();
      if (changed && !accepted(current)) {
        chunk.counts.failed += bears ? 1 : 0;
        return;
      }
      if (changed) {
        replace(current);
      }
      settle(bears, changed);
    }

    private void settle(boolean bears, boolean changed) {
      if (!bears) {
        chunk.counts.carried += changed ? 1 : 0;
      } else if (changed) {
        chunk.counts.changed++;
        if (slot.facts != null) {
          slot.facts.changed = true;
        }
      } else if (!plan.malformed().isEmpty()) {
        chunk.counts.failed++;
      } else if (hindered) {
        chunk.counts.skipped++;
      } else {
        chunk.counts.unchanged++;
      }
    }

    private GroupBounds.@Nullable Inside inside(Shape current) {
      return groupBounds != null && current.type().equals("group")
          ? groupBounds.of(slot.name.file(), slot.name.page(), current, mine.around())
          : null;
    }

    private boolean inScope() {
      return scope.includes(slot.name.page(), slot.name.id(), () -> parentPlaced().included());
    }

    private void count(CombinationTable.@Nullable Found<ShapePlan> found, @Nullable FileWork file) {
      chunk.counts.pairs += plan.pairs();
      if (found != null && found.known()) {
        chunk.counts.cacheHits++;
      } else {
        chunk.counts.cacheMisses++;
      }
      for (AppliedToken missing : plan.missing()) {
        hindered = true;
        chunk.dangling.add(new DanglingNames.Key(slot.name.file(), missing.token()), 1);
        if (text != null && file != null) {
          text.broken(missing.property(), missing.token(), file.dangling(missing.token()));
        }
      }
      for (String key : plan.malformed()) {
        problem(
            key,
            Problem.of(ProblemCode.PLUGIN_DATA_MALFORMED, "the token of \"" + key + "\" is no text")
                .because("appliedTokens holds something else there"));
      }
    }

    private void tell() {
      boolean waits = false;
      for (Notices.Notice notice : notices.all()) {
        problem(notice.attribute(), notice.problem());
        hindered |= notice.problem().code().severity() != Severity.INFO;
        waits |= notice.problem().code() == ProblemCode.LAYOUT_PENDING;
      }
      chunk.counts.pending += waits ? 1 : 0;
      if (slot.facts != null) {
        slot.facts.waits = waits;
      }
    }

    /// Whether Penpot's importer would take the shape as it is now; one wrong field makes it refuse
    /// the whole archive.
    private boolean accepted(Shape current) {
      String violation = ImportRules.violation(current::get, current.keysChanged());
      if (violation != null) {
        report(
            ProblemCode.NOT_IMPORTABLE,
            "Penpot would refuse the changed shape",
            violation,
            "repair the shape in Penpot; it is left as it is");
      }
      return violation == null;
    }

    private void replace(Shape current) {
      JsonUpdate update = current.update(text != null || slot.facts != null);
      if (looks == Looks.CONTENT && slot.facts != null) {
        slot.facts.after = update.result();
      }
      if (packs) {
        byte[] content = update.result();
        Deflated deflated = mine.current().codec().deflate(content, 0, content.length);
        slot.replacedFrom = chunk.replaced.append(deflated.bytes(), 0, deflated.length());
        slot.replacedSize = deflated.length();
        slot.crc = deflated.crc();
        slot.size = deflated.size();
      }
      chunk.counts.replacedEntries++;
      chunk.counts.changes += update.changeCount();
      if (slot.facts != null) {
        slot.facts.changes(current, update);
      }
      if (text != null) {
        text.changed(current, plan.applied(), update);
      }
    }

    private void fail(ProblemCode code, String what, String why) {
      chunk.counts.failed++;
      report(
          code,
          what,
          why,
          "repair or shorten it in Penpot; it is left as it is, the others are not affected");
    }

    private void report(ProblemCode code, String what, String why, String help) {
      chunk.problems.add(code, () -> new Problem(code, what, place(null), why, help));
      if (text != null) {
        text.broken(null, null, new Problem(code, what, null, why, help));
      }
    }

    private void problem(String attribute, Problem problem) {
      chunk.problems.add(problem.code(), () -> problem.at(place(attribute)));
      if (text != null) {
        text.broken(attribute, plan.tokens().get(attribute), problem);
      }
    }

    private Location place(@Nullable String attribute) {
      String name = shape == null ? null : shape.text("name");
      // Names of texts are what they say, line ends and all.
      String path =
          ShapeLine.path(contents.pageName(slot.name.page()), name).replaceAll("\\s+", " ").strip();
      return new Location.InShape(document, slot.name.id(), path, attribute, slot.entry.name());
    }

    private String parentId() {
      String parent = shape == null ? null : shape.text("parentId");
      return parent == null ? "" : parent;
    }

    private Ancestors.Placed parentPlaced() {
      return placed(parentId());
    }

    private Ancestors.Placed placed(String id) {
      if (id.isEmpty() || id.equals(Ancestors.ROOT)) {
        return Ancestors.Placed.PAGE;
      }
      if (ancestors == null) {
        throw new ParentNeeded();
      }
      try {
        return ancestors.placed(slot.name.file(), slot.name.page(), id, mine.around());
      } catch (SluiceException e) {
        if (e.problem().code() != ProblemCode.LIMIT_EXCEEDED) {
          throw e;
        }
        problem("x", e.problem());
        return Ancestors.Placed.PAGE;
      }
    }

    @Override
    public Parent parent() {
      return parentPlaced().parent();
    }

    @Override
    public Point frameOrigin() {
      return parentPlaced().board();
    }

    @Override
    public Motion motion() {
      return parentPlaced().motion();
    }
  }
}
