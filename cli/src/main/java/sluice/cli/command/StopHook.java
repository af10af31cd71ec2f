package sluice.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sluice.Progress;
import sluice.Run;
import sluice.emit.ScratchFolder;
import sluice.emit.TemporaryFiles;
import sluice.pipeline.CancelToken;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;

/// What has to happen when the process is asked to stop: the run is cancelled and temporary files
/// go. The same files go when the command ends by itself. Safe for use by any thread.
public final class StopHook implements AutoCloseable {
  /// How long a stop waits for the run to clean up after itself.
  static final long WAIT_MILLIS = 500;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Deque<Made> folders = new ConcurrentLinkedDeque<>();
  private volatile boolean stopping;
  private final Consumer<Problem> tell;

  /// A folder for temporary files, and what it is in.
  private record Made(ScratchFolder scratch, Path folder) {}

  private volatile @Nullable Run run;
  private volatile @Nullable CancelToken fetch;
  private volatile boolean delivering;

  /// @param tell shows what was done, where the command itself cannot
  public StopHook(Consumer<Problem> tell) {
    this.tell = tell;
  }

  /// Is told that a product goes to standard output or a pipe, from where it cannot be taken back.
  void delivering() {
    delivering = true;
  }

  /// Has a run cancelled by a stop.
  void watch(Run started) {
    run = started;
    if (stopping) {
      boolean _ = started.cancel();
    }
  }

  /// Has a fetch cancelled by a stop.
  void watch(CancelToken started) {
    fetch = started;
    if (stopping) {
      boolean _ = started.cancel();
    }
  }

  /// A new folder for temporary files, which goes with everything in it.
  Path newFolder() {
    ScratchFolder scratch = ScratchFolder.ofSystem();
    Path folder = scratch.newPath();
    TemporaryFiles.add(folder);
    folders.push(new Made(scratch, folder));
    try {
      return Files.createDirectory(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Cancels the run and waits until the command has ended, but not for long. Does nothing when it
  /// has.
  public void stop() {
    if (ended.getCount() == 0) {
      return;
    }
    stopping = true;
    CancelToken fetching = fetch;
    if (fetching != null) {
      boolean _ = fetching.cancel();
    }
    Run watched = run;
    if (watched != null) {
      boolean _ = watched.cancel();
    }
    try {
      if (!ended.await(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        giveUp(watched);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The command waits for something that cannot be interrupted, such as a pipe.
  private void giveUp(@Nullable Run watched) {
    boolean isDone = watched != null && watched.isDone();
    deleteAll();
    TemporaryFiles.deleteAll();
    tell.accept(
        Problem.of(ProblemCode.CANCELLED, "the run was cancelled").because(done(watched, isDone)));
  }

  private String done(@Nullable Run watched, boolean isDone) {
    if (isDone || delivering) {
      return "it had ended, but its result may not have been handed on, or only a part of it";
    }
    if (watched == null) {
      return "it had not begun; no file was written";
    }
    Progress last = watched.progress();
    return String.format(
        Locale.ROOT,
        "%,d nodes had been read and %,d changes found; nothing was written",
        last.nodes(),
        last.changes());
  }

  /// Deletes the temporary files; the command has ended.
  @Override
  public void close() {
    deleteAll();
    ended.countDown();
  }

  private void deleteAll() {
    for (Made made = folders.poll(); made != null; made = folders.poll()) {
      made.scratch().discard(made.folder());
      made.scratch().close();
    }
  }
}
