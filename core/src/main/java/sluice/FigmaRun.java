package sluice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.apply.FontCatalog;
import sluice.discover.ScopeRanges;
import sluice.document.ArchiveCounts;
import sluice.document.Scope;
import sluice.finding.NodeLines;
import sluice.format.DocumentInput;
import sluice.format.DocumentPass;
import sluice.format.figma.FigmaFormat;
import sluice.format.figma.FigmaGather;
import sluice.format.figma.FigmaPass;
import sluice.format.figma.ParentNotes;
import sluice.format.figma.property.ApplySettings;
import sluice.pipeline.CancelToken;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.report.gather.Gathered;

/// A run over a Figma document.
final class FigmaRun implements FormatRun {
  private final RunContext context;
  private final ApplyRequest request;
  private final DocumentInput input;
  private @Nullable TokenValues tokens;
  private @Nullable TokenValues older;
  private @Nullable ScopeRanges scope;
  private @Nullable ParentNotes notes;

  FigmaRun(RunContext context) {
    this.context = context;
    this.request = context.request();
    this.input = context.input();
  }

  @Override
  public long bytesAhead() {
    long forTokens = request.tokenPaths.isEmpty() ? input.sizeBytes() : 0;
    return forTokens + (request.scope instanceof Scope.WholeDocument ? 0 : input.sizeBytes());
  }

  @Override
  public void prepare() throws IOException {
    if (request.penpotFonts != null || request.embedsTokens) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "this is for Penpot archives only")
              .at(new Location.InWhole(input.name()))
              .because(
                  request.embedsTokens
                      ? "a token library is put into archives, not into Figma files"
                      : "the list of fonts is one of a Penpot team, and the document is a Figma"
                          + " file")
              .advising(
                  request.embedsTokens
                      ? "leave --embed-tokens out"
                      : "give a list such as {\"Inter\": [\"Regular\", \"Bold\"]}"));
    }
    tokens = resolved();
    context.tokensRead().accept(request.tokenPaths.isEmpty() ? input.sizeBytes() : 0);
    context.cancel().check();
    if (!(request.scope instanceof Scope.WholeDocument)) {
      try (InputStream in = input.stream()) {
        scope = FigmaFormat.locate(in, input.name(), request.scope, context.ahead());
      }
    }
  }

  private TokenValues resolved() throws IOException {
    TokenVersions versions = request.versions;
    if (versions != null) {
      TokenVersions.ForFigma both = versions.forFigma();
      older = both.older();
      return both.newer();
    }
    TokenChoice choice = request.tokenChoice();
    choice.checkDialect();
    if (!choice.paths().isEmpty()) {
      return TokenValues.fromFiles(choice).forFigma();
    }
    try (InputStream in = input.stream()) {
      return TokenValues.embedded(FigmaFormat.rootData(in, input.name()), input.name(), choice);
    }
  }

  private TokenValues tokens() {
    if (tokens == null) {
      throw new IllegalStateException("the run is not prepared");
    }
    return tokens;
  }

  @Override
  public List<String> themeLabels() {
    return tokens().themeLabels();
  }

  @Override
  public ProblemTally tokenProblems() {
    return tokens().problems();
  }

  @Override
  public void noteParents() throws IOException {
    try (InputStream in = input.stream()) {
      notes = FigmaFormat.noteParents(in, input.name(), context.spillFolder(), context.ahead());
    }
  }

  @Override
  public Opened<?> open(Width width) throws IOException {
    FigmaPass.Settings settings =
        new FigmaPass.Settings(
            input.name(),
            tokens().resolved(),
            tokens().setOrder(),
            settings(tokens()),
            older(),
            scope,
            width.chunkSizeNodes(),
            request.remembersCombinations ? width.combinationsMax() : 0,
            request.remembersCombinations && width.remembersOutcomes());
    return new OpenedDocument(settings);
  }

  private ApplySettings settings(TokenValues values) {
    return new ApplySettings(values.baseFontSizePx(), fonts(), false);
  }

  private FigmaPass.@Nullable Older older() {
    TokenValues before = older;
    return before == null
        ? null
        : new FigmaPass.Older(before.resolved(), before.setOrder(), settings(before));
  }

  private FontCatalog fonts() {
    return context.fontLookUps() == null ? request.fonts : new LookedUpFonts(context.fontLookUps());
  }

  @Override
  public void close() throws IOException {
    if (notes != null) {
      notes.close();
    }
  }

  private final class OpenedDocument implements Opened<FigmaPass.Chunk> {
    private final FigmaOutputs outputs;
    private final @Nullable FigmaGather gather;
    private final InputStream in;
    private final FigmaPass pass;

    OpenedDocument(FigmaPass.Settings settings) throws IOException {
      this.gather = request.report == null ? null : new FigmaGather(input.name());
      RunFiles files = RunFiles.open(request);
      boolean opened = false;
      try {
        NodeLines lines = request.tells.lines(Map.of("", tokens()));
        this.outputs = new FigmaOutputs(files, input, lines, context.spillFolder());
        this.in = input.stream();
        this.pass = FigmaFormat.pass(settings, in, notes, outputs.target(gather));
        opened = true;
      } finally {
        if (!opened) {
          files.close();
        }
      }
    }

    @Override
    public DocumentPass<FigmaPass.Chunk> pass() {
      return pass;
    }

    @Override
    public void addProblems(ProblemTally problems) {
      if (pass.withoutNodes()) {
        problems.add(
            Problem.of(ProblemCode.NO_NODES, "the document has no nodes")
                .at(new Location.InWhole(input.name()))
                .because("it is a Figma response of another kind, such as a list of variables")
                .advising("give the answer of GET /v1/files/:key?plugin_data=shared"));
      }
    }

    @Override
    public Gathered gathered() throws IOException {
      if (gather == null) {
        throw new IllegalStateException("no report was asked for");
      }
      try (FileChannel source = input.channel()) {
        return FigmaFormat.gathered(
            gather, pass, source, context.spillFolder(), context.cancel()::check);
      }
    }

    @Override
    public Optional<Path> commit(CancelToken cancel) {
      return outputs.commit(pass.counts().changes() > 0, cancel);
    }

    @Override
    public long bytesWritten() {
      return outputs.bytesWritten();
    }

    @Override
    public long spilledBytes() {
      return outputs.spilledBytes();
    }

    @Override
    public Optional<ArchiveCounts> archive() {
      return Optional.empty();
    }

    @Override
    public void close() throws IOException {
      try {
        in.close();
      } finally {
        outputs.close();
      }
    }
  }
}
