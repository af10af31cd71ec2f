package sluice.testkit.generate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing run of UTF-8 bytes with JSON's spellings.
///
/// Cleared and used again for each node, so it allocates only until it has seen the largest one.
final class JsonText {
  private static final byte[][] CHANNEL = channels();

  private byte[] bytes = new byte[2_048];
  private int size;

  void clear() {
    size = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /// JSON text as it is; ASCII only.
  JsonText raw(String ascii) {
    int length = ascii.length();
    ensure(length);
    int at = size;
    for (int i = 0; i < length; i++) {
      bytes[at++] = (byte) ascii.charAt(i);
    }
    size = at;
    return this;
  }

  JsonText raw(byte[] source, int length) {
    ensure(length);
    System.arraycopy(source, 0, bytes, size, length);
    size += length;
    return this;
  }

  /// JSON text as it is, in any script.
  JsonText rawUtf8(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return raw(utf8, utf8.length);
  }

  /// A string value without a character that needs an escape; ASCII only.
  JsonText quoted(String ascii) {
    return raw("\"").raw(ascii).raw("\"");
  }

  JsonText integer(long value) {
    if (value < 0) {
      ensure(1);
      bytes[size++] = '-';
    }
    long rest = Math.abs(value);
    int digits = 1;
    for (long limit = 10; limit <= rest && digits < 19; limit *= 10) {
      digits++;
    }
    ensure(digits);
    for (int at = size + digits - 1; at >= size; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
    return this;
  }

  /// A float32 as Figma prints it: widened to a double, shortest spelling, whole numbers with `.0`,
  /// two exponent digits at least.
  JsonText number(double value) {
    double wide = (float) value;
    if (wide == Math.rint(wide) && Math.abs(wide) < 1e7) {
      if (wide == 0 && 1 / wide < 0) {
        raw("-");
      }
      return integer((long) wide).raw(".0");
    }
    String text = Double.toString(wide);
    int exponent = text.indexOf('E');
    if (exponent < 0) {
      return raw(text);
    }
    int power = Integer.parseInt(text.substring(exponent + 1));
    raw(text.substring(0, exponent)).raw(power < 0 ? "e-" : "e+");
    return raw(Math.abs(power) < 10 ? "0" : "").integer(Math.abs(power));
  }

  /// A colour object; channels 0 to 255, alpha 0 to 1.
  JsonText color(Rgba color, double alpha) {
    raw("{\"r\":").channel(color.red()).raw(",\"g\":").channel(color.green());
    raw(",\"b\":").channel(color.blue()).raw(",\"a\":").number(alpha);
    return raw("}");
  }

  private JsonText channel(int value) {
    return raw(CHANNEL[value], CHANNEL[value].length);
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  private static byte[][] channels() {
    byte[][] texts = new byte[256][];
    for (int i = 0; i < texts.length; i++) {
      JsonText text = new JsonText().number(i / 255f);
      texts[i] = Arrays.copyOf(text.bytes, text.size);
    }
    return texts;
  }
}
