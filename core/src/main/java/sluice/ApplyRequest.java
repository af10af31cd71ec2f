package sluice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sluice.apply.FontCatalog;
import sluice.document.Scope;
import sluice.finding.NodeLines;
import sluice.format.penpot.shape.PenpotFonts;
import sluice.pipeline.BackgroundTask;
import sluice.pipeline.CancelToken;
import sluice.pipeline.LookUp;
import sluice.pipeline.LookUps;
import sluice.pipeline.Mode;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.report.Report;
import sluice.token.Dialect;
import sluice.usage.TokenUsage;

/// Describes a run that applies tokens to a document. Made by [Sluice#apply]; changed until it is
/// started; not safe for use by several threads.
public final class ApplyRequest {
  /// What chunk size and queue limit may be set to.
  public static final int LIMIT_NODES_MAX = MemoryBudget.LIMIT_NODES_MAX;

  final Path document;
  String documentName;
  final List<Path> tokenPaths = new ArrayList<>();
  final List<String> themes = new ArrayList<>();
  final List<String> sets = new ArrayList<>();
  String baseFontSize = TokenChoice.BASE_FONT_SIZE;
  @Nullable Dialect dialect;
  Destination destination;
  @Nullable Path changes;
  Tells tells = Tells.CHANGES;
  @Nullable TokenVersions versions;
  Scope scope = new Scope.WholeDocument();
  FontCatalog fonts = FontCatalog.assumeAll();
  @Nullable LookUp<String, Set<String>> fontLookUp;
  LookUps.Settings lookUpSettings = LookUps.Settings.DEFAULT;
  @Nullable PenpotFonts penpotFonts;
  boolean embedsTokens;
  boolean remembersCombinations = true;
  boolean trimsHeap;
  boolean measuresWorkingSet;
  @Nullable Mode mode;
  int workerCount = Runtime.getRuntime().availableProcessors();
  int chunkSizeNodes = MemoryBudget.CHUNK_SIZE_NODES;
  int queueLimitNodes = MemoryBudget.QUEUE_LIMIT_NODES;
  Consumer<Progress> listener = _ -> {};
  @Nullable Consumer<Report> report;

  /// Where the updated document goes.
  sealed interface Destination {
    record To(Path file) implements Destination {}

    record InPlace() implements Destination {}

    record Nowhere() implements Destination {}
  }

  ApplyRequest(Path document) {
    this.document = document;
    this.documentName = document.toString();
    this.destination = new Destination.To(beside(document, "applied"));
  }

  /// Token files or folders of any dialect, later ones win. Without any, the library in the
  /// document is used.
  public ApplyRequest tokens(Path... paths) {
    tokenPaths.addAll(List.of(paths));
    return this;
  }

  /// Whose token files they are, whatever they look like; told by their content unless given. A
  /// file that could be of Tokens Studio as well as of Penpot is of the document's dialect.
  public ApplyRequest dialect(Dialect said) {
    dialect = said;
    return this;
  }

  /// Themes by label (`group/name`), name or id. Without any, those the library marks active count.
  public ApplyRequest theme(String... labels) {
    themes.addAll(List.of(labels));
    return this;
  }

  /// Enabled token sets, lowest priority first, instead of themes.
  public ApplyRequest sets(String... names) {
    sets.addAll(List.of(names));
    return this;
  }

  /// What one `em` or `rem` is worth: pixels, or a reference to a token. 16 unless given.
  public ApplyRequest baseFontSize(String size) {
    baseFontSize = size;
    return this;
  }

  /// Where the updated document goes; `<name>.applied.<ext>` beside the input unless given.
  public ApplyRequest output(Path file) {
    destination = new Destination.To(file);
    return this;
  }

  /// Replaces the input itself, whole or not at all.
  public ApplyRequest inPlace() {
    destination = new Destination.InPlace();
    return this;
  }

  /// Writes no document, only counts and, if asked for, changes.
  public ApplyRequest dryRun() {
    destination = new Destination.Nowhere();
    return this;
  }

  /// Where the change set goes, one line per changed node.
  public ApplyRequest changes(Path file) {
    changes = file;
    tells = Tells.CHANGES;
    return this;
  }

  /// Has the findings written to a file instead of a change set, one line of JSON each in document
  /// order: what would change, what cannot be applied, and, if asked for, values without a token.
  /// Goes well with [#dryRun].
  ///
  /// @param untokenised whether values without a token are findings
  public ApplyRequest findings(Path file, boolean untokenised) {
    changes = file;
    tells = new Tells(NodeLines.Kind.FINDINGS, untokenised, null);
    return this;
  }

  /// Has the tokens that nodes carry, and values without one, written to a file instead of a change
  /// set, one line of JSON each. Goes well with [#dryRun].
  ///
  /// @param library is given the tokens of the run
  public ApplyRequest usage(Path file, TokenUsage library) {
    changes = file;
    tells = new Tells(NodeLines.Kind.USAGE, true, library);
    return this;
  }

  /// Compares two versions of the tokens: has what the newer ones change written to a file instead
  /// of a change set, one line of JSON for each node, see [sluice.finding.NodeImpact]. Counts and
  /// problems of the run are those of applying the newer ones. Writes no document, and takes the
  /// place of [#tokens], [#theme], [#sets], [#baseFontSize] and [#dialect].
  ///
  /// @param both may serve several runs, one after the other, and are read and resolved once
  public ApplyRequest impact(Path file, TokenVersions both) {
    dryRun();
    changes = file;
    tells = new Tells(NodeLines.Kind.FINDINGS, false, null);
    versions = both;
    tokenPaths.clear();
    tokenPaths.addAll(both.older().paths());
    tokenPaths.addAll(both.newer().paths());
    return this;
  }

  /// Is given what the run looks like, for a report that people read, on a thread of the run: once,
  /// when all outputs are there; never when the run fails. Its numbers are those of the
  /// [RunReport]. Works with [#dryRun] too. With [#impact] its tokens, pages and counts of frames
  /// leave out drift, as [sluice.impact.ImpactPicture] shows them.
  public ApplyRequest report(Consumer<Report> consumer) {
    report = consumer;
    return this;
  }

  /// The part of the document that tokens are applied to.
  public ApplyRequest scope(Scope part) {
    scope = part;
    return this;
  }

  /// Which fonts there are; every font is assumed to exist unless given.
  public ApplyRequest fonts(FontCatalog catalog) {
    fonts = catalog;
    return this;
  }

  /// The fonts of the Penpot team, for archives; only the one that is part of Penpot is known
  /// unless given.
  public ApplyRequest penpotFonts(PenpotFonts fonts) {
    penpotFonts = fonts;
    return this;
  }

  /// Whether the token libraries inside an archive are replaced by the one that is applied, with
  /// the chosen themes active; off unless asked for.
  public ApplyRequest embedTokens(boolean embed) {
    embedsTokens = embed;
    return this;
  }

  /// Has each family's styles looked up when the first text asks for it, instead of a catalogue at
  /// hand. Look-ups run beside the work, several at a time; one that fails leaves the fonts of its
  /// texts as they are, with the problem `font-unknown`.
  ///
  /// @param stylesByFamily a family's style names, empty when there is no such family
  public ApplyRequest fontLookUp(LookUp<String, Set<String>> stylesByFamily) {
    fontLookUp = stylesByFamily;
    return this;
  }

  /// How many look-ups may be under way, how long they may take and how often they are tried;
  /// [LookUps.Settings#DEFAULT] unless given.
  public ApplyRequest lookUps(LookUps.Settings limits) {
    lookUpSettings = limits;
    return this;
  }

  /// Whether values are worked out once per combination of tokens, which is so unless said
  /// otherwise; the result is the same either way.
  public ApplyRequest rememberCombinations(boolean remember) {
    remembersCombinations = remember;
    return this;
  }

  /// Whether full garbage collections are asked for now and then, to keep a process small whose
  /// heap limit is large. Only for a process that does nothing else; off unless asked for.
  public ApplyRequest trimHeap(boolean trim) {
    trimsHeap = trim;
    return this;
  }

  /// How wide the pipeline is. Unless given it begins narrow and widens with the number of nodes,
  /// see [Mode#forNodes]; the result is the same in every mode.
  public ApplyRequest mode(Mode wanted) {
    mode = wanted;
    return this;
  }

  /// Threads that do the work of chunks; as many as processors unless given. A mode may have use
  /// for fewer. The result is the same for any number.
  ///
  /// @throws SluiceException `option-invalid` when it is less than 1
  public ApplyRequest workers(int count) {
    workerCount = within("the number of workers", count, Integer.MAX_VALUE);
    return this;
  }

  /// Nodes that travel together; 1,000 unless given, and never more than the queue limit. A chunk
  /// is also full when its nodes have many bytes.
  ///
  /// @throws SluiceException `option-invalid` when it is not from 1 to 100,000
  public ApplyRequest chunkSize(int nodes) {
    chunkSizeNodes = within("the chunk size", nodes, MemoryBudget.LIMIT_NODES_MAX);
    return this;
  }

  /// Nodes that may wait for a worker, 1,000 unless given; beyond them the reader waits.
  ///
  /// @throws SluiceException `option-invalid` when it is not from 1 to 100,000
  public ApplyRequest queueLimit(int nodes) {
    queueLimitNodes = within("the queue limit", nodes, MemoryBudget.LIMIT_NODES_MAX);
    return this;
  }

  private static int within(String what, int value, int max) {
    if (value < 1 || value > max) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, what + " is " + value)
              .because(String.format(Locale.ROOT, "it must be from 1 to %,d", max)));
    }
    return value;
  }

  /// Whether the report says how much memory the run held. Takes two full garbage collections, one
  /// before and one after the run; off unless asked for.
  public ApplyRequest measureWorkingSet(boolean measure) {
    measuresWorkingSet = measure;
    return this;
  }

  /// What the document is called in messages; its path unless given.
  public ApplyRequest documentName(String name) {
    documentName = name;
    return this;
  }

  /// Is told how far the run is, after each chunk, on a thread of the run.
  public ApplyRequest onProgress(Consumer<Progress> consumer) {
    listener = consumer;
    return this;
  }

  /// Starts the run.
  public Run start() {
    CancelToken cancel = new CancelToken();
    ApplyRun run = new ApplyRun(this, cancel);
    return new Run(BackgroundTask.start("sluice-run", run::run), cancel, run::progress);
  }

  TokenChoice tokenChoice() {
    return new TokenChoice(tokenPaths, themes, sets, baseFontSize, dialect);
  }

  /// The place beside a document with a word in its name: `design.applied.json`.
  static Path beside(Path document, String word) {
    Path fileName = document.getFileName();
    String name = fileName == null ? "document" : fileName.toString();
    String zipped = name.endsWith(".gz") ? ".gz" : "";
    String base = name.substring(0, name.length() - zipped.length());
    int dot = base.lastIndexOf('.');
    String named =
        dot > 0
            ? base.substring(0, dot) + "." + word + base.substring(dot) + zipped
            : base + "." + word + zipped;
    return document.resolveSibling(named);
  }
}
