package sluice.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What an entry may be called (4.4.17): a relative path with `/` between its parts, in UTF-8
/// (4.4.4, bit 11; ASCII and therefore most names are UTF-8 without it too). Stricter than APPNOTE
/// where a name could lead a program that unpacks the archive out of its folder.
///
/// Usual names are looked at eight bytes at a time: every name of an archive passes here.
final class EntryNames {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOW = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long BACKSLASHES = LOW * '\\';
  private static final long DOTS = LOW * '.';

  /// Odd constants with many changes between their bits; any would do.
  private static final long MIX_1 = 0x9E3779B97F4A7C15L;

  private static final long MIX_2 = 0xD6E8FEB86659FD93L;

  private EntryNames() {}

  /// Why a name is refused, or null when it is not.
  static @Nullable String refusal(byte[] bytes, int from, int length) {
    if (length == 0) {
      return "its name is empty";
    }
    return isPlain(bytes, from, length) ? null : refusalOfUnusual(bytes, from, length);
  }

  /// Whether a name is certainly allowed: ASCII, no NUL, no backslash, no part that begins with a
  /// dot, not beginning with `/` or a letter and a colon.
  private static boolean isPlain(byte[] bytes, int from, int length) {
    if (bytes[from] == '/' || (length > 1 && bytes[from + 1] == ':')) {
      return false;
    }
    int end = from + length;
    int at = from;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      long eight = (long) LONGS.get(bytes, at);
      long backslash = eight ^ BACKSLASHES;
      long dot = eight ^ DOTS;
      long special = ((eight - LOW) & ~eight) | ((backslash - LOW) & ~backslash) | eight;
      if ((special & HIGH) != 0) {
        return false;
      }
      if (((dot - LOW) & ~dot & HIGH) != 0 && beginsPart(bytes, from, at, at + Long.BYTES)) {
        return false;
      }
    }
    for (int i = at; i < end; i++) {
      if (bytes[i] <= 0 || bytes[i] == '\\') {
        return false;
      }
    }
    return !beginsPart(bytes, from, at, end);
  }

  /// Whether a dot at `at` or later, before `end`, is the first byte of a part of the path.
  private static boolean beginsPart(byte[] bytes, int from, int at, int end) {
    for (int i = at; i < end; i++) {
      if (bytes[i] == '.' && (i == from || bytes[i - 1] == '/')) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String refusalOfUnusual(byte[] bytes, int from, int length) {
    String name;
    try {
      name =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, length))
              .toString();
    } catch (CharacterCodingException e) {
      return "its name is not UTF-8";
    }
    if (name.indexOf('\0') >= 0) {
      return "its name has a NUL character";
    }
    if (name.indexOf('\\') >= 0) {
      return "its name has a backslash; parts of a path are joined by /";
    }
    if (name.startsWith("/")) {
      return "its name begins with /";
    }
    if (name.length() > 1 && name.charAt(1) == ':' && isLetter(name.charAt(0))) {
      return "its name begins with a drive letter";
    }
    for (String part : name.split("/", -1)) {
      if (part.equals(".") || part.equals("..")) {
        return "its name has a part \"" + part + "\"";
      }
    }
    return null;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// A number that names which differ rarely share. Who wants to can make names that share it, so
  /// it never decides anything alone.
  static long hash(byte[] bytes, int from, int length) {
    int end = from + length;
    long hash = seed(length);
    int at = from;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      hash = mixed(hash ^ (long) LONGS.get(bytes, at));
    }
    long rest = 0;
    for (; at < end; at++) {
      rest = (rest << Byte.SIZE) | (bytes[at] & 0xFF);
    }
    hash = mixed(hash ^ rest) * MIX_2;
    return hash ^ hash >>> 32;
  }

  /// Where the hash of a name begins.
  static long seed(int length) {
    return length * MIX_1;
  }

  /// One step of the hash.
  static long mixed(long value) {
    long product = value * MIX_1;
    return product ^ product >>> 29;
  }
}
