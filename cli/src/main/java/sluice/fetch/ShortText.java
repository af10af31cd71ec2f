package sluice.fetch;

import sluice.json.CaptureBuffer;
import sluice.json.JsonScanner;
import sluice.json.JsonText;

/// Reads texts that are kept, such as ids.
final class ShortText {
  /// Ids grow with nesting, to hundreds of bytes.
  private static final int SIZE_BYTES_MAX = 64 * 1024;

  private final CaptureBuffer buffer = new CaptureBuffer(SIZE_BYTES_MAX);

  /// The text that comes next; empty when it is something else than a text, or too long.
  String read(JsonScanner scanner) {
    if (scanner.peek() != '"') {
      scanner.skipValue();
      return "";
    }
    buffer.truncate(0);
    buffer.clearOverflow();
    scanner.captureValue(buffer);
    return buffer.overflowed() ? "" : JsonText.decode(buffer.bytes(), 1, buffer.length() - 1);
  }
}
