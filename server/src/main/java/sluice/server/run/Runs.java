package sluice.server.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameFault;
import sluice.server.tokens.TokenSupply;

/// All runs: those under way in this process, and those on disk. Safe for use by several threads.
public final class Runs implements AutoCloseable {
  /// Runs under way in one process, with or without their plugins.
  public static final int UNDER_WAY_MAX = 8;

  /// Runs people are shown.
  public static final int SHOWN_MAX = 50;

  /// What to tell who wants to take back what cannot be.
  public static final String REVERTIBLE =
      "only a run that wrote values can be taken back; to apply them again, run again";

  private static final int SECRET_CHARS = 32;

  private final RunStore store;
  private final Runnable changed;
  private final RunNames names = new RunNames(Clock.systemUTC());
  private final Map<String, LiveRun> underWay = new LinkedHashMap<>();

  /// @param state the folder for all that Sluice remembers
  /// @param changed told whenever what [#shown] gives has changed
  public Runs(Path state, Runnable changed) {
    this.store = new RunStore(state);
    this.changed = changed;
  }

  /// Why a run of a state folder cannot be taken back, whatever file is open; empty when it can.
  public static Optional<String> obstacle(Path state, String id) {
    try {
      Optional<RunHead> head = new RunStore(state).head(id);
      return head.isEmpty()
          ? Optional.of("there is no run \"" + id + "\"")
          : head.flatMap(Runs::obstacle);
    } catch (IOException e) {
      return Optional.of("the folder for runs cannot be read: " + e.getMessage());
    }
  }

  private static Optional<String> obstacle(RunHead head) {
    if (head.kind() == RunHead.Kind.REVERT) {
      return Optional.of("run " + head.id() + " took another one back");
    }
    return head.start().dry() ? Optional.of("run " + head.id() + " was dry") : Optional.empty();
  }

  /// Begins a run.
  ///
  /// @param file name of the file, and the ids of its pages
  /// @param tokens what the run goes by
  public synchronized LiveRun begin(
      RunStart start, String file, List<String> pages, TokenSupply tokens) throws FrameException {
    RunTokens values = values(tokens, start.themes());
    return open(head(RunHead.Kind.APPLY, null, file, pages, start, values.digest()), values, true);
  }

  /// Begins to take a run back.
  ///
  /// @param of its name
  /// @param file name of the file the plugin has open, and the ids of its pages
  public synchronized LiveRun revert(String of, String file, List<String> pages)
      throws FrameException {
    RunHead taken = known(of);
    if (!taken.isOf(file, pages)) {
      throw differs(taken, file);
    }
    Optional<String> obstacle = obstacle(taken);
    if (obstacle.isPresent()) {
      throw new FrameException(FrameFault.RUN_OVER, obstacle.get(), REVERTIBLE);
    }
    LiveRun active = underWay.get(of);
    if (active != null && active.state() == RunState.WAITING) {
      // Nobody is there to go on with it.
      active.cancelAndWait();
    }
    if (active != null && !active.state().isOver() && active.state() != RunState.FAILED) {
      throw new FrameException(
          FrameFault.RUN_BUSY, "run " + of + " is under way", "cancel it first");
    }
    return open(head(RunHead.Kind.REVERT, of, file, pages, taken.start(), ""), null, true);
  }

  /// Checks that a plugin may go on with a run.
  ///
  /// @param secret what the plugin was told when it began
  public synchronized RunHead check(String id, String secret, String file, List<String> pages)
      throws FrameException {
    RunHead head = known(id);
    if (!Secrets.same(head.secret(), secret)) {
      throw new FrameException(
          FrameFault.PAIRING, "that is not what run " + id + " goes on with", "start a new run");
    }
    if (!head.isOf(file, pages)) {
      throw differs(head, file);
    }
    return head;
  }

  /// Goes on with a run that was checked, one under way or one on disk.
  ///
  /// @param tokens what it must have begun with
  public synchronized LiveRun resume(RunHead head, TokenSupply tokens) throws FrameException {
    String id = head.id();
    LiveRun active = underWay.get(id);
    if (active != null && active.state() != RunState.FAILED) {
      return active;
    }
    RunTokens values = null;
    if (head.kind() == RunHead.Kind.APPLY) {
      values = values(tokens, head.start().themes());
      if (!values.digest().equals(head.tokens())) {
        throw new FrameException(
            FrameFault.TOKENS_DIFFER,
            "the tokens are not those run " + id + " began with",
            "put the token files back, or start a new run: what is written already is passed over."
                + " The old run can be taken back with sluice figma revert "
                + id);
      }
    }
    return open(head, values, false);
  }

  private static RunTokens values(TokenSupply tokens, @Nullable List<String> themes)
      throws FrameException {
    try {
      return RunTokens.of(tokens.values(themes));
    } catch (SluiceException e) {
      FrameFault fault =
          e.problem().code() == ProblemCode.THEME_UNKNOWN
              ? FrameFault.THEME_UNKNOWN
              : FrameFault.TOKENS_UNUSABLE;
      String help = e.problem().help();
      throw new FrameException(
          fault, e.problem().what(), help == null ? "mend the tokens" : help);
    }
  }

  private RunHead known(String id) throws FrameException {
    try {
      Optional<RunHead> head = store.head(id);
      if (head.isPresent()) {
        return head.get();
      }
    } catch (IOException e) {
      throw failed(e);
    }
    throw new FrameException(
        FrameFault.RUN_UNKNOWN,
        "there is no run " + id,
        "the page of the server lists the runs there are");
  }

  private static FrameException differs(RunHead head, String file) {
    return new FrameException(
        FrameFault.FILE_DIFFERS,
        "run %s is for the file \"%s\", and \"%s\" is open".formatted(head.id(), head.file(), file),
        "open that file");
  }

  private static FrameException failed(IOException e) {
    return new FrameException(
        FrameFault.SERVER,
        "the folder for runs cannot be used: " + e.getMessage(),
        "make room there, or name another with --state");
  }

  private RunHead head(
      RunHead.Kind kind,
      @Nullable String of,
      String file,
      List<String> pages,
      RunStart start,
      String digest)
      throws FrameException {
    makeRoom();
    if (underWay.size() >= UNDER_WAY_MAX) {
      throw new FrameException(
          FrameFault.RUN_BUSY,
          "%d runs are under way, as many as there may be".formatted(UNDER_WAY_MAX),
          "end one of them, or start the server again");
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<String> known = pages.subList(0, Math.min(RunHead.PAGES_MAX, pages.size()));
    return new RunHead(
        names.next(),
        names.chance(SECRET_CHARS),
        kind,
        of,
        now.toString(),
        file,
        known,
        start,
        digest);
  }

  /// Forgets runs that are over, and has one whose plugin is gone go on from its journal some day.
  private void makeRoom() {
    underWay.values().removeIf(run -> run.state().isOver() || run.state() == RunState.FAILED);
    if (underWay.size() < UNDER_WAY_MAX) {
      return;
    }
    for (LiveRun run : List.copyOf(underWay.values())) {
      if (run.state() == RunState.WAITING) {
        run.park();
        underWay.remove(run.head().id());
        return;
      }
    }
  }

  private LiveRun open(RunHead head, @Nullable RunTokens values, boolean isNew)
      throws FrameException {
    try {
      if (isNew) {
        store.create(head);
      }
      Journal journal = Journal.open(store.journal(head.id()));
      if (journal == null) {
        throw new FrameException(
            FrameFault.RUN_BUSY,
            "run " + head.id() + " is under way in another server",
            "end that server");
      }
      JournalState state = loaded(journal);
      LiveRun run =
          new LiveRun(head, journal, state, made -> work(head, values, made, state), this::changed);
      underWay.put(head.id(), run);
      run.startFrom(state);
      return run;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static JournalState loaded(Journal journal) throws IOException {
    boolean read = false;
    try {
      JournalState state = journal.load();
      read = true;
      return state;
    } finally {
      if (!read) {
        journal.close();
      }
    }
  }

  private RunWork work(
      RunHead head, @Nullable RunTokens values, LiveRun run, JournalState state) {
    Runnable told = () -> changed(run);
    if (values == null) {
      return new RevertWork(run.ledger(), state, store.journal(String.valueOf(head.of())), told);
    }
    ChunkWork work = new ChunkWork(values.values(), head.start());
    return new ApplyWork(run.ledger(), state, work, run.sample(), run::send, told);
  }

  private void changed(LiveRun run) {
    if (run.state().isOver() || run.state() == RunState.FAILED || run.state() == RunState.WAITING) {
      try {
        store.summarise(run.summary());
      } catch (IOException e) {
        // What is shown of a run later is no reason to end it; its journal is what counts.
        changed.run();
        return;
      }
    }
    changed.run();
  }

  /// The newest runs for people, as JSON objects.
  ///
  /// @param whole whether with problems
  public List<String> shown(boolean whole) {
    List<String> ids;
    Map<String, LiveRun> active;
    synchronized (this) {
      active = new LinkedHashMap<>(underWay);
      try {
        ids = store.ids();
      } catch (IOException e) {
        ids = List.copyOf(active.keySet());
      }
    }
    List<String> shown = new ArrayList<>();
    for (String id : ids.subList(0, Math.min(SHOWN_MAX, ids.size()))) {
      LiveRun run = active.get(id);
      Optional<String> text =
          run != null ? Optional.of(run.summary().json(whole)) : store.summary(id);
      text.ifPresent(shown::add);
    }
    return shown;
  }

  /// Ends the threads of all runs; each can go on from its journal.
  @Override
  public void close() {
    List<LiveRun> runs;
    synchronized (this) {
      runs = List.copyOf(underWay.values());
    }
    for (LiveRun run : runs) {
      run.park();
    }
  }
}
