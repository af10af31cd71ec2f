package sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CaptureBufferTest {
  private static final byte[] DIGITS = "0123456789".getBytes(UTF_8);

  private static String text(CaptureBuffer buffer) {
    return new String(buffer.bytes(), 0, buffer.length(), UTF_8);
  }

  @Test
  void appended_isKeptInOrder_howeverMuchItGrows() {
    CaptureBuffer buffer = new CaptureBuffer(1 << 20);
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      int from = i % 10;
      int count = i % (11 - from);
      buffer.append(DIGITS, from, count);
      buffer.append((byte) '-');
      expected.append("0123456789", from, from + count).append('-');
    }

    assertTrue(expected.length() > 32 * 1024);
    assertEquals(expected.toString(), text(buffer));
    assertFalse(buffer.overflowed());
  }

  @Test
  void bytesOneByOne_moveSeldom() {
    CaptureBuffer buffer = new CaptureBuffer(1 << 20);
    int moves = 0;
    for (int i = 0; i < 1 << 20; i++) {
      byte[] before = buffer.bytes();
      buffer.append((byte) 'x');
      moves += buffer.bytes() == before ? 0 : 1;
    }

    assertEquals(6, moves, "from 16 KiB to 1 MiB");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 16 * 1024 - 1, 16 * 1024, 16 * 1024 + 1, 40_000})
  void theBound_isReachedButNotPassed(int sizeBytesMax) {
    CaptureBuffer single = new CaptureBuffer(sizeBytesMax);
    for (int i = 0; i < sizeBytesMax; i++) {
      single.append((byte) 'x');
    }
    assertEquals("x".repeat(sizeBytesMax), text(single));
    assertFalse(single.overflowed());
    single.append((byte) 'y');
    assertEquals("x".repeat(sizeBytesMax), text(single));
    assertTrue(single.overflowed());

    CaptureBuffer whole = new CaptureBuffer(sizeBytesMax);
    byte[] bytes = "z".repeat(sizeBytesMax + 1).getBytes(UTF_8);
    whole.append(bytes, 0, sizeBytesMax);
    assertEquals("z".repeat(sizeBytesMax), text(whole));
    assertFalse(whole.overflowed());
    whole.truncate(0);
    whole.append(bytes, 0, sizeBytesMax + 1);
    assertEquals("", text(whole));
    assertTrue(whole.overflowed());
  }

  @Test
  void whatWasLetGo_makesRoom_andAnOverflowIsForgottenWhenAsked() {
    CaptureBuffer buffer = new CaptureBuffer(15);
    buffer.append(DIGITS, 0, 10);
    buffer.append(DIGITS, 0, 6);
    assertTrue(buffer.overflowed());

    buffer.clearOverflow();
    assertFalse(buffer.overflowed());
    buffer.truncate(5);
    buffer.append(DIGITS, 0, 10);

    assertEquals("012340123456789", text(buffer));
    assertFalse(buffer.overflowed());
  }
}
