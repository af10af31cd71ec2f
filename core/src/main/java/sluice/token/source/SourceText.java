package sluice.token.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The text of one token file: UTF-8, with or without a byte order mark, of bounded size. It is
/// read as it is parsed; nothing ever holds the whole of it.
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /// What archives and compressed files begin with.
  private static final int MAGIC_BYTES = 4;

  private static final int BUFFER_SIZE_BYTES = 8 * 1024;

  private SourceText() {}

  /// Parses a whole file. Ends the run when it is missing, unreadable, too large, an archive, not
  /// UTF-8 or not JSON.
  static SourceValue parse(Path file, LibraryCount count) {
    Places places = Places.inFile(file.toString());
    try (Reader text = open(file, count)) {
      return SourceParser.parse(text, places, ProblemCode.TOKEN_FILE_MALFORMED);
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (CharacterCodingException e) {
      throw notUtf8(file, places, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Reader open(Path file, LibraryCount count) throws IOException {
    Location whole = new Location.InWhole(file.toString());
    count.addFile(Files.size(file), whole);
    PushbackInputStream bytes =
        new PushbackInputStream(Files.newInputStream(file), BUFFER_SIZE_BYTES);
    try {
      byte[] start = bytes.readNBytes(MAGIC_BYTES);
      refuseArchives(start, whole);
      bytes.unread(start);
      PushbackReader text = new PushbackReader(new InputStreamReader(bytes, strict()));
      int first = text.read();
      if (first >= 0 && first != BYTE_ORDER_MARK) {
        text.unread(first);
      }
      return text;
    } catch (IOException | SluiceException e) {
      bytes.close();
      throw e;
    }
  }

  private static CharsetDecoder strict() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /// Reads once more to find the place, because a decoder is ahead of what is parsed.
  private static SluiceException notUtf8(Path file, Places places, IOException cause) {
    int line = 1;
    int column = 1;
    try (InputStream in = Files.newInputStream(file)) {
      CharsetDecoder decoder = strict();
      ByteBuffer bytes = ByteBuffer.allocate(BUFFER_SIZE_BYTES);
      CharBuffer text = CharBuffer.allocate(BUFFER_SIZE_BYTES);
      CoderResult result = CoderResult.UNDERFLOW;
      boolean isEnd = false;
      while (!isEnd && !result.isError()) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        isEnd = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        result = decoder.decode(bytes, text, isEnd);
        bytes.compact();
        for (char c : text.flip().toString().toCharArray()) {
          boolean isLineEnd = c == '\n';
          line += isLineEnd ? 1 : 0;
          column = isLineEnd ? 1 : c == BYTE_ORDER_MARK ? column : column + 1;
        }
        text.clear();
      }
    } catch (IOException e) {
      return unreadable(file, e);
    }
    return SourceParser.malformed(
        ProblemCode.TOKEN_FILE_MALFORMED,
        places,
        line,
        column,
        "the bytes there are no UTF-8",
        cause);
  }

  static SluiceException missing(Path path, IOException cause) {
    return new SluiceException(
        Problem.of(ProblemCode.FILE_MISSING, "there is no file or folder \"" + path + "\""), cause);
  }

  static SluiceException unreadable(Path path, Exception cause) {
    return new SluiceException(
        Problem.of(ProblemCode.FILE_UNREADABLE, "the tokens cannot be read")
            .at(new Location.InWhole(path.toString()))
            .because(cause.toString()),
        cause);
  }

  /// Whether a file is a ZIP archive by its first bytes; no when it cannot be read.
  static boolean isArchive(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return startsWith(in.readNBytes(MAGIC_BYTES), 'P', 'K', 3, 4);
    } catch (IOException _) {
      return false;
    }
  }

  private static void refuseArchives(byte[] bytes, Location whole) {
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      throw new SluiceException(
          Problem.of(ProblemCode.FORMAT_UNSUPPORTED, "an archive is no token set")
              .at(whole)
              .because("it is a zip archive, such as a .penpot file")
              .advising("name the archive itself with --tokens"));
    }
    if (startsWith(bytes, 0x1F, 0x8B)) {
      throw new SluiceException(
          Problem.of(ProblemCode.FORMAT_UNSUPPORTED, "a compressed token file is not read")
              .at(whole)
              .because("it is compressed with gzip")
              .advising("decompress it first"));
    }
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (bytes[i] != (byte) magic[i]) {
        return false;
      }
    }
    return true;
  }
}
