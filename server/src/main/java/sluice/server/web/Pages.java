package sluice.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import sluice.server.run.Secrets;

/// The page for people, its events, and what the command asks for.
final class Pages extends Handler.Abstract {
  private static final Map<String, String> TYPES =
      Map.of(
          "/index.html", "text/html; charset=utf-8",
          "/page.css", "text/css; charset=utf-8",
          "/page.js", "text/javascript; charset=utf-8");

  private final LiveState state;
  private final Desk desk;
  private final String controlKey;

  /// @param controlKey what the command must know to ask for something
  Pages(LiveState state, Desk desk, String controlKey) {
    this.state = state;
    this.desk = desk;
    this.controlKey = controlKey;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    secure(response.getHeaders());
    if (path.startsWith("/control/")) {
      control(path, request, response, callback);
      return true;
    }
    if (!request.getMethod().equals("GET")) {
      Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
      return true;
    }
    if (path.equals("/events")) {
      events(request, response, callback);
      return true;
    }
    String name = path.equals("/") ? "/index.html" : path;
    String type = TYPES.get(name);
    if (type == null) {
      return false;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.write(true, ByteBuffer.wrap(resource(name)), callback);
    return true;
  }

  private static void secure(HttpFields.Mutable headers) {
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put(
        new HttpField(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                + " img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"));
    headers.put(new HttpField("X-Content-Type-Options", "nosniff"));
    headers.put(new HttpField("Referrer-Policy", "no-referrer"));
    headers.put(new HttpField("Cross-Origin-Resource-Policy", "same-origin"));
  }

  private static byte[] resource(String name) {
    try (InputStream in = Pages.class.getResourceAsStream(name.substring(1))) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its page " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends the state whenever it has changed, until the page goes away.
  private void events(Request request, Response response, Callback callback) throws IOException {
    if (!state.enter()) {
      Response.writeError(
          request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "too many pages are open");
      return;
    }
    try {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
      OutputStream out = Content.Sink.asOutputStream(response);
      LiveState.Reader reader = state.reader();
      while (true) {
        String next = reader.next();
        out.write(next == null ? ": \n\n".getBytes(StandardCharsets.UTF_8) : event(next));
        out.flush();
      }
    } catch (IOException e) {
      // The page was closed.
      callback.failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      callback.succeeded();
    } finally {
      state.leave();
    }
  }

  private static byte[] event(String json) {
    return ("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  /// What the command asks for, with the key from the state folder.
  private void control(String path, Request request, Response response, Callback callback)
      throws IOException {
    String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (given == null || !Secrets.same("Bearer " + controlKey, given)) {
      Response.writeError(request, response, callback, HttpStatus.UNAUTHORIZED_401);
      return;
    }
    String answer;
    if (path.equals("/control/state")) {
      answer = state.json();
    } else if (path.startsWith("/control/revert/") && request.getMethod().equals("POST")) {
      desk.revert(path.substring("/control/revert/".length()));
      answer = "{}";
    } else {
      Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    Content.Sink.write(response, true, answer, callback);
  }
}
