package sluice;

import java.io.IOException;
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
import sluice.emit.ScratchFolder;
import sluice.format.DocumentInput;
import sluice.format.DocumentPass;
import sluice.format.ParentNeeded;
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
import sluice.report.gather.Gathered;

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
  private final @Nullable RunWatch watch;
  private long idleHeapBytes;
  private long nodesAhead;

  ApplyRun(ApplyRequest request, CancelToken cancel) {
    this.request = request;
    this.cancel = cancel;
    this.teller = new ProgressTeller(request.listener, startedNanos);
    this.watch = request.report == null ? null : new RunWatch(startedNanos);
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
    try (ScratchFolder scratch = ScratchFolder.ofSystem();
        DocumentInput input =
            DocumentInput.open(
                request.document, request.documentName, scratch.path(), cancel::check)) {
      try {
        return run(input, scratch.path());
      } catch (SluiceException e) {
        throw input.explained(e);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.OUTPUT_UNWRITABLE, "a temporary file cannot be used")
              .at(new Location.InWhole(ScratchFolder.systemFolder().toString()))
              .because(String.valueOf(e.getMessage()))
              .advising("make room there, or name another folder with TMPDIR; nothing was written"),
          e);
    }
  }

  private RunReport run(DocumentInput input, Path spillFolder) throws IOException {
    try (FormatRun format = format(input, spillFolder)) {
      teller.begin(Progress.Phase.RESOLVE, sizeBytes(request.tokenPaths) + format.bytesAhead());
      format.prepare();
      teller.nodesKnown(nodesAhead);
      long resolveNanos = System.nanoTime() - startedNanos;
      cancel.check();
      teller.begin(Progress.Phase.APPLY, input.sizeBytes());
      try {
        return attempt(input, format, resolveNanos);
      } catch (ParentNeeded e) {
        teller.more(2 * input.sizeBytes());
        format.noteParents();
        teller.nodesKnown(nodesAhead);
        teller.done(input.sizeBytes());
        return attempt(input, format, resolveNanos);
      }
    }
  }

  private FormatRun format(DocumentInput input, Path spillFolder) {
    RunContext context =
        new RunContext(
            request,
            input,
            spillFolder,
            cancel,
            fontLookUps,
            bytes -> teller.done(sizeBytes(request.tokenPaths) + bytes),
            this::ahead);
    return switch (input.kind()) {
      case ARCHIVE -> new PenpotRun(context);
      case JSON, GZIP -> new FigmaRun(context);
    };
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
      try (Stream<Path> files = Files.walk(path.toRealPath())) {
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

  private RunReport attempt(DocumentInput input, FormatRun format, long resolveNanos)
      throws IOException {
    Width width =
        new Width(
            request.mode, request.workerCount, request.chunkSizeNodes, request.queueLimitNodes);
    try (FormatRun.Opened<?> opened = format.open(width)) {
      return pass(input, format, opened, width, resolveNanos);
    }
  }

  private <C> RunReport pass(
      DocumentInput input,
      FormatRun format,
      FormatRun.Opened<C> opened,
      Width width,
      long resolveNanos)
      throws IOException {
    DocumentPass<C> pass = opened.pass();
    TimedStages<C> stages =
        new TimedStages<>(
            pass, () -> afterChunk(pass, input), request.trimsHeap ? new HeapTrim() : null);
    Pipeline<C> pipeline = new Pipeline<>(stages, width::settings, cancel);
    pipeline.run();
    stages.finish();
    cancel.check();
    Gathered gathered = request.report == null ? null : opened.gathered();
    ProblemTally problems = new ProblemTally();
    problems.addAll(format.tokenProblems());
    problems.addAll(pass.problems());
    opened.addProblems(problems);
    Optional<Path> output = opened.commit(cancel);
    long totalNanos = System.nanoTime() - startedNanos;
    RunReport report =
        new RunReport(
            input.name(),
            output,
            format.themeLabels(),
            width.mode(pass.counts().nodes()),
            width.reason(pass.counts().nodes()),
            pass.counts(),
            opened.archive(),
            problems,
            pipeline.chunkCount(),
            pipeline.queuedNodesPeak(),
            fontLookUps == null
                ? RunReport.NO_LOOK_UPS
                : new RunReport.LookUpCounts(
                    fontLookUps.askedCount(),
                    fontLookUps.failedCount(),
                    fontLookUps.inFlightPeak()),
            stages.heapPeakBytes(),
            MemoryUse.residentPeakBytes(),
            workingSetBytes(stages, pipeline),
            input.sizeBytes(),
            opened.bytesWritten(),
            opened.spilledBytes(),
            new RunReport.Times(
                resolveNanos,
                stages.readNanos(),
                stages.workNanos(),
                stages.writeNanos(),
                totalNanos));
    if (request.report != null && watch != null && gathered != null) {
      watch.note(pass);
      request.report.accept(RunPicture.of(request, report, gathered, watch));
    }
    return report;
  }

  private void afterChunk(DocumentPass<?> pass, DocumentInput input) {
    teller.applied(pass, input.sizeBytes());
    if (watch != null) {
      watch.chunkWritten(pass);
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
}
