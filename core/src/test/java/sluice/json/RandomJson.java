package sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A JSON document made at random, and where everything in it lies: known because it was made here.
final class RandomJson {
  /// Containers that are open at once, at most.
  static final int NESTING_MAX = 95;

  /// Names that half of the keys have, each character spelt in one of its ways.
  static final List<String> NAMES =
      List.of("", "id", "fills", "\\", "é€😀", "n".repeat(255) + "x", "children", "n".repeat(256));

  private static final List<String> BLANKS =
      List.of("", "", "", "", " ", "\n  ", "\r\n\t", " ".repeat(128), "\t".repeat(129));
  private static final List<String> PLAIN_SCALARS =
      List.of("true", "false", "null", "0", "-0", "7", "-12.50", "12345678901234567890", "0.125");
  private static final List<String> OTHER_SCALARS =
      List.of("1e5", "-1E+30", "0.5e-7", "123456789012345678901234567890E0");
  private static final List<String> PLAIN_PIECES =
      List.of("a", "Zebra", "0", "{", "}", "[1,", "]", ",", ":", " ", "\u007F");
  private static final List<List<String>> OTHER_PIECES =
      List.of(
          List.of("é", "é"),
          List.of("€", "€"),
          List.of("😀", "😀"),
          List.of("\\\"", "\""),
          List.of("\\\\", "\\"),
          List.of("\\/", "/"),
          List.of("\\n", "\n"),
          List.of("\\u00E9", "é"),
          List.of("\\ud83d\\ude00", "😀"),
          List.of("\\udc00", "\udc00"));

  /// A key.
  ///
  /// @param from its opening quote
  /// @param size bytes between its quotes
  /// @param text with escapes decoded
  /// @param indent white space before it
  record Key(int from, int size, String text, String indent) {}

  /// A value.
  ///
  /// @param from its first byte
  /// @param to the byte behind it
  /// @param kind its first byte as well
  /// @param keys of an object's members
  /// @param items what an object's members or an array's elements are
  record Value(int from, int to, char kind, List<Key> keys, List<Value> items) {
    boolean isContainer() {
      return kind == '{' || kind == '[';
    }
  }

  private final Random random;
  private final boolean isPlain;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Value root;
  private final byte[] bytes;

  /// A document of a few KB.
  ///
  /// @param isPlain ASCII, without escapes and exponents
  RandomJson(long seed, boolean isPlain) {
    this.random = new Random(seed);
    this.isPlain = isPlain;
    blank();
    this.root = root(1_000 + random.nextInt(3_000));
    blank();
    this.bytes = out.toByteArray();
  }

  byte[] bytes() {
    return bytes;
  }

  Value root() {
    return root;
  }

  private Value root(int size) {
    boolean isObject = random.nextBoolean();
    int from = open(isObject);
    List<Key> keys = new ArrayList<>();
    List<Value> items = new ArrayList<>();
    while (out.size() < size) {
      boolean isDeep = random.nextInt(12) == 0;
      int deeper = isDeep ? 55 + random.nextInt(NESTING_MAX - 56) : 0;
      item(isObject, keys, items, isDeep ? deeper : 4, isDeep);
    }
    return close(isObject, from, keys, items);
  }

  private Value value(int deeper, boolean isDeep) {
    if (deeper > 0 && (isDeep || random.nextInt(5) < 2)) {
      boolean isObject = random.nextBoolean();
      int from = open(isObject);
      List<Key> keys = new ArrayList<>();
      List<Value> items = new ArrayList<>();
      for (int i = isDeep ? 1 : random.nextInt(5); i > 0; i--) {
        item(isObject, keys, items, deeper - 1, isDeep);
      }
      if (isDeep && random.nextInt(4) == 0) {
        item(isObject, keys, items, 0, false);
      }
      return close(isObject, from, keys, items);
    }
    int from = out.size();
    char kind = '"';
    if (random.nextBoolean()) {
      string(random.nextInt(20) == 0 ? 1_000 + random.nextInt(600) : random.nextInt(20));
    } else {
      String scalar = pick(isPlain || random.nextInt(3) > 0 ? PLAIN_SCALARS : OTHER_SCALARS);
      put(scalar);
      kind = scalar.charAt(0);
    }
    return new Value(from, out.size(), kind, List.of(), List.of());
  }

  private int open(boolean isObject) {
    int from = out.size();
    put(isObject ? "{" : "[");
    return from;
  }

  private void item(
      boolean isObject, List<Key> keys, List<Value> items, int deeper, boolean isDeep) {
    if (!items.isEmpty()) {
      blank();
      put(",");
    }
    String indent = blank();
    if (isObject) {
      int from = out.size();
      String text = random.nextBoolean() ? name() : string(keySize());
      keys.add(new Key(from, out.size() - from - 2, text, indent));
      blank();
      put(":");
      blank();
    }
    items.add(value(deeper, isDeep));
  }

  private Value close(boolean isObject, int from, List<Key> keys, List<Value> items) {
    blank();
    put(isObject ? "}" : "]");
    return new Value(from, out.size(), isObject ? '{' : '[', keys, items);
  }

  private int keySize() {
    return random.nextInt(5) == 0 ? 240 + random.nextInt(20) : random.nextInt(14);
  }

  private String name() {
    String name = isPlain ? pick(List.of("", "id", "children")) : pick(NAMES);
    boolean isSpelt = !isPlain && random.nextInt(3) == 0;
    put("\"");
    for (int at = 0; at < name.length(); ) {
      int character = name.codePointAt(at);
      at += Character.charCount(character);
      if (character == '\\') {
        put("\\\\");
      } else if (isSpelt && Character.isBmpCodePoint(character) && random.nextInt(3) == 0) {
        put("\\u%04x".formatted(character));
      } else {
        put(Character.toString(character));
      }
    }
    put("\"");
    return name;
  }

  /// Writes a string of at least so many bytes; returns its text.
  private String string(int size) {
    put("\"");
    StringBuilder text = new StringBuilder();
    int end = out.size() + size;
    while (out.size() < end) {
      if (isPlain || random.nextInt(4) > 0) {
        String piece = pick(PLAIN_PIECES);
        put(piece);
        text.append(piece);
      } else {
        List<String> piece = pick(OTHER_PIECES);
        put(piece.getFirst());
        text.append(piece.getLast());
      }
    }
    put("\"");
    return text.toString();
  }

  private String blank() {
    String blank = random.nextInt(100) == 0 ? " \n".repeat(700) : pick(BLANKS);
    put(blank);
    return blank;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private void put(String text) {
    out.writeBytes(text.getBytes(UTF_8));
  }
}
