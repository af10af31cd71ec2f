package sluice.server.web;

import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameFault;
import sluice.server.frame.FrameText;
import sluice.server.run.LiveRun;
import sluice.server.run.RunHead;
import sluice.server.run.RunStart;
import sluice.server.run.Wire;
import sluice.server.tokens.EmbeddedTokens;
import sluice.server.tokens.TokenSupply;

/// One connection of a plugin, from its first frame on. Frames are given to it one after the other;
/// it may be sent to by any thread.
final class Connection implements Wire {
  private static final Set<String> RUN_FRAMES =
      Set.of(
          "page.begin",
          "nodes",
          "page.end",
          "scan.end",
          "patched",
          "pause",
          "resume",
          "cancel");

  private final Channel channel;
  private final Desk desk;
  private @Nullable PluginHello hello;
  private volatile @Nullable TokenSupply tokens;
  private @Nullable RunHead returnsTo;
  private volatile @Nullable LiveRun run;
  private long sentCount;
  private long receivedSeq;
  private boolean closed;

  /// @param desk what the server has for connections
  Connection(Channel channel, Desk desk) {
    this.channel = channel;
    this.desk = desk;
  }

  /// Takes a text the plugin sent. What is wrong with it is told to the plugin.
  void receive(String text) {
    if (isClosed()) {
      return;
    }
    try {
      take(Frame.parse(text));
    } catch (FrameException e) {
      refuse(e);
    } catch (UncheckedIOException e) {
      refuse(
          new FrameException(
              FrameFault.SERVER,
              "the server cannot write its journal: " + e.getCause(),
              "make room on its disk; the run goes on when the plugin connects again"));
      close(FrameFault.MALFORMED.closeCode(), FrameFault.SERVER.text());
    }
  }

  private void take(Frame frame) throws FrameException {
    if (hello == null) {
      if (!frame.type().equals("hello")) {
        throw new FrameException(
            FrameFault.PAIRING, "the first frame must be hello", "connect from the plugin");
      }
      greet(PluginHello.of(frame));
      return;
    }
    switch (frame.type()) {
      case "ping" -> channel.send(FrameText.frame("pong").text());
      case "pong" -> {}
      case "library" -> takeLibrary(frame);
      case "start" -> begin(RunStart.of(frame));
      case "revert" -> takeBack(frame.text("of"));
      case "list" -> channel.send(desk.runs());
      default -> takeOfRun(frame);
    }
  }

  private void greet(PluginHello said) throws FrameException {
    if (said.run() == null || said.secret() == null) {
      desk.pairing().check(String.valueOf(said.code()));
    } else {
      returnsTo = desk.runs.check(said.run(), said.secret(), said.file(), said.pages());
    }
    TokenSupply supply = desk.tokens(said.file());
    hello = said;
    tokens = supply;
    if (returnsTo == null || supply instanceof EmbeddedTokens) {
      channel.send(desk.welcome(supply).text());
    } else {
      goOn(returnsTo, supply);
    }
    desk.greeted(this);
  }

  /// Takes a part of the file's own library. With the last one, a run that waits for it goes on.
  private void takeLibrary(Frame frame) throws FrameException {
    if (!(tokens instanceof EmbeddedTokens own)) {
      throw Frame.malformed("this server has tokens of its own");
    }
    if (!own.take(frame)) {
      return;
    }
    RunHead waits = returnsTo;
    if (waits == null) {
      tellTokens();
    } else {
      goOn(waits, own);
    }
  }

  private void goOn(RunHead head, TokenSupply supply) throws FrameException {
    returnsTo = null;
    LiveRun resumed = desk.runs.resume(head, supply);
    run = resumed;
    resumed.attach(this, false, this::welcomeBack);
  }

  /// Says what tokens there are now.
  void tellTokens() {
    TokenSupply supply = tokens;
    if (supply != null) {
      channel.send(supply.state().addTo(FrameText.frame("tokens")).text());
    }
  }

  private void welcomeBack(LiveRun resumed) {
    FrameText place = FrameText.object("id", resumed.head().id());
    place.with("kind", resumed.head().kind().toString());
    place.with("state", resumed.state().toString());
    place.withJson("start", resumed.head().start().json());
    resumed.addPlace(place);
    resumed.counts().addTo(place);
    channel.send(desk.welcome(supply()).withJson("run", place.text()).text());
  }

  private void begin(RunStart start) throws FrameException {
    requireNoRun();
    PluginHello from = greeted();
    begun(desk.runs.begin(start, from.file(), from.pages(), supply()));
  }

  /// Begins to take a run back, as the person at the terminal or at the plugin asks for.
  void takeBack(String of) throws FrameException {
    requireNoRun();
    PluginHello from = greeted();
    begun(desk.runs.revert(of, from.file(), from.pages()));
  }

  private void begun(LiveRun started) {
    run = started;
    started.attach(
        this,
        true,
        one -> {
          FrameText frame = FrameText.frame("started").with("id", one.head().id());
          frame.with("secret", one.head().secret()).with("credits", one.credits());
          frame.with("dry", one.head().start().dry());
          frame.with("instances", one.head().start().instances().toString());
          tell(frame.with("kind", one.head().kind().toString()));
        });
  }

  private void requireNoRun() throws FrameException {
    LiveRun current = run;
    if (current != null && !current.state().isOver()) {
      throw new FrameException(
          FrameFault.RUN_BUSY,
          "run " + current.head().id() + " is under way at this plugin",
          "wait for it, or cancel it");
    }
  }

  private TokenSupply supply() {
    TokenSupply supply = tokens;
    if (supply == null) {
      throw new IllegalStateException("nobody has said hello");
    }
    return supply;
  }

  private PluginHello greeted() {
    if (hello == null) {
      throw new IllegalStateException("nobody has said hello");
    }
    return hello;
  }

  private void takeOfRun(Frame frame) throws FrameException {
    if (!RUN_FRAMES.contains(frame.type())) {
      throw Frame.malformed("no frame is called \"" + frame.type() + "\"");
    }
    LiveRun current = run;
    String id = frame.text("run");
    if (current == null || !id.equals(current.head().id())) {
      throw new FrameException(
          FrameFault.RUN_UNKNOWN, "run " + id + " is not under way here", "start a run");
    }
    long seq = frame.number("seq");
    if (seq <= receivedSeq) {
      return;
    }
    if (seq > receivedSeq + 1) {
      throw new FrameException(
          FrameFault.ORDER,
          "frame %d came where %d was due".formatted(seq, receivedSeq + 1),
          "the plugin connects anew and goes on by itself");
    }
    receivedSeq = seq;
    current.take(frame);
  }

  /// Tells the plugin what was wrong, and closes if it cannot go on.
  void refuse(FrameException e) {
    int code = e.fault().closeCode();
    boolean ends = code != 0 || hello == null;
    FrameText frame = FrameText.frame("error").with("code", e.fault().text());
    frame.with("message", String.valueOf(e.getMessage())).with("help", e.help());
    channel.send(frame.with("fatal", ends).text());
    if (ends) {
      close(code == 0 ? FrameFault.PAIRING.closeCode() : code, e.fault().text());
    }
  }

  /// Whether a plugin is at it, with no run under way.
  boolean isIdle() {
    LiveRun current = run;
    return hello != null && (current == null || current.state().isOver());
  }

  /// Name of the open file, or null before hello.
  @Nullable PluginHello hello() {
    return hello;
  }

  @Override
  public synchronized void send(FrameText frame, String runId) {
    channel.send(frame.with("run", runId).with("seq", ++sentCount).text());
  }

  @Override
  public void tell(FrameText frame) {
    channel.send(frame.text());
  }

  @Override
  public void replaced() {
    channel.close(FrameFault.ORDER.closeCode(), "the run goes on at another connection");
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void close(int code, String reason) {
    ended();
    channel.close(code, reason);
  }

  /// The socket is gone, or will be.
  void ended() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    LiveRun current = run;
    if (current != null) {
      current.detach(this);
    }
    desk.gone(this);
  }
}
