package sluice.finding.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What a finding is known by from one run to the next: 16 bytes made of the document, the node,
/// the property, the kind and the token, and of nothing that moves when something else is edited.
///
/// They are the first 16 bytes of SHA-256 over the UTF-8 texts, each followed by a zero byte.
public record FindingKey(long high, long low) implements Comparable<FindingKey> {
  static final int SIZE_CHARS = 32;

  private static final HexFormat HEX = HexFormat.of();

  static FindingKey of(String document, String... parts) {
    MessageDigest digest = sha256();
    add(digest, document.replace('\\', '/'));
    for (String part : parts) {
      add(digest, part);
    }
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new FindingKey(bytes.getLong(), bytes.getLong());
  }

  private static void add(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  /// The key a text of 32 hexadecimal digits stands for, or null for any other text.
  static @Nullable FindingKey parse(String text) {
    if (text.length() != SIZE_CHARS) {
      return null;
    }
    for (int i = 0; i < SIZE_CHARS; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return null;
      }
    }
    int middle = SIZE_CHARS / 2;
    return new FindingKey(
        HexFormat.fromHexDigitsToLong(text, 0, middle),
        HexFormat.fromHexDigitsToLong(text, middle, SIZE_CHARS));
  }

  @Override
  public int compareTo(FindingKey other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  /// 32 hexadecimal digits in lower case.
  @Override
  public String toString() {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }
}
