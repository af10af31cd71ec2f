package sluice.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// What the fake server sends, and how it goes wrong.
final class FakeAnswer {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final int cutAfter;
  private final int stallAfter;
  private final int pauseMillis;
  private final boolean saysLength;

  private FakeAnswer(
      int status,
      Map<String, String> headers,
      byte[] body,
      int cutAfter,
      int stallAfter,
      int pauseMillis,
      boolean saysLength) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.cutAfter = cutAfter;
    this.stallAfter = stallAfter;
    this.pauseMillis = pauseMillis;
    this.saysLength = saysLength;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  /// Bytes of the body after which the connection is closed, or -1.
  int cutAfter() {
    return cutAfter;
  }

  /// Bytes of the body after which nothing more comes, or -1.
  int stallAfter() {
    return stallAfter;
  }

  /// Between pieces of the body.
  int pauseMillis() {
    return pauseMillis;
  }

  /// Whether the size is announced; without it the end of the connection is the end of the body.
  boolean saysLength() {
    return saysLength;
  }

  static FakeAnswer of(int status, String body) {
    return new FakeAnswer(
        status,
        Map.of("Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8),
        -1,
        -1,
        0,
        true);
  }

  static FakeAnswer json(byte[] body) {
    return of(200, "").body(body);
  }

  /// An error as Figma words it.
  static FakeAnswer error(int status, String text) {
    return of(status, "{\"status\":" + status + ",\"err\":\"" + text + "\"}");
  }

  FakeAnswer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new FakeAnswer(status, more, body, cutAfter, stallAfter, pauseMillis, saysLength);
  }

  FakeAnswer body(byte[] bytes) {
    return new FakeAnswer(status, headers, bytes, cutAfter, stallAfter, pauseMillis, saysLength);
  }

  FakeAnswer status(int code) {
    return new FakeAnswer(code, headers, body, cutAfter, stallAfter, pauseMillis, saysLength);
  }

  FakeAnswer zipped() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return with("Content-Encoding", "gzip").body(bytes.toByteArray());
  }

  FakeAnswer cutAfter(int bytes) {
    return new FakeAnswer(status, headers, body, bytes, stallAfter, pauseMillis, saysLength);
  }

  FakeAnswer cutInHalf() {
    return cutAfter(body.length / 2);
  }

  FakeAnswer stallsInHalf() {
    return new FakeAnswer(
        status, headers, body, cutAfter, body.length / 2, pauseMillis, saysLength);
  }

  FakeAnswer slow(int millis) {
    return new FakeAnswer(status, headers, body, cutAfter, stallAfter, millis, saysLength);
  }

  /// Ends with the connection, so that a cut looks like the end.
  FakeAnswer withoutLength() {
    return new FakeAnswer(status, headers, body, cutAfter, stallAfter, pauseMillis, false);
  }

  /// One bit in the middle is another one.
  FakeAnswer damaged() {
    byte[] bytes = body.clone();
    bytes[bytes.length / 2] ^= 0x10;
    return body(bytes);
  }

  /// From a byte on, as the answer to a request for the rest.
  FakeAnswer rest(int from) {
    return status(206)
        .with("Content-Range", "bytes " + from + "-" + (body.length - 1) + "/" + body.length)
        .body(Arrays.copyOfRange(body, from, body.length));
  }
}
