package sluice.server.run;

import java.util.ArrayList;
import java.util.List;
import sluice.json.JsonValue;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameText;
import sluice.server.run.LiveCounts.Count;

/// What a run has done, in memory and in its journal, which never differ in what counts. Safe for
/// use by several threads.
final class RunLedger {
  /// Errors of one answer whose texts are looked at.
  private static final int ERRORS_MAX = 1_000;

  private final Journal journal;
  private final LiveCounts counts;
  private final NodeProblems problems;
  private final Outbox outbox;
  private long patchesMade;

  /// A ledger that goes on from a journal.
  RunLedger(Journal journal, JournalState state) {
    this.journal = journal;
    this.counts = state.counts();
    this.problems = state.problems();
    this.outbox = new Outbox(state.pending());
    this.patchesMade = state.patchesMade();
  }

  /// Patches on their way.
  Outbox outbox() {
    return outbox;
  }

  /// Notes down what a chunk of nodes came to, and lets its patches go. Waits while the plugin has
  /// not written earlier ones.
  ///
  /// @param number of the chunk
  /// @param after how far the scan is with it
  void decided(
      long number,
      ScanPlace after,
      List<PatchDraft> drafts,
      LiveCounts came,
      NodeProblems found)
      throws InterruptedException {
    List<String> lines = new ArrayList<>(drafts.size() + 1);
    List<Patch> patches = new ArrayList<>(drafts.size());
    for (PatchDraft draft : drafts) {
      Patch patch = draft.numbered(++patchesMade);
      patches.add(patch);
      lines.add(PatchLine.of(patch, number, draft.inverse()));
    }
    FrameText line = FrameText.line("nodes").with("n", number).with("page", after.page());
    line.with("to", after.index()).with("hash", after.hash());
    lines.add(came.addTo(line).withJson("problems", found.json()).text());
    journal.append(lines);
    synchronized (this) {
      counts.addAll(came);
      problems.addAll(found);
    }
    for (Patch patch : patches) {
      outbox.put(patch);
    }
  }

  /// Notes down that there are no more nodes.
  void scanned(long chunkCount) {
    journal.append(List.of(FrameText.line("scan").with("chunks", chunkCount).text()));
  }

  /// Takes the plugin's answer to a patch; a repeated one is passed over.
  void answered(Frame frame) throws FrameException {
    long number = frame.number("p");
    LiveCounts came = new LiveCounts();
    came.add(Count.WRITTEN, frame.number("applied"));
    came.add(Count.EQUAL, frame.number("equal"));
    NodeProblems found = new NodeProblems();
    took(frame.items("skipped"), "why", found, came);
    took(frame.items("errors"), "message", found, came);
    JsonValue kept = Kept.checked(frame);
    boolean _ =
        outbox.answered(
            number,
            () -> {
              FrameText line = FrameText.line("patched").with("p", number);
              journal.append(List.of(came.addTo(line).with(Kept.NAME, kept).text()));
              synchronized (this) {
                counts.addAll(came);
                problems.addAll(found);
              }
            });
  }

  private static void took(
      List<JsonValue> items, String says, NodeProblems found, LiveCounts came)
      throws FrameException {
    came.add(Count.ERRORS, items.size());
    for (JsonValue item : items.subList(0, Math.min(ERRORS_MAX, items.size()))) {
      if (!(item instanceof JsonValue.Obj members)) {
        throw Frame.malformed("patched names nodes by objects");
      }
      Frame node = new Frame("patched", members);
      String what = node.text(says);
      boolean isField = members.member("field") instanceof JsonValue.Str;
      found.add(
          node.text("id"),
          isField ? "write-failed" : "node-skipped",
          isField ? node.text("field") + ": " + what : what);
    }
  }

  /// Notes down that the run is over; nothing can be noted down after it.
  void ended(String state) {
    journal.append(List.of(FrameText.line("end").with("state", state).text()));
  }

  /// Adds nodes the plugin has found; they are not in the journal, since the plugin says so again.
  synchronized void found(long candidates) {
    counts.add(Count.CANDIDATES, candidates);
  }

  /// What it has come to.
  synchronized LiveCounts counts() {
    return counts.copy();
  }

  /// What went wrong, as a JSON array.
  synchronized String problemsJson() {
    return problems.json();
  }
}
