package sluice.testkit.generate;

import java.io.IOException;
import java.io.OutputStream;

/// Writes compact JSON to a stream through one buffer, on request with line breaks and two spaces a
/// level.
///
/// Does not close the stream.
final class JsonSink {
  private static final int BUFFER_SIZE_BYTES = 64 * 1024;

  private final OutputStream out;
  private final boolean indented;
  private final byte[] buffer = new byte[BUFFER_SIZE_BYTES];
  private int used;
  private long flushed;

  private int level;
  private boolean inString;
  private boolean escaped;
  private boolean justOpened;

  JsonSink(OutputStream out, boolean indented) {
    this.out = out;
    this.indented = indented;
  }

  void byteOrderMark() throws IOException {
    put(0xEF);
    put(0xBB);
    put(0xBF);
  }

  void write(JsonText text) throws IOException {
    write(text.bytes(), 0, text.size());
  }

  /// Compact JSON, possibly only a part of a value.
  void write(byte[] source, int from, int to) throws IOException {
    if (indented) {
      for (int i = from; i < to; i++) {
        indent(source[i]);
      }
      return;
    }
    int at = from;
    while (at < to) {
      if (used == buffer.length) {
        flush();
      }
      int part = Math.min(to - at, buffer.length - used);
      System.arraycopy(source, at, buffer, used, part);
      used += part;
      at += part;
    }
  }

  void write(char structural) throws IOException {
    if (indented) {
      indent((byte) structural);
    } else {
      put(structural);
    }
  }

  void flush() throws IOException {
    out.write(buffer, 0, used);
    flushed += used;
    used = 0;
  }

  long sizeBytes() {
    return flushed + used;
  }

  private void indent(byte next) throws IOException {
    if (inString) {
      put(next);
      if (escaped) {
        escaped = false;
      } else if (next == '\\') {
        escaped = true;
      } else if (next == '"') {
        inString = false;
      }
      return;
    }
    if (next == '}' || next == ']') {
      level--;
      if (!justOpened) {
        newLine();
      }
      justOpened = false;
      put(next);
      return;
    }
    if (justOpened) {
      newLine();
      justOpened = false;
    }
    put(next);
    switch (next) {
      case '"' -> inString = true;
      case ':' -> put(' ');
      case ',' -> newLine();
      case '{', '[' -> {
        level++;
        justOpened = true;
      }
      default -> {}
    }
  }

  private void newLine() throws IOException {
    put('\n');
    for (int i = 0; i < level; i++) {
      put(' ');
      put(' ');
    }
  }

  private void put(int value) throws IOException {
    if (used == buffer.length) {
      flush();
    }
    buffer[used++] = (byte) value;
  }
}
