package sluice.bench.gate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What a JSON file says, as a short text; equal texts mean equal documents. Read with a parser
/// that is not Sluice's, as a stream.
public final class JsonDigest {
  private static final int BUFFER_SIZE_BYTES = 128 * 1024;
  private static final int SHOWN_BYTES = 12;

  private JsonDigest() {}

  /// SHA-256 of the document with white space left out and every string spelled in one way. Order
  /// of members and spelling of numbers count: these are the bytes, but for escapes in strings,
  /// which a tree of objects does not keep.
  public static String ofText(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (JsonParser parser = open(file)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        digest.update((byte) token.id());
        if (token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING) {
          digest.update(parser.getString().getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
        } else if (token.isNumeric()) {
          digest.update(parser.getString().getBytes(StandardCharsets.ISO_8859_1));
          digest.update((byte) 0);
        }
      }
    }
    return shown(digest);
  }

  /// A hash of the document's values: the order of members and the spelling of numbers and strings
  /// make no difference, and numbers are equal when equal as float32, which is what Figma stores.
  public static String ofValues(Path file) throws IOException {
    try (JsonParser parser = open(file)) {
      parser.nextToken();
      return HexFormat.of().toHexDigits(value(parser));
    }
  }

  /// SHA-256 of the very bytes.
  public static String ofBytes(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER_SIZE_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return shown(digest);
  }

  private static JsonParser open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_SIZE_BYTES);
    return new JsonFactory().createParser(ObjectReadContext.empty(), in);
  }

  private static long value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        long sum = 1;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          long key = text(parser.currentName());
          parser.nextToken();
          sum += mixed(31 * key + value(parser));
        }
        yield mixed(sum);
      }
      case START_ARRAY -> {
        long sum = 2;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          sum = mixed(31 * sum + value(parser));
        }
        yield sum;
      }
      case VALUE_STRING -> mixed(text(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          mixed(3 + Float.floatToIntBits((float) parser.getDoubleValue() + 0f));
      case VALUE_TRUE -> 4;
      case VALUE_FALSE -> 5;
      case VALUE_NULL -> 6;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("unexpected " + parser.currentToken());
    };
  }

  private static long text(String text) {
    long hash = 7;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x9E3779B97F4A7C15L + text.charAt(i);
    }
    return hash;
  }

  /// The finalizer of SplitMix64.
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String shown(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
  }
}
