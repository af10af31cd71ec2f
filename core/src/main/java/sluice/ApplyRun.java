package sluice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sluice.apply.FontCatalog;
import sluice.discover.ScopeRanges;
import sluice.document.Scope;
import sluice.format.DocumentInput;
import sluice.format.figma.FigmaFormat;
import sluice.format.figma.FigmaPass;
import sluice.format.figma.ParentNeeded;
import sluice.format.figma.ParentNotes;
import sluice.format.figma.property.ApplySettings;
import sluice.pipeline.CancelToken;
import sluice.pipeline.HeapTrim;
import sluice.pipeline.LookUp;
import sluice.pipeline.LookUps;
import sluice.pipeline.MemoryUse;
import sluice.pipeline.Pipeline;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.Dialect;

/// One run that applies tokens, from opening the document to the report.
///
/// Order of work: tokens are resolved, the scope is located, the outputs' places are opened, so
/// that a place that cannot be written costs little, and the document goes through the pipeline
/// once, or a second time where [ParentNeeded] says so. Outputs appear only when everything has
/// been read and written.
final class ApplyRun {
  /// Files of a token folder whose size counts for progress.
  private static final int TOKEN_FILES_MAX = 10_000;

  private final ApplyRequest request;
  private final CancelToken cancel;
  private final @Nullable LookUps<String, Set<String>> fontLookUps;
  private final long startedNanos = System.nanoTime();
  private final ProgressTeller teller;
  private long idleHeapBytes;
  private long nodesAhead;

  ApplyRun(ApplyRequest request, CancelToken cancel) {
    this.request = request;
    this.cancel = cancel;
    this.teller = new ProgressTeller(request.listener, startedNanos);
    LookUp<String, Set<String>> fonts = request.fontLookUp;
    this.fontLookUps = fonts == null ? null : new LookUps<>(fonts, request.lookUpSettings);
  }

  RunReport run() {
    if (request.measuresWorkingSet) {
      idleHeapBytes = MemoryUse.heapLiveBytes();
    }
    try (CancelToken.Watch _ = cancel.interruptsThisThread()) {
      return guarded();
    } catch (RuntimeException e) {
      if (cancel.isCancelled()) {
        throw cancelled(e);
      }
      throw e;
    } finally {
      if (fontLookUps != null) {
        fontLookUps.close();
      }
    }
  }

  /// How far it is, as it was told last. For any thread.
  Progress progress() {
    return teller.latest();
  }

  /// Whatever a part of the run made of being interrupted, it was cancelled.
  private SluiceException cancelled(RuntimeException cause) {
    Progress last = teller.latest();
    return new SluiceException(
        Problem.of(ProblemCode.CANCELLED, "the run was cancelled")
            .because(
                String.format(
                    Locale.ROOT,
                    "%,d nodes had been read and %,d changes found; nothing was written",
                    last.nodes(),
                    last.changes())),
        cause);
  }

  private RunReport guarded() {
    Path spillFolder = Path.of(System.getProperty("java.io.tmpdir"));
    try (DocumentInput input =
        DocumentInput.open(request.document, request.documentName, spillFolder, cancel::check)) {
      boolean looksForScope = !(request.scope instanceof Scope.WholeDocument);
      long tokenBytes =
          request.tokenPaths.isEmpty() ? input.sizeBytes() : sizeBytes(request.tokenPaths);
      teller.begin(Progress.Phase.RESOLVE, tokenBytes + (looksForScope ? input.sizeBytes() : 0));
      TokenValues tokens = tokens(input);
      teller.done(tokenBytes);
      long resolveNanos = System.nanoTime() - startedNanos;
      cancel.check();
      ScopeRanges scope = locate(input);
      teller.begin(Progress.Phase.APPLY, input.sizeBytes());
      try {
        return attempt(input, tokens, scope, null, resolveNanos, spillFolder);
      } catch (ParentNeeded e) {
        return withParents(input, tokens, scope, resolveNanos, spillFolder);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.OUTPUT_UNWRITABLE, "a temporary file cannot be used")
              .at(new Location.InWhole(spillFolder.toString()))
              .because(String.valueOf(e.getMessage()))
              .advising("make room there, or name another folder with TMPDIR; nothing was written"),
          e);
    }
  }

  private RunReport withParents(
      DocumentInput input,
      TokenValues tokens,
      @Nullable ScopeRanges scope,
      long resolveNanos,
      Path spillFolder)
      throws IOException {
    teller.more(2 * input.sizeBytes());
    try (InputStream in = input.stream();
        ParentNotes notes = FigmaFormat.noteParents(in, input.name(), spillFolder, this::ahead)) {
      teller.nodesKnown(nodesAhead);
      teller.done(input.sizeBytes());
      return attempt(input, tokens, scope, notes, resolveNanos, spillFolder);
    }
  }

  private TokenValues tokens(DocumentInput input) throws IOException {
    TokenChoice choice = request.tokenChoice();
    if (!choice.paths().isEmpty()) {
      return forFigma(TokenValues.fromFiles(choice));
    }
    try (InputStream in = input.stream()) {
      return TokenValues.embedded(FigmaFormat.rootData(in, input.name()), input.name(), choice);
    }
  }

  /// Applied tokens of a Figma document name types and units that Penpot's rules know nothing of.
  private static TokenValues forFigma(TokenValues values) {
    if (values.dialect() == Dialect.PENPOT) {
      throw new SluiceException(
          Problem.of(
                  ProblemCode.FORMAT_UNSUPPORTED,
                  "a token library of Penpot is not applied to a Figma document")
              .because("its values come out by Penpot's rules, which are not those of Figma")
              .advising("give the library of Tokens Studio that belongs to the document"));
    }
    return values;
  }

  private @Nullable ScopeRanges locate(DocumentInput input) throws IOException {
    if (request.scope instanceof Scope.WholeDocument) {
      return null;
    }
    try (InputStream in = input.stream()) {
      return FigmaFormat.locate(in, input.name(), request.scope, this::ahead);
    } finally {
      teller.nodesKnown(nodesAhead);
    }
  }

  private void ahead(long bytes, long nodes) {
    cancel.check();
    nodesAhead = nodes;
    teller.ahead(bytes, nodes);
  }

  /// Size of token files, folders with everything in them but not without end; 0 for what cannot be
  /// read, which is found out elsewhere.
  private static long sizeBytes(List<Path> paths) {
    long sum = 0;
    for (Path path : paths) {
      try (Stream<Path> files = Files.walk(path)) {
        sum +=
            files
                .limit(TOKEN_FILES_MAX)
                .filter(Files::isRegularFile)
                .mapToLong(file -> file.toFile().length())
                .sum();
      } catch (IOException | UncheckedIOException _) {
        // Whoever reads it will say so.
      }
    }
    return sum;
  }

  private RunReport attempt(
      DocumentInput input,
      TokenValues tokens,
      @Nullable ScopeRanges scope,
      @Nullable ParentNotes notes,
      long resolveNanos,
      Path spillFolder)
      throws IOException {
    Width width =
        new Width(
            request.mode, request.workerCount, request.chunkSizeNodes, request.queueLimitNodes);
    FigmaPass.Settings settings =
        new FigmaPass.Settings(
            input.name(),
            tokens.resolved(),
            tokens.selection().order(),
            new ApplySettings(tokens.baseFontSizePx(), fonts(), false),
            scope,
            width.chunkSizeNodes(),
            request.remembersCombinations ? width.combinationsMax() : 0,
            request.remembersCombinations && width.remembersOutcomes());
    try (RunOutputs outputs = RunOutputs.open(request, input, spillFolder);
        InputStream in = input.stream()) {
      FigmaPass pass = FigmaFormat.pass(settings, in, notes, outputs.target());
      TimedStages<FigmaPass.Chunk> stages =
          new TimedStages<>(
              pass,
              () -> teller.applied(pass, input.sizeBytes()),
              request.trimsHeap ? new HeapTrim() : null);
      Pipeline<FigmaPass.Chunk> pipeline = new Pipeline<>(stages, width::settings, cancel);
      pipeline.run();
      stages.finish();
      cancel.check();
      input.checkUnchanged();
      ProblemTally problems = new ProblemTally();
      problems.addAll(tokens.problems());
      problems.addAll(pass.problems());
      if (pass.withoutNodes()) {
        problems.add(
            Problem.of(ProblemCode.NO_NODES, "the document has no nodes")
                .at(new Location.InWhole(input.name()))
                .because("it is a Figma response of another kind, such as a list of variables")
                .advising("give the answer of GET /v1/files/:key?plugin_data=shared"));
      }
      Optional<Path> output = outputs.commit(pass.counts().changes() > 0, cancel);
      long totalNanos = System.nanoTime() - startedNanos;
      return new RunReport(
          input.name(),
          output,
          tokens.themeLabels(),
          width.mode(pass.counts().nodes()),
          width.reason(pass.counts().nodes()),
          pass.counts(),
          problems,
          pipeline.chunkCount(),
          pipeline.queuedNodesPeak(),
          fontLookUps == null
              ? RunReport.NO_LOOK_UPS
              : new RunReport.LookUpCounts(
                  fontLookUps.askedCount(), fontLookUps.failedCount(), fontLookUps.inFlightPeak()),
          stages.heapPeakBytes(),
          MemoryUse.residentPeakBytes(),
          workingSetBytes(stages, pipeline),
          input.sizeBytes(),
          outputs.bytesWritten(),
          outputs.spilledBytes(),
          new RunReport.Times(
              resolveNanos,
              stages.readNanos(),
              stages.workNanos(),
              stages.writeNanos(),
              totalNanos));
    }
  }

  /// What the run still holds at its end, when every table and chunk is as large as it got.
  ///
  /// @param held keeps it from being collected
  private long workingSetBytes(Object... held) {
    if (!request.measuresWorkingSet) {
      return 0;
    }
    try {
      return Math.max(0, MemoryUse.heapLiveBytes() - idleHeapBytes);
    } finally {
      for (Object one : held) {
        Reference.reachabilityFence(one);
      }
    }
  }

  private FontCatalog fonts() {
    return fontLookUps == null ? request.fonts : new LookedUpFonts(fontLookUps);
  }
}
