package sluice.server.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import sluice.server.frame.Frame;

/// A connection's WebSocket: one text after the other in, one after the other out.
///
/// The next text is asked for when the one before has been dealt with. What goes out waits in a
/// short queue while the other side does not take it; when that is full, the connection is closed,
/// and the run waits for the plugin to come back.
public final class LiveSocket implements Session.Listener, Channel {
  /// Frames that wait to be sent: two patches, and small ones.
  static final int WAITING_MAX = 64;

  static final int NOT_TAKEN = 4408;

  private final Connection connection;
  private final Deque<String> waiting = new ArrayDeque<>();
  private @Nullable Session session;
  private boolean sending;
  private boolean closed;
  private int closeCode;
  private String closeReason = "";

  LiveSocket(Desk desk) {
    this.connection = new Connection(this, desk);
  }

  @Override
  public void onWebSocketOpen(Session opened) {
    synchronized (this) {
      session = opened;
    }
    opened.demand();
  }

  @Override
  public void onWebSocketText(String message) {
    connection.receive(message);
    demand();
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    connection.receive("");
    demand();
  }

  private void demand() {
    Session open;
    synchronized (this) {
      open = closed ? null : session;
    }
    if (open != null) {
      open.demand();
    }
  }

  @Override
  public void onWebSocketClose(int statusCode, String reason, Callback callback) {
    callback.succeed();
    connection.ended();
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    connection.ended();
  }

  @Override
  public void send(String text) {
    if (text.length() > Frame.SIZE_BYTES_MAX / 3
        && text.getBytes(StandardCharsets.UTF_8).length > Frame.SIZE_BYTES_MAX) {
      throw new IllegalStateException("a frame of " + text.length() + " characters was made");
    }
    boolean overflows;
    synchronized (this) {
      if (closed) {
        return;
      }
      overflows = waiting.size() >= WAITING_MAX;
      if (!overflows) {
        waiting.add(text);
      }
    }
    if (overflows) {
      endSoon();
      close(NOT_TAKEN, "what is sent is not taken");
      return;
    }
    sendNext();
  }

  /// Sends one text; its callback sends the next.
  private void sendNext() {
    String text;
    Session open;
    synchronized (this) {
      if (sending || session == null) {
        return;
      }
      open = session;
      text = waiting.poll();
      if (text == null && !closed) {
        return;
      }
      sending = true;
    }
    if (text == null) {
      open.close(closeCode, closeReason, Callback.NOOP);
    } else {
      open.sendText(text, Callback.from(this::sent, this::failed));
    }
  }

  private void sent() {
    synchronized (this) {
      sending = false;
    }
    sendNext();
  }

  private void failed(Throwable cause) {
    synchronized (this) {
      closed = true;
      waiting.clear();
    }
    endSoon();
  }

  /// Tells the connection by a thread of its own. Whoever sends may hold what a run is guarded by, and
  /// the end of a connection needs the same.
  private void endSoon() {
    Thread.startVirtualThread(connection::ended);
  }

  @Override
  public void close(int code, String reason) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      closeCode = code;
      closeReason = reason;
      if (code == NOT_TAKEN) {
        // Nobody takes what waits.
        waiting.clear();
        sending = false;
      }
    }
    sendNext();
  }
}
