package sluice.server.web;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import sluice.server.frame.Frame;

/// The HTTP side: listens on the loopback addresses and nowhere else.
final class WebServer implements AutoCloseable {
  /// Where the plugin's WebSocket is.
  static final String LIVE = "/live";

  private static final int THREADS_MAX = 24;
  private static final Duration SILENCE = Duration.ofMinutes(1);
  private static final String IPV4 = "127.0.0.1";
  private static final String IPV6 = "::1";

  private final Server server;
  private final List<ServerConnector> connectors = new ArrayList<>();

  WebServer(Desk desk, Pages pages) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX, 4);
    threads.setName("sluice-web");
    threads.setDaemon(true);
    server = new Server(threads);
    server.setStopTimeout(0);
    ContextHandler context = new ContextHandler("/");
    WebSocketUpgradeHandler sockets =
        WebSocketUpgradeHandler.from(
            server,
            context,
            container -> {
              container.setMaxTextMessageSize(Frame.SIZE_BYTES_MAX);
              container.setMaxFrameSize(Frame.SIZE_BYTES_MAX);
              container.setIdleTimeout(SILENCE);
              container.addMapping(
                  LIVE,
                  (_, response, _) -> {
                    // Packing costs more than sending to the same machine.
                    response.setExtensions(List.of());
                    return new LiveSocket(desk);
                  });
            });
    context.setHandler(sockets);
    sockets.setHandler(pages);
    server.setHandler(new Guard(context));
  }

  /// Begins to listen.
  ///
  /// @param port 0 for any that is free
  /// @return the port
  /// @throws IOException when the port is taken
  int start(int port) throws IOException {
    int chosen = listen(IPV4, port);
    try {
      listen(IPV6, chosen);
    } catch (IOException e) {
      // A machine without IPv6, or one whose other address is taken: localhost leads to the first.
      connectors.getLast().close();
      server.removeConnector(connectors.removeLast());
    }
    try {
      server.start();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the server cannot start: " + e.getMessage(), e);
    }
    return chosen;
  }

  private int listen(String address, int port) throws IOException {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(address);
    connector.setPort(port);
    connector.setReuseAddress(true);
    connectors.add(connector);
    server.addConnector(connector);
    connector.open();
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }
}
