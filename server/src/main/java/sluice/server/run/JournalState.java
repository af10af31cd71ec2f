package sluice.server.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.SluiceException;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;

/// How far a run is, by its journal.
final class JournalState {
  private static final JsonLimits LIMITS = new JsonLimits(100, JsonLimits.BUFFER_SIZE_BYTES);

  private final LiveCounts counts = new LiveCounts();
  private final NodeProblems problems = new NodeProblems();
  private final Deque<Patch> pending = new ArrayDeque<>();
  private final Deque<Patch> undecided = new ArrayDeque<>();
  private final Set<String> pages = new LinkedHashSet<>();
  private long nodesDone;
  private long patchesMade;
  private long chunksAtAll = -1;
  private long lengthBytes;
  private @Nullable ScanPlace place;
  private @Nullable String end;

  private JournalState() {}

  /// Reads a journal from its start.
  ///
  /// @throws IOException when it cannot be read, or is no journal
  static JournalState read(FileChannel channel) throws IOException {
    JournalState state = new JournalState();
    JournalLines lines = new JournalLines(channel, 0);
    byte[] line = lines.next();
    while (line != null) {
      state.take(line, lines.length(), lines.to());
      line = lines.next();
    }
    return state;
  }

  private void take(byte[] line, int length, long to) throws IOException {
    try {
      Frame frame = parse(line, length);
      if (frame.type().equals("patch")) {
        undecided.add(new Patch(frame.number("p"), PatchLine.body(frame)));
        return;
      }
      take(frame);
      lengthBytes = to;
    } catch (FrameException e) {
      throw new IOException("the journal is damaged: " + e.getMessage(), e);
    }
  }

  /// A line as members; what kind it is stands where frames have theirs.
  static Frame parse(byte[] line, int length) throws IOException, FrameException {
    try {
      JsonScanner scanner =
          new JsonScanner(new ByteArrayInputStream(line, 0, length), "journal", LIMITS);
      scanner.begin();
      scanner.skipValue();
      scanner.end();
    } catch (SluiceException e) {
      throw new IOException("the journal is damaged: " + e.problem().what(), e);
    }
    byte[] exact = Arrays.copyOf(line, length);
    if (JsonTree.read(exact, 0) instanceof JsonValue.Obj members
        && members.member("k") instanceof JsonValue.Str(String kind)) {
      return new Frame(kind, members);
    }
    throw new IOException(
        "the journal is damaged: " + new String(line, 0, Math.min(length, 80), StandardCharsets.UTF_8));
  }

  private void take(Frame line) throws FrameException {
    switch (line.type()) {
      case "nodes" -> {
        nodesDone = line.number("n");
        place = new ScanPlace(line.text("page"), line.number("to"), line.text("hash"));
        pages.add(place.page());
        counts.addAll(line.object("counts"));
        problems.addAll(line.items("problems"));
        if (!undecided.isEmpty()) {
          patchesMade = undecided.getLast().number();
        }
        pending.addAll(undecided);
        undecided.clear();
      }
      case "scan" -> chunksAtAll = line.number("chunks");
      case "patched" -> {
        long number = line.number("p");
        pending.removeIf(patch -> patch.number() == number);
        counts.addAll(line.object("counts"));
      }
      case "end" -> end = line.text("state");
      default -> throw Frame.malformed("a line is of the kind " + line.type());
    }
  }

  /// What it has come to.
  LiveCounts counts() {
    return counts;
  }

  /// What went wrong.
  NodeProblems problems() {
    return problems;
  }

  /// Patches that were made and not answered, oldest first.
  Deque<Patch> pending() {
    return pending;
  }

  /// Ids of pages whose nodes were met, in their order.
  Set<String> pages() {
    return pages;
  }

  /// The last chunk of nodes that is decided; 0 for none.
  long nodesDone() {
    return nodesDone;
  }

  /// The last patch that was made; 0 for none.
  long patchesMade() {
    return patchesMade;
  }

  /// How many chunks of nodes there are, or -1 while that is not known.
  long chunksAtAll() {
    return chunksAtAll;
  }

  /// How far the scan is decided, or null before the first chunk.
  @Nullable ScanPlace place() {
    return place;
  }

  /// How the run ended, or null when it has not.
  @Nullable String end() {
    return end;
  }

  /// Up to where the file counts.
  long lengthBytes() {
    return lengthBytes;
  }
}
