package sluice.server.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.pipeline.CancelToken;
import sluice.pipeline.HeapTrim;
import sluice.pipeline.Pipeline;
import sluice.pipeline.PipelineSettings;
import sluice.pipeline.Stages;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameFault;
import sluice.server.frame.FrameText;
import sluice.server.frame.NodeList;

/// Takes the nodes of a scan through the pipeline, chunk by chunk: the plugin is the reader, the
/// journal and the outbox are the writer.
///
/// The plugin may have [#CREDITS] chunks under way that are not processed; that bounds what waits.
final class ApplyWork implements RunWork, Stages<LiveChunk> {
  /// Chunks of nodes that are under way: sent, waiting, worked on, or held up by patches the plugin
  /// has not written.
  static final int CREDITS = 4;

  /// Nodes of one chunk.
  static final int CHUNK_NODES_MAX = 500;

  private static final int WORKERS_MAX = 2;

  private final RunLedger ledger;
  private final ChunkWork work;
  private final Consumer<FrameText> plugin;
  private final Runnable changed;
  private final ChangeSample sample;
  private final HeapTrim trim = new HeapTrim();
  // The chunks under way, and the end of the scan.
  private final BlockingQueue<ReceivedNodes> received = new ArrayBlockingQueue<>(CREDITS + 1);
  private final Set<String> pages;
  private boolean scanned;
  private long acceptedCount;
  private long processedCount;
  private @Nullable ScanPlace acceptedPlace;
  private String page = "";
  private String hash = "";

  /// @param plugin is sent credits
  /// @param changed told after each chunk
  ApplyWork(
      RunLedger ledger,
      JournalState state,
      ChunkWork work,
      ChangeSample sample,
      Consumer<FrameText> plugin,
      Runnable changed) {
    this.ledger = ledger;
    this.work = work;
    this.sample = sample;
    this.plugin = plugin;
    this.changed = changed;
    this.scanned = state.chunksAtAll() == state.nodesDone();
    this.acceptedCount = state.nodesDone();
    this.processedCount = state.nodesDone();
    this.acceptedPlace = state.place();
    this.pages = new LinkedHashSet<>(state.pages());
  }

  @Override
  public void run(CancelToken cancel) {
    if (isScanned() && received.isEmpty()) {
      return;
    }
    int workers = Math.min(WORKERS_MAX, Runtime.getRuntime().availableProcessors());
    PipelineSettings settings =
        new PipelineSettings(workers, CREDITS + 1, CREDITS * CHUNK_NODES_MAX);
    new Pipeline<>(this, settings, cancel).run();
  }

  @Override
  public synchronized void scan(Frame frame) throws FrameException {
    switch (frame.type()) {
      case "page.begin" -> {
        page = frame.text("page");
        hash = frame.text("hash");
        if (acceptedPlace == null || !page.equals(acceptedPlace.page())) {
          ledger.found(frame.number("candidates"));
        }
      }
      case "nodes" -> accept(frame);
      case "page.end" -> {
        String _ = frame.text("page");
      }
      default -> {
        if (!scanned) {
          scanned = true;
          received.add(new ReceivedNodes.End(acceptedCount));
        }
      }
    }
  }

  private void accept(Frame frame) throws FrameException {
    long number = frame.number("n");
    if (number <= acceptedCount) {
      return;
    }
    if (number > acceptedCount + 1) {
      throw new FrameException(
          FrameFault.ORDER,
          "chunk %d of nodes came where %d was due".formatted(number, acceptedCount + 1),
          "the plugin connects anew and goes on by itself");
    }
    if (scanned || acceptedCount - processedCount >= CREDITS) {
      throw new FrameException(
          FrameFault.OVERFLOW,
          scanned
              ? "nodes came after the end of the scan"
              : "more than %d chunks of nodes are under way".formatted(CREDITS),
          "update the plugin");
    }
    if (!frame.text("page").equals(page)) {
      throw Frame.malformed("nodes of a page that was not begun");
    }
    NodeList nodes = frame.nodes();
    if (nodes == null || nodes.count() > CHUNK_NODES_MAX) {
      throw Frame.malformed("a chunk is an array of nodes, at most " + CHUNK_NODES_MAX);
    }
    ScanPlace after = new ScanPlace(page, frame.number("to"), hash);
    acceptedCount = number;
    acceptedPlace = after;
    if (pages.size() < RunHead.PAGES_MAX) {
      pages.add(page);
    }
    received.add(new ReceivedNodes.Chunk(number, after, nodes));
  }

  private synchronized boolean isScanned() {
    return scanned;
  }

  @Override
  public synchronized void addPlace(FrameText object) {
    object.with("next", acceptedCount + 1);
    object.with("credits", CREDITS - (acceptedCount - processedCount));
    if (acceptedPlace != null) {
      object.withJson("at", acceptedPlace.json());
    }
    object.with("donePages", donePages()).with("scanned", scanned);
  }

  private JsonValue donePages() {
    List<JsonValue> done = new ArrayList<>();
    for (String one : pages) {
      if (acceptedPlace == null || !one.equals(acceptedPlace.page())) {
        done.add(new JsonValue.Str(one));
      }
    }
    return new JsonValue.Arr(done);
  }

  @Override
  public int credits() {
    return CREDITS;
  }

  @Override
  public LiveChunk newChunk() {
    return new LiveChunk();
  }

  @Override
  public boolean read(LiveChunk chunk) {
    try {
      ReceivedNodes next = received.take();
      chunk.received = next;
      return next instanceof ReceivedNodes.Chunk;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  @Override
  public void work(LiveChunk chunk) {
    if (chunk.received instanceof ReceivedNodes.Chunk nodes) {
      work.work(nodes.nodes(), chunk);
    }
  }

  @Override
  public void write(LiveChunk chunk) {
    try {
      switch (chunk.received) {
        case ReceivedNodes.Chunk(long number, ScanPlace after, var _) -> {
          sample.addAll(chunk.changes);
          ledger.decided(number, after, chunk.drafts, chunk.counts, chunk.problems);
          synchronized (this) {
            processedCount = number;
          }
          FrameText credit = FrameText.frame("credit").with("upTo", number).with("more", 1);
          plugin.accept(ledger.counts().addTo(credit));
          trim.check();
          changed.run();
        }
        case ReceivedNodes.End(long chunkCount) -> ledger.scanned(chunkCount);
        case null -> throw new IllegalStateException("a chunk that holds nothing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      chunk.clear();
    }
  }

  @Override
  public int nodes(LiveChunk chunk) {
    return chunk.nodeCount();
  }
}
