package sluice.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers in a ZIP archive: unsigned, lowest byte first (4.4.1.1).
final class LittleEndian {
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private LittleEndian() {}

  static int u16(byte[] bytes, int at) {
    return (short) SHORTS.get(bytes, at) & 0xFFFF;
  }

  /// Four bytes with their sign, for comparing signatures.
  static int i32(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  static long u32(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at) & 0xFFFF_FFFFL;
  }

  /// Eight bytes; negative when the number is 2^63 or more.
  static long u64(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  static void put16(byte[] bytes, int at, int value) {
    SHORTS.set(bytes, at, (short) value);
  }

  static void put32(byte[] bytes, int at, long value) {
    INTS.set(bytes, at, (int) value);
  }

  static void put64(byte[] bytes, int at, long value) {
    LONGS.set(bytes, at, value);
  }
}
