package sluice.testkit.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {
  private static final byte[] TEN = "0123456789".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 65_536})
  void dribble_handsOverNoMoreThanItsLimit(int limit) throws IOException {
    InputStream in = new DribbleInputStream(new ByteArrayInputStream(TEN), limit);

    byte[] buffer = new byte[64];
    int count = in.read(buffer, 0, 64);

    assertEquals(Math.min(limit, 10), count);
    assertArrayEquals(
        Arrays.copyOfRange(TEN, count, 10), in.readAllBytes(), "the rest comes unchanged");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 10, 11})
  void truncated_endsEarly(int size) throws IOException {
    InputStream in = new TruncatedInputStream(new ByteArrayInputStream(TEN), size);

    byte[] read = in.readAllBytes();

    assertArrayEquals(Arrays.copyOf(TEN, Math.min(size, 10)), read);
    assertEquals(-1, in.read());
  }

  @Test
  void truncated_singleBytesAndSkips() throws IOException {
    InputStream in = new TruncatedInputStream(new ByteArrayInputStream(TEN), 4);

    assertEquals('0', in.read());
    assertEquals(2, in.skip(2));
    assertEquals('3', in.read());
    assertEquals(-1, in.read());
    assertEquals(0, in.skip(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 9})
  void failingInput_givesAllBytesBeforeTheFailure(int failAt) throws IOException {
    FailingInputStream in = new FailingInputStream(new ByteArrayInputStream(TEN), failAt);

    assertArrayEquals(Arrays.copyOf(TEN, failAt), in.readNBytes(failAt));

    assertThrows(IOException.class, in::read);
    assertThrows(IOException.class, () -> in.read(new byte[5], 0, 5));
    in.close();
    assertTrue(in.isClosed());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 9})
  void failingOutput_letsThroughAllBytesBeforeTheFailure(int size) throws IOException {
    ByteArrayOutputStream under = new ByteArrayOutputStream();
    FailingOutputStream out = new FailingOutputStream(under, size);

    IOException failure = assertThrows(IOException.class, () -> out.write(TEN, 0, 10));

    assertTrue(String.valueOf(failure.getMessage()).contains("No space left"));
    assertArrayEquals(Arrays.copyOf(TEN, size), under.toByteArray());
    assertThrows(IOException.class, () -> out.write(1));
    out.close();
    assertTrue(out.isClosed());
  }

  @Test
  void failingOutput_roomEnough_writesAll() throws IOException {
    ByteArrayOutputStream under = new ByteArrayOutputStream();
    try (FailingOutputStream out = new FailingOutputStream(under, 10)) {
      out.write(TEN);
    }

    assertArrayEquals(TEN, under.toByteArray());
  }

  @Test
  void dribbleChannel_seeksDribblesEndsAndFails(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("ten"), TEN);
    try (FileChannel under = FileChannel.open(file)) {
      DribbleChannel channel = DribbleChannel.of(under, 3).truncatedTo(9).failingAt(8);
      ByteBuffer buffer = ByteBuffer.allocate(20);

      assertEquals(9, channel.size());
      assertEquals(3, channel.read(buffer));
      channel.position(6);
      assertEquals(2, channel.read(buffer));
      assertThrows(IOException.class, () -> channel.read(buffer));
      channel.position(9);
      assertEquals(-1, channel.read(buffer));
      assertEquals(5, channel.readBytes());
      assertEquals(15, buffer.remaining());
    }
  }
}
