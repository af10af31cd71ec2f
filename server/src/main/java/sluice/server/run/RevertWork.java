package sluice.server.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.pipeline.CancelToken;
import sluice.pipeline.HeapTrim;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameText;
import sluice.server.run.LiveCounts.Count;

/// Takes a run back: reads its journal from the end and sends what was there before. Every patch of
/// the run counts as a chunk here, so that it goes on where it was after a break.
final class RevertWork implements RunWork {
  private static final ScanPlace NOWHERE = new ScanPlace("", 0, "");

  private final RunLedger ledger;
  private final Path journal;
  private final Runnable changed;
  private final long done;
  private final HeapTrim trim = new HeapTrim();

  /// @param journal of the run that is taken back
  RevertWork(RunLedger ledger, JournalState state, Path journal, Runnable changed) {
    this.ledger = ledger;
    this.journal = journal;
    this.changed = changed;
    this.done = state.nodesDone();
  }

  @Override
  public void run(CancelToken cancel) throws InterruptedException {
    try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
      PatchOffsets patches = PatchOffsets.of(channel);
      for (int i = (int) done; i < patches.count(); i++) {
        cancel.check();
        takeBack(i + 1L, patches.line(i).items("inverse"), new Kept(patches.answer(i)));
        trim.check();
        changed.run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the journal of the run cannot be read", e);
    } catch (FrameException e) {
      throw new UncheckedIOException(new IOException("the journal is damaged: " + e.getMessage()));
    }
  }

  private void takeBack(long number, List<JsonValue> inverses, Kept kept)
      throws InterruptedException {
    LiveCounts counts = new LiveCounts();
    NodeProblems problems = new NodeProblems();
    List<PatchDraft> drafts = new ArrayList<>();
    for (JsonValue inverse : inverses.reversed()) {
      if (!(inverse instanceof JsonValue.Obj whole)) {
        continue;
      }
      counts.add(Count.NODES, 1);
      JsonValue.Obj operation = kept.without(whole);
      if (operation == null) {
        counts.add(Count.UNCHANGED, 1);
        continue;
      }
      if (Drafts.add(drafts, operation, "{}")) {
        counts.add(Count.CHANGED, 1);
        if (operation.member("set") instanceof JsonValue.Obj set) {
          counts.add(Count.VALUES, set.size());
        }
      } else {
        counts.add(Count.FAILED, 1);
        problems.add(
            operation.member("id") instanceof JsonValue.Str(String id) ? id : "",
            "limit-exceeded",
            "what was there before is too large for one frame: "
                + JsonTree.write(operation).length()
                + " characters");
      }
    }
    ledger.decided(number, NOWHERE, drafts, counts, problems);
  }

  @Override
  public void scan(Frame frame) throws FrameException {
    throw Frame.malformed("a run that takes back needs no nodes");
  }

  @Override
  public void addPlace(FrameText object) {
    object.with("next", 1).with("credits", 0).withJson("donePages", "[]").with("scanned", true);
  }

  @Override
  public int credits() {
    return 0;
  }
}
