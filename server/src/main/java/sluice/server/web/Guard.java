package sluice.server.web;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Refuses what did not ask for this server by its own name, and pages of other origins.
///
/// A web page anywhere can have a browser send requests to this machine. Under a name of its own
/// that leads here it could even read the answers; so the name must be that of this machine. A
/// WebSocket may come from a frame without an origin, as the plugin's is; the pairing code decides
/// then.
final class Guard extends Handler.Wrapper {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  Guard(Handler handler) {
    super(handler);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String host = request.getHeaders().get(HttpHeader.HOST);
    if (host == null || !NAMES.contains(withoutPort(host))) {
      Response.writeError(
          request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421, "not the name of this machine");
      return true;
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    boolean isOwn = origin == null || origin.equals("http://" + host);
    boolean isPlugin =
        "null".equals(origin) && Request.getPathInContext(request).equals(WebServer.LIVE);
    if (!isOwn && !isPlugin) {
      Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403, "another origin");
      return true;
    }
    return super.handle(request, response, callback);
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > host.lastIndexOf(']');
    return (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }
}
