package sluice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
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
import sluice.problem.Severity;
import sluice.problem.SluiceException;

/// One run that applies tokens, from opening the document to the report.
///
/// Order of work: tokens are resolved, the scope is located, the outputs' places are opened, so
/// that a place that cannot be written costs little, and the document goes through the pipeline
/// once, or a second time where [ParentNeeded] says so. Outputs appear only when everything has
/// been read and written.
final class ApplyRun {
  private final ApplyRequest request;
  private final CancelToken cancel;
  private final @Nullable LookUps<String, Set<String>> fontLookUps;
  private final long startedNanos = System.nanoTime();
  private long toldBytes;

  ApplyRun(ApplyRequest request, CancelToken cancel) {
    this.request = request;
    this.cancel = cancel;
    LookUp<String, Set<String>> fonts = request.fontLookUp;
    this.fontLookUps = fonts == null ? null : new LookUps<>(fonts, request.lookUpSettings);
  }

  RunReport run() {
    try {
      return guarded();
    } finally {
      if (fontLookUps != null) {
        fontLookUps.close();
      }
    }
  }

  private RunReport guarded() {
    Path spillFolder = Path.of(System.getProperty("java.io.tmpdir"));
    try (DocumentInput input =
        DocumentInput.open(request.document, request.documentName, spillFolder, cancel::check)) {
      tell(Progress.Phase.RESOLVE, 0, input.sizeBytes());
      TokenValues tokens = tokens(input);
      long resolveNanos = System.nanoTime() - startedNanos;
      cancel.check();
      ScopeRanges scope = locate(input);
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
    try (InputStream in = input.stream();
        ParentNotes notes = FigmaFormat.noteParents(in, input.name(), spillFolder, cancel::check)) {
      return attempt(input, tokens, scope, notes, resolveNanos, spillFolder);
    }
  }

  private TokenValues tokens(DocumentInput input) throws IOException {
    TokenChoice choice = request.tokenChoice();
    if (!choice.paths().isEmpty()) {
      return TokenValues.fromFiles(choice);
    }
    try (InputStream in = input.stream()) {
      return TokenValues.embedded(FigmaFormat.rootData(in, input.name()), input.name(), choice);
    }
  }

  private @Nullable ScopeRanges locate(DocumentInput input) throws IOException {
    if (request.scope instanceof Scope.WholeDocument) {
      return null;
    }
    try (InputStream in = input.stream()) {
      return FigmaFormat.locate(in, input.name(), request.scope, cancel::check);
    }
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
            request.remembersCombinations ? width.combinationsMax() : 0);
    try (RunOutputs outputs = RunOutputs.open(request, input, spillFolder);
        InputStream in = input.stream()) {
      FigmaPass pass = FigmaFormat.pass(settings, in, notes, outputs.target());
      TimedStages<FigmaPass.Chunk> stages =
          new TimedStages<>(
              pass, () -> tell(pass, input.sizeBytes()), request.trimsHeap ? new HeapTrim() : null);
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
      Optional<Path> output = outputs.commit(pass.counts().changes() > 0);
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
          input.sizeBytes(),
          outputs.bytesWritten(),
          outputs.spilledBytes(),
          new RunReport.Times(
              resolveNanos,
              stages.readNanos(),
              stages.workNanos(),
              stages.writeNanos(),
              System.nanoTime() - startedNanos));
    }
  }

  private FontCatalog fonts() {
    return fontLookUps == null ? request.fonts : new LookedUpFonts(fontLookUps);
  }

  private void tell(FigmaPass pass, long bytesTotal) {
    ProblemTally problems = pass.problems();
    tell(
        new Progress(
            Progress.Phase.APPLY,
            pass.bytesDone(),
            bytesTotal,
            pass.counts().nodes(),
            pass.counts().nodesChanged(),
            problems.count(Severity.ERROR) + problems.count(Severity.WARNING),
            System.nanoTime() - startedNanos));
  }

  private void tell(Progress.Phase phase, long bytesDone, long bytesTotal) {
    tell(new Progress(phase, bytesDone, bytesTotal, 0, 0, 0, System.nanoTime() - startedNanos));
  }

  /// Tells what is new; a pass that begins again says nothing until it is further than the last.
  private void tell(Progress progress) {
    if (progress.bytesDone() >= toldBytes) {
      toldBytes = progress.bytesDone();
      request.listener.accept(progress);
    }
  }
}
