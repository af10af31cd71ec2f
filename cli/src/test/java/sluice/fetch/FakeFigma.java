package sluice.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A server on the loopback interface that answers for one file as Figma does, one connection for
/// each request, and goes wrong where a test says so.
public final class FakeFigma implements AutoCloseable {
  public static final String KEY = "AbCdEfGhIjKlMnOpQrStUv";
  public static final String TOKEN = "figd_a-Secret_That-Never_Shows";

  private static final int PIECE_SIZE_BYTES = 4 * 1024;

  private final ServerSocket server;
  private final List<FakeRequest> requests = new CopyOnWriteArrayList<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile CountDownLatch stalled = new CountDownLatch(1);
  private volatile FakeFile file;
  private volatile int largestAnswerBytes = Integer.MAX_VALUE;
  private volatile boolean zips = true;
  private volatile boolean givesRests;

  private static final class Fault {
    final Predicate<FakeRequest> when;
    final UnaryOperator<FakeAnswer> change;
    int left;

    Fault(Predicate<FakeRequest> when, UnaryOperator<FakeAnswer> change, int times) {
      this.when = when;
      this.change = change;
      this.left = times;
    }
  }

  public FakeFigma(String document) {
    file = new FakeFile(document);
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /// The environment of a command that talks to it.
  public Map<String, String> environment(String cacheFolder) {
    return Map.of(
        ApiAddress.VARIABLE, url(), AccessToken.PERSONAL, TOKEN, "XDG_CACHE_HOME", cacheFolder);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /// Answers the next requests of a kind in another way.
  FakeFigma fault(int times, Predicate<FakeRequest> when, UnaryOperator<FakeAnswer> change) {
    faults.add(new Fault(when, change, times));
    return this;
  }

  FakeFigma fault(int times, Predicate<FakeRequest> when, FakeAnswer instead) {
    return fault(times, when, _ -> instead);
  }

  /// Refuses to give more at once, as Figma does.
  public FakeFigma largestAnswer(int bytes) {
    largestAnswerBytes = bytes;
    return this;
  }

  FakeFigma unzipped() {
    zips = false;
    return this;
  }

  /// Says that it can go on in the middle, and does.
  FakeFigma givesRests() {
    givesRests = true;
    return this;
  }

  /// From now on the file is another one.
  FakeFigma change(UnaryOperator<FakeFile> change) {
    file = change.apply(file);
    return this;
  }

  FakeFile file() {
    return file;
  }

  List<FakeRequest> requests() {
    return requests;
  }

  public long count(String kind) {
    return requests.stream()
        .filter(request ->
            switch (kind) {
              case "meta" -> request.isMeta();
              case "file" -> request.isWholeFile();
              case "pages" -> request.isPages();
              case "nodes" -> request.isNodes();
              default -> throw new IllegalArgumentException(kind);
            })
        .count();
  }

  /// The next whole file stops in its middle.
  public void stallFirstFile() {
    stalled = new CountDownLatch(1);
    fault(1, FakeRequest::isWholeFile, FakeAnswer::stallsInHalf);
  }

  /// Waits until an answer has stopped in its middle.
  public void awaitStall() throws InterruptedException {
    stalled.await();
  }

  /// From now on there is a rate limit that asks for so much patience.
  public void limitRate(int seconds) {
    fault(
        Integer.MAX_VALUE,
        FakeRequest::isWholeFile,
        FakeAnswer.error(429, "").with("Retry-After", Integer.toString(seconds)));
  }

  /// The file does not come in one piece, and each of its pages is this one.
  public void hugePages(byte[] page) {
    byte[] head =
        "{\"version\":\"4711\",\"lastModified\":\"2026-01-02T03:04:05Z\",\"nodes\":{\"0:1\":{\"document\":"
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = ByteBuffer.allocate(head.length + page.length + 3);
    body.put(head).put(page).put("}}}".getBytes(StandardCharsets.UTF_8));
    FakeAnswer answer = FakeAnswer.json(body.array()).zipped();
    fault(Integer.MAX_VALUE, FakeRequest::isWholeFile, FakeAnswer.error(413, ""));
    fault(
        Integer.MAX_VALUE,
        FakeRequest::isPages,
        FakeAnswer.of(
            200,
            new String(file.answer(FakeRequest.of("/?depth=1", Map.of())), StandardCharsets.UTF_8)
                .replaceAll("\"0:[23]\"", "\"0:1\"")));
    fault(Integer.MAX_VALUE, FakeRequest::isNodes, answer);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      String first = in.readLine();
      if (first == null) {
        return;
      }
      Map<String, String> headers = new HashMap<>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      FakeRequest request = FakeRequest.of(first.split(" ", -1)[1], headers);
      requests.add(request);
      send(answer(request), socket.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // The other side has gone, or the test has ended.
    } finally {
      open.remove(socket);
    }
  }

  private FakeAnswer answer(FakeRequest request) {
    FakeAnswer answer = rest(request, proper(request));
    Fault fault = fault(request);
    return fault == null ? answer : fault.change.apply(answer);
  }

  private synchronized @Nullable Fault fault(FakeRequest request) {
    for (Fault fault : faults) {
      if (fault.left > 0 && fault.when.test(request)) {
        fault.left--;
        return fault;
      }
    }
    return null;
  }

  private FakeAnswer proper(FakeRequest request) {
    boolean known =
        request.header("X-Figma-Token").equals(TOKEN)
            || request.header("Authorization").equals("Bearer " + TOKEN);
    if (!known) {
      return FakeAnswer.error(403, "Invalid token");
    }
    if (!request.path().matches("/v1/files/" + KEY + "(/meta|/nodes)?")) {
      return FakeAnswer.error(404, "Not found");
    }
    if (!request.isMeta() && !"shared".equals(request.query().get("plugin_data"))) {
      return FakeAnswer.error(400, "the test wants plugin data");
    }
    byte[] body = file.answer(request);
    if (body.length > largestAnswerBytes) {
      return FakeAnswer.error(400, "Request too large. If applicable, filter by query params.");
    }
    FakeAnswer answer = FakeAnswer.json(body);
    return zips && request.header("Accept-Encoding").contains("gzip") ? answer.zipped() : answer;
  }

  private FakeAnswer rest(FakeRequest request, FakeAnswer answer) {
    if (!givesRests || answer.status() != 200) {
      return answer;
    }
    String tag = "\"" + file.version() + "\"";
    FakeAnswer tagged = answer.with("ETag", tag).with("Accept-Ranges", "bytes");
    String range = request.header("Range");
    if (range.isEmpty() || !request.header("If-Range").equals(tag)) {
      return tagged;
    }
    return tagged.rest(Integer.parseInt(range.substring("bytes=".length(), range.length() - 1)));
  }

  private void send(FakeAnswer answer, OutputStream out) throws IOException, InterruptedException {
    List<String> head = new ArrayList<>();
    head.add("HTTP/1.1 " + answer.status() + " Fake");
    answer.headers().forEach((name, value) -> head.add(name + ": " + value));
    if (answer.saysLength()) {
      head.add("Content-Length: " + answer.body().length);
    }
    head.add("Connection: close");
    out.write((String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    int end = answer.body().length;
    if (answer.cutAfter() >= 0) {
      end = answer.cutAfter();
    } else if (answer.stallAfter() >= 0) {
      end = answer.stallAfter();
    }
    for (int at = 0; at < end; at += PIECE_SIZE_BYTES) {
      out.write(answer.body(), at, Math.min(PIECE_SIZE_BYTES, end - at));
      out.flush();
      Thread.sleep(answer.pauseMillis());
    }
    if (answer.stallAfter() >= 0) {
      stalled.countDown();
      new CountDownLatch(1).await();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
