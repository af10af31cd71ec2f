package sluice.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A forward-only, validating walk over JSON bytes that knows where everything lies.
///
/// The caller steers: it enters objects and arrays it cares about and skips the rest, so that most
/// bytes are only checked, never copied or decoded. Everything passed over is validated: structure,
/// literals, numbers (RFC 8259 section 6), escapes and control characters (section 7), UTF-8 (RFC
/// 3629: no overlong forms, no surrogates, nothing above U+10FFFF). A byte order mark at the start
/// is passed over. Offsets count from the first byte of the stream, the mark included.
///
/// Memory is one window of [JsonLimits#bufferSizeBytes] bytes and one bit per open container. Reads
/// forward only; never holds a value, except where the caller gives a [CaptureBuffer].
///
/// Implementation note: this class is larger than most and is not split, because its loops share
/// the window's cursor and refill it in the middle of anything. What needs no refill is elsewhere:
/// [Bytes] finds ends, [QuickSkip] passes the usual insides of containers. Errors:
/// [SluiceException] with `json-malformed`, `encoding-invalid`, `document-truncated`,
/// `document-empty`, `limit-exceeded` or `file-unreadable`, each with the byte offset.
public final class JsonScanner {
  /// Keys longer than this are passed over without being told apart.
  public static final int KEY_SIZE_BYTES_MAX = 256;

  /// Of a character written as an escape. As many bytes are looked at where an escape begins, so as
  /// many more than the key have to be in the window for the key to stay there.
  private static final int ESCAPE_SIZE_BYTES_MAX = 6;

  /// White space before a key is remembered up to this length.
  public static final int INDENT_SIZE_BYTES_MAX = 128;

  private final InputStream in;
  private final String document;
  private final int nestingMax;
  private final int bufferSizeBytes;
  private final byte[] buf;
  private int pos;
  private int limit;
  private long base;
  private boolean ended;
  private int nesting;
  private final long[] skipKinds;
  private final QuickSkip quick = new QuickSkip();

  private @Nullable CaptureBuffer capture;
  private int captureFrom;

  private long keyOffset;
  private final byte[] keyAside = new byte[KEY_SIZE_BYTES_MAX];
  private byte[] keyBytes;
  private int keyFrom;
  private int keyTo;
  private boolean keyEscaped;
  private final byte[] indent = new byte[INDENT_SIZE_BYTES_MAX];
  private int indentSize;

  /// A scanner at the first byte of a stream.
  ///
  /// @param in read in large pieces; not closed here
  /// @param document what the person calls the input, for messages
  public JsonScanner(InputStream in, String document, JsonLimits limits) {
    this.in = in;
    this.document = document;
    this.nestingMax = limits.nestingMax();
    this.bufferSizeBytes = limits.bufferSizeBytes();
    this.buf = new byte[bufferSizeBytes + Bytes.SLACK_SIZE_BYTES];
    this.keyBytes = buf;
    this.skipKinds = new long[(limits.nestingMax() + 63) / 64 + 1];
  }

  /// Offset of the next byte that has not been consumed.
  public long offset() {
    return base + pos;
  }

  /// Passes a byte order mark, if there is one, and white space; fails on an empty input.
  public void begin() {
    ensure(3);
    if (limit - pos >= 3
        && buf[pos] == (byte) 0xEF
        && buf[pos + 1] == (byte) 0xBB
        && buf[pos + 2] == (byte) 0xBF) {
      pos += 3;
    }
    if (skipWhite() < 0) {
      throw new SluiceException(
          Problem.of(ProblemCode.DOCUMENT_EMPTY, "the document is empty")
              .at(new Location.InWhole(document))
              .because("it holds no JSON value"));
    }
  }

  /// The first byte of the next value, which is not consumed; -1 at the end of the input.
  public int peek() {
    return skipWhite();
  }

  /// Enters an object, consuming `{`.
  ///
  /// @return whether it has a member; then its key comes next
  public boolean enterObject() {
    expect('{', "an object");
    open();
    int next = skipIndent();
    if (next == '"') {
      return true;
    }
    if (next == '}') {
      pos++;
      nesting--;
      return false;
    }
    throw unexpected(next, "a key or }");
  }

  /// Moves past a member, consuming `,` or the closing `}`.
  ///
  /// @return whether another member follows; then its key comes next
  public boolean nextMember() {
    int next = skipWhite();
    if (next == ',') {
      pos++;
      next = skipIndent();
      if (next == '"') {
        return true;
      }
      throw unexpected(next, "a key");
    }
    if (next == '}') {
      pos++;
      nesting--;
      return false;
    }
    throw unexpected(next, ", or }");
  }

  /// Enters an array, consuming `[`.
  ///
  /// @return whether it has an element
  public boolean enterArray() {
    expect('[', "an array");
    open();
    if (skipWhite() == ']') {
      pos++;
      nesting--;
      return false;
    }
    return true;
  }

  /// Moves past an element, consuming `,` or the closing `]`.
  ///
  /// @return whether another element follows
  public boolean nextElement() {
    int next = skipWhite();
    if (next == ',') {
      pos++;
      return true;
    }
    if (next == ']') {
      pos++;
      nesting--;
      return false;
    }
    throw unexpected(next, ", or ]");
  }

  /// Reads a key and the colon after it, and stops at the value's first byte.
  ///
  /// The key can be asked for until the next call of any other method.
  public void key() {
    ensure(KEY_SIZE_BYTES_MAX + 2 + ESCAPE_SIZE_BYTES_MAX);
    keyOffset = base + pos;
    int from = pos + 1;
    int at = from;
    keyEscaped = false;
    int stop = Math.min(limit, from + KEY_SIZE_BYTES_MAX);
    at = Bytes.plainEnd(buf, at, stop);
    if (at < stop && buf[at] == '"') {
      keyFrom = from;
      keyTo = at;
      pos = at + 1;
    } else {
      slowKey(from);
    }
    colonAfterKey();
  }

  private void slowKey(int from) {
    long start = base + from;
    pos = from;
    skipStringBody();
    long size = base + pos - 1 - start;
    if (start >= base && size <= KEY_SIZE_BYTES_MAX) {
      keyFrom = (int) (start - base);
      keyTo = pos - 1;
      for (int i = keyFrom; i < keyTo; i++) {
        keyEscaped |= buf[i] == '\\';
      }
    } else {
      keyFrom = 0;
      keyTo = -1;
    }
  }

  private void colonAfterKey() {
    keyBytes = buf;
    if (pos < limit && buf[pos] == ':') {
      pos++;
      return;
    }
    if (keyTo >= keyFrom) {
      // The window may move while white space is read, so the key leaves it.
      int size = keyTo - keyFrom;
      System.arraycopy(buf, keyFrom, keyAside, 0, size);
      keyBytes = keyAside;
      keyFrom = 0;
      keyTo = size;
    }
    int next = skipWhite();
    if (next != ':') {
      throw unexpected(next, ": after a key");
    }
    pos++;
  }

  /// The white space before the last key, as a guess good enough to imitate: where the window moved
  /// in the middle of it, or where it is very long, the last one remembered.
  public String indent() {
    return indentSize == 0 ? "" : new String(indent, 0, indentSize, StandardCharsets.US_ASCII);
  }

  /// Offset of the opening quote of the last key.
  public long keyOffset() {
    return keyOffset;
  }

  /// Looks the last key up.
  ///
  /// @return the key's number in the set, or -1
  public int keyIn(KeySet keys) {
    if (keyEscaped) {
      return keys.find(JsonText.decode(keyBytes, keyFrom, keyTo));
    }
    return keyTo < keyFrom ? -1 : keys.find(keyBytes, keyFrom, keyTo);
  }

  /// The last key as text, escapes decoded; empty when it is longer than [#KEY_SIZE_BYTES_MAX].
  public String keyText() {
    return keyTo < keyFrom ? "" : JsonText.decode(keyBytes, keyFrom, keyTo);
  }

  /// Passes over the next value, whatever it is, and checks every byte of it.
  public void skipValue() {
    int first = skipWhite();
    if (first == '"') {
      pos++;
      skipStringBody();
    } else if (first == '{' || first == '[') {
      skipContainer();
    } else {
      skipScalar(first);
    }
  }

  /// Passes over the next value as [#skipValue] does and appends its bytes, as written, to a
  /// buffer.
  public void captureValue(CaptureBuffer target) {
    skipWhite();
    capture = target;
    captureFrom = pos;
    skipValue();
    target.append(buf, captureFrom, pos - captureFrom);
    capture = null;
  }

  /// Demands that only white space follows.
  public void end() {
    if (skipWhite() >= 0) {
      throw malformed("text after the end of the document");
    }
  }

  // ---------------------------------------------------------------- values

  /// Passes over an object or array: with [QuickSkip] as far as that gets, past what stopped it
  /// with the careful methods below, and so on.
  private void skipContainer() {
    int outer = nesting;
    while (!skipQuickly(outer)) {
      skipCarefully();
      if (afterValue(outer)) {
        return;
      }
    }
  }

  private boolean skipQuickly(int outer) {
    int deepest = Math.min(nestingMax, outer + QuickSkip.NESTING_MAX);
    if (nesting > deepest) {
      return false;
    }
    boolean closed = quick.pass(buf, pos, limit, outer, nesting, kindsAbove(outer), deepest);
    pos = quick.at();
    nesting = quick.nesting();
    long kinds = quick.kinds();
    for (int level = nesting; level > outer; level--) {
      noteKind(level, (kinds & 1) != 0);
      kinds >>>= 1;
    }
    return closed;
  }

  /// The kinds of the containers open inside the one being skipped, as [QuickSkip] has them.
  private long kindsAbove(int outer) {
    long kinds = 0;
    for (int level = outer + 1; level <= nesting; level++) {
      kinds = kinds << 1 | (skipKinds[level >> 6] >>> level & 1);
    }
    return kinds;
  }

  private void noteKind(int level, boolean isObject) {
    if (isObject) {
      skipKinds[level >> 6] |= 1L << level;
    } else {
      skipKinds[level >> 6] &= ~(1L << level);
    }
  }

  /// Passes over one value, or into a container up to its first value.
  private void skipCarefully() {
    for (; ; ) {
      int b = skipWhite();
      if (b == '{') {
        pos++;
        open();
        noteKind(nesting, true);
        b = skipWhite();
        if (b == '"') {
          skipKey();
          continue;
        }
        if (b != '}') {
          throw unexpected(b, "a key or }");
        }
        pos++;
        nesting--;
      } else if (b == '[') {
        pos++;
        open();
        noteKind(nesting, false);
        if (skipWhite() != ']') {
          continue;
        }
        pos++;
        nesting--;
      } else if (b == '"') {
        pos++;
        skipStringBody();
      } else {
        skipScalar(b);
      }
      return;
    }
  }

  /// Consumes what may follow a value inside a skipped container, up to the start of the next
  /// value.
  ///
  /// @return whether the skipped container itself was closed
  private boolean afterValue(int outer) {
    while (nesting > outer) {
      boolean inObject = (skipKinds[nesting >> 6] & 1L << nesting) != 0;
      int b = skipWhite();
      if (b == ',') {
        pos++;
        if (inObject) {
          int quote = skipWhite();
          if (quote != '"') {
            throw unexpected(quote, "a key");
          }
          skipKey();
        }
        return false;
      }
      if (b != (inObject ? '}' : ']')) {
        throw unexpected(b, inObject ? ", or }" : ", or ]");
      }
      pos++;
      nesting--;
    }
    return true;
  }

  private void skipKey() {
    pos++;
    skipStringBody();
    int colon = pos < limit && buf[pos] == ':' ? ':' : skipWhite();
    if (colon != ':') {
      throw unexpected(colon, ": after a key");
    }
    pos++;
  }

  private void skipScalar(int first) {
    switch (first) {
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> skipNumber();
      default -> throw unexpected(first, "a value");
    }
  }

  private void literal(String word) {
    for (int i = 0; i < word.length(); i++) {
      int b = byteOrEnd();
      if (b != word.charAt(i)) {
        throw unexpected(b, word);
      }
      pos++;
    }
  }

  private void skipNumber() {
    int end = Bytes.numberEnd(buf, pos, limit);
    if (end >= 0) {
      pos = end;
      return;
    }
    if (buf[pos] == '-') {
      pos++;
    }
    int first = byteOrEnd();
    if (first == '0') {
      pos++;
    } else if (digits() == 0) {
      throw unexpected(first, "a digit");
    }
    int next = byteOrMinus1();
    if (next == '.') {
      pos++;
      if (digits() == 0) {
        throw unexpected(byteOrEnd(), "a digit after the decimal point");
      }
      next = byteOrMinus1();
    }
    if (next == 'e' || next == 'E') {
      pos++;
      int sign = byteOrEnd();
      if (sign == '+' || sign == '-') {
        pos++;
      }
      if (digits() == 0) {
        throw unexpected(byteOrEnd(), "a digit of the exponent");
      }
    }
  }

  /// Passes over digits.
  ///
  /// @return 0 when there was none
  private int digits() {
    int seen = 0;
    for (; ; ) {
      int at = Bytes.digitsEnd(buf, pos, limit);
      seen |= at - pos;
      pos = at;
      if (at < limit || !fill()) {
        return seen;
      }
    }
  }

  private void skipStringBody() {
    for (; ; ) {
      int at = Bytes.plainEnd(buf, pos, limit);
      pos = at;
      if (at == limit) {
        if (!fill()) {
          throw truncated();
        }
        continue;
      }
      byte b = buf[at];
      if (b == '"') {
        pos = at + 1;
        return;
      } else if (b == '\\') {
        skipEscape();
      } else if (b < 0) {
        skipMultiByte();
      } else {
        throw malformed("a control character (byte %d) in a string".formatted(b));
      }
    }
  }

  private void skipEscape() {
    ensure(ESCAPE_SIZE_BYTES_MAX);
    if (limit - pos < 2) {
      throw truncated();
    }
    int letter = buf[pos + 1];
    switch (letter) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> pos += 2;
      case 'u' -> {
        for (int i = 2; i < 6; i++) {
          if (pos + i >= limit) {
            throw truncated();
          }
          if (Character.digit(buf[pos + i], 16) < 0) {
            throw malformed("a broken \\u escape in a string");
          }
        }
        pos += 6;
      }
      default -> throw malformed("an unknown escape \\%s in a string".formatted(shown(letter)));
    }
  }

  private void skipMultiByte() {
    ensure(4);
    int lead = buf[pos] & 0xFF;
    int count;
    int low = 0x80;
    int high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      count = 1;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      count = 2;
      low = lead == 0xE0 ? 0xA0 : 0x80;
      high = lead == 0xED ? 0x9F : 0xBF;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      count = 3;
      low = lead == 0xF0 ? 0x90 : 0x80;
      high = lead == 0xF4 ? 0x8F : 0xBF;
    } else {
      throw encoding("byte 0x%02X cannot start a character".formatted(lead));
    }
    for (int i = 1; i <= count; i++) {
      if (pos + i >= limit) {
        throw truncated();
      }
      int next = buf[pos + i] & 0xFF;
      if (next < low || next > high) {
        throw encoding("byte 0x%02X cannot follow byte 0x%02X".formatted(next, lead));
      }
      low = 0x80;
      high = 0xBF;
    }
    pos += 1 + count;
  }

  // ---------------------------------------------------------------- the window

  /// The next byte that is not white space, not consumed; -1 at the end.
  private int skipWhite() {
    int at = pos;
    if (at < limit) {
      int b = buf[at];
      if (b > ' ') {
        return b;
      }
    }
    return skipWhiteSlowly();
  }

  /// Passes white space before a key and remembers it.
  private int skipIndent() {
    int from = pos;
    int next = skipWhite();
    if (next > 0 && pos == from) {
      indentSize = 0;
    } else if (pos - from > 0 && pos - from <= INDENT_SIZE_BYTES_MAX) {
      indentSize = pos - from;
      System.arraycopy(buf, from, indent, 0, indentSize);
    }
    return next;
  }

  private int skipWhiteSlowly() {
    for (; ; ) {
      while (pos < limit) {
        int b = buf[pos];
        if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
          return b & 0xFF;
        }
        pos++;
      }
      if (!fill()) {
        return -1;
      }
    }
  }

  private int byteOrEnd() {
    int b = byteOrMinus1();
    if (b < 0) {
      throw truncated();
    }
    return b;
  }

  private int byteOrMinus1() {
    if (pos < limit || fill()) {
      return buf[pos] & 0xFF;
    }
    return -1;
  }

  /// Tries to have `count` unread bytes in the window; fewer remain only at the input's end.
  private void ensure(int count) {
    if (limit - pos >= count || ended) {
      return;
    }
    compact(pos);
    while (limit - pos < count && fill()) {
      // Each turn reads more; a stream may give a byte at a time.
    }
  }

  private void compact(int keepFrom) {
    if (capture != null) {
      capture.append(buf, captureFrom, keepFrom - captureFrom);
      captureFrom = 0;
    }
    System.arraycopy(buf, keepFrom, buf, 0, limit - keepFrom);
    base += keepFrom;
    limit -= keepFrom;
    pos -= keepFrom;
  }

  /// Reads more bytes behind the unread ones, making room first when the window is full.
  ///
  /// @return whether at least one byte came
  private boolean fill() {
    if (ended) {
      return false;
    }
    if (limit == bufferSizeBytes) {
      compact(pos);
    }
    try {
      int count = in.read(buf, limit, bufferSizeBytes - limit);
      if (count < 0) {
        ended = true;
        return false;
      }
      limit += count;
      return count > 0 || fill();
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_UNREADABLE, "reading the document failed")
              .at(new Location.AtByte(document, base + limit))
              .because(String.valueOf(e.getMessage())),
          e);
    }
  }

  private void open() {
    if (++nesting > nestingMax) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "the document is nested too deeply")
              .at(new Location.AtByte(document, offset() - 1))
              .because("more than %,d objects and arrays are open at once".formatted(nestingMax))
              .advising("a design file is never this deep; check where the document comes from"));
    }
  }

  // ---------------------------------------------------------------- errors

  private void expect(char wanted, String what) {
    int b = skipWhite();
    if (b != wanted) {
      throw unexpected(b, what);
    }
    pos++;
  }

  private SluiceException unexpected(int seen, String wanted) {
    if (seen < 0) {
      return truncated();
    }
    return malformed("found %s where %s was expected".formatted(shown(seen), wanted));
  }

  private static String shown(int b) {
    return b > ' ' && b < 0x7F ? "'" + (char) b + "'" : "byte 0x%02X".formatted(b & 0xFF);
  }

  private SluiceException malformed(String why) {
    return new SluiceException(
        Problem.of(ProblemCode.JSON_MALFORMED, "the document is not valid JSON")
            .at(new Location.AtByte(document, offset()))
            .because(why)
            .advising("fetch or export the document again; nothing was written"));
  }

  private SluiceException encoding(String why) {
    return new SluiceException(
        Problem.of(ProblemCode.ENCODING_INVALID, "the document is not valid UTF-8")
            .at(new Location.AtByte(document, offset()))
            .because(why)
            .advising("JSON is UTF-8; convert the document first"));
  }

  private SluiceException truncated() {
    return new SluiceException(
        Problem.of(ProblemCode.DOCUMENT_TRUNCATED, "the document ends too early")
            .at(new Location.AtByte(document, base + limit))
            .because("%,d objects and arrays are still open".formatted(nesting))
            .advising("the download was probably cut off; fetch the document again"));
  }
}
