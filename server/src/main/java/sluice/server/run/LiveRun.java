package sluice.server.run;

import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sluice.pipeline.CancelToken;
import sluice.problem.SluiceException;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameFault;
import sluice.server.frame.FrameText;

/// One run that is under way in this process, with or without its plugin.
///
/// It has a thread of its own, which waits for nodes, for room in the outbox, and in the end for the
/// last answers. Frames are taken by the threads of connections. When the plugin is away nothing
/// happens; [#park] then ends the thread, and the run goes on from its journal some day.
public final class LiveRun {
  private final RunHead head;
  private final Journal journal;
  private final RunLedger ledger;
  private final RunWork work;
  private final ChangeSample sample = new ChangeSample();
  private final CancelToken cancel = new CancelToken();
  private final Consumer<LiveRun> changed;
  private final Thread thread;
  private volatile @Nullable Wire wire;
  private RunState state = RunState.WAITING;
  private boolean parked;
  private @Nullable String failure;

  /// What makes the work of a run, given its ledger and this run.
  interface WorkMaker extends Function<LiveRun, RunWork> {}

  /// A run that goes on from its journal, and has not started.
  ///
  /// @param changed told whenever [#summary] has changed, often
  LiveRun(
      RunHead head,
      Journal journal,
      JournalState from,
      WorkMaker work,
      Consumer<LiveRun> changed) {
    this.head = head;
    this.journal = journal;
    this.ledger = new RunLedger(journal, from);
    this.changed = changed;
    this.work = work.apply(this);
    this.thread = new Thread(this::run, "sluice-run-" + head.id());
    thread.setDaemon(true);
  }

  /// Starts its thread, unless it is over.
  void startFrom(JournalState from) {
    String end = from.end();
    if (end == null) {
      thread.start();
    } else {
      synchronized (this) {
        state = end.equals(RunState.DONE.toString()) ? RunState.DONE : RunState.CANCELLED;
      }
      journal.close();
    }
  }

  RunLedger ledger() {
    return ledger;
  }

  ChangeSample sample() {
    return sample;
  }

  /// What it was begun with.
  public RunHead head() {
    return head;
  }

  /// Where it is.
  public synchronized RunState state() {
    return state;
  }

  private void run() {
    RunState end = RunState.DONE;
    try (CancelToken.Watch _ = cancel.interruptsThisThread()) {
      work.run(cancel);
      ledger.outbox().awaitEmpty();
      cancel.check();
    } catch (InterruptedException | CancelledException e) {
      end = RunState.CANCELLED;
    } catch (SluiceException e) {
      end = cancel.isCancelled() ? RunState.CANCELLED : failed(e.problem().render());
    } catch (RuntimeException | OutOfMemoryError e) {
      end = cancel.isCancelled() ? RunState.CANCELLED : failed(String.valueOf(e.getMessage()));
    }
    boolean _ = Thread.interrupted();
    over(end);
  }

  private RunState failed(String why) {
    failure = why;
    return RunState.FAILED;
  }

  private synchronized void over(RunState end) {
    if (parked) {
      state = RunState.WAITING;
    } else {
      state = end;
      if (end.isOver()) {
        try {
          ledger.ended(end.toString());
        } catch (UncheckedIOException e) {
          state = failed(String.valueOf(e.getCause()));
        }
      }
    }
    journal.close();
    Wire to = wire;
    if (to != null) {
      if (state == RunState.FAILED) {
        FrameText error = FrameText.frame("error").with("code", FrameFault.SERVER.text());
        error.with("message", "the run cannot go on: " + failure);
        error.with("help", "what was written stays, and can be taken back; mend it and resume");
        to.tell(error.with("fatal", true));
      } else if (state.isOver()) {
        to.send(done(), head.id());
      }
    }
    changed.accept(this);
  }

  /// The frame that says how it ended.
  private FrameText done() {
    FrameText done = FrameText.frame("done").with("state", state.toString());
    ledger.counts().addTo(done).withJson("problems", ledger.problemsJson());
    return head.start().dry() ? done.withJson("changes", sample.json()) : done;
  }

  /// Goes on with a plugin, in place of the one it had.
  ///
  /// @param isNew whether it has just begun; one with nothing to do may be over by now, and says so
  /// @param first sent before anything else of the run; all there is when it is over
  public synchronized void attach(Wire to, boolean isNew, Consumer<LiveRun> first) {
    Wire before = wire;
    if (before != null && before != to) {
      before.replaced();
    }
    wire = to;
    if (state == RunState.WAITING) {
      state = RunState.RUNNING;
    }
    first.accept(this);
    if (state.isOver()) {
      if (isNew) {
        to.send(done(), head.id());
      }
      return;
    }
    ledger.outbox().attach(this::sendPatch);
    changed.accept(this);
  }

  private void sendPatch(Patch patch) {
    send(FrameText.frame("patch").with("p", patch.number()).withMembers(patch.body()));
  }

  /// Sends a frame to the plugin, if there is one.
  void send(FrameText frame) {
    Wire to = wire;
    if (to != null) {
      to.send(frame, head.id());
    }
  }

  /// The plugin is gone, if it was at that connection.
  public synchronized void detach(Wire from) {
    if (wire == from) {
      wire = null;
      ledger.outbox().detach();
      if (!state.isOver() && state != RunState.FAILED) {
        state = RunState.WAITING;
      }
      changed.accept(this);
    }
  }

  /// Takes a frame of this run.
  ///
  /// @throws FrameException when it is not what comes next
  public void take(Frame frame) throws FrameException {
    switch (frame.type()) {
      case "page.begin", "nodes", "page.end", "scan.end" -> work.scan(frame);
      case "patched" -> answered(frame);
      case "pause" -> turn(RunState.RUNNING, RunState.PAUSED);
      case "resume" -> turn(RunState.PAUSED, RunState.RUNNING);
      case "cancel" -> cancel();
      default -> throw Frame.malformed("no frame of a run is called " + frame.type());
    }
  }

  /// An answer that comes when the run is over, of a patch that was under way when it was cancelled,
  /// is passed over: the journal is closed by then, and says how to take the patch back.
  private synchronized void answered(Frame frame) throws FrameException {
    if (!state.isOver() && state != RunState.FAILED) {
      ledger.answered(frame);
      changed.accept(this);
    }
  }

  private synchronized void turn(RunState from, RunState to) {
    if (state == from) {
      state = to;
      changed.accept(this);
    }
  }

  /// Ends it; what was written stays.
  public void cancel() {
    boolean _ = cancel.cancel();
  }

  /// Ends it, and waits until its journal says so.
  void cancelAndWait() {
    cancel();
    awaitEnd();
  }

  /// Ends its thread without ending the run.
  void park() {
    synchronized (this) {
      if (state.isOver()) {
        return;
      }
      parked = true;
    }
    boolean _ = cancel.cancel();
    awaitEnd();
  }

  /// Its thread only has to put down what it is at, which a caller that is told to stop waits for too.
  private void awaitEnd() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Adds where a plugin has to go on.
  public void addPlace(FrameText object) {
    work.addPlace(object);
  }

  /// What it has come to.
  public LiveCounts counts() {
    return ledger.counts();
  }

  /// How many chunks of nodes may be sent when it begins.
  public int credits() {
    return work.credits();
  }

  /// What people are shown.
  public synchronized RunSummary summary() {
    return new RunSummary(
        head.id(),
        head.kind().toString(),
        head.of(),
        state.toString(),
        head.file(),
        head.started(),
        head.start().dry(),
        ledger.counts().json(),
        ledger.problemsJson(),
        failure);
  }
}
