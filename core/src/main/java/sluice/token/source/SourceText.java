package sluice.token.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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

/// The text of one token file: UTF-8, with or without a byte order mark, of bounded size.
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceText() {}

  /// Reads a whole file. Ends the run when it is missing, unreadable, too large, an archive or not
  /// UTF-8.
  static String read(Path file) {
    Location whole = new Location.InWhole(file.toString());
    byte[] bytes;
    try {
      long sizeBytes = Files.size(file);
      if (sizeBytes > SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES) {
        throw SourceLimits.exceeded(
            "the token file is too large",
            whole,
            "%,d bytes, at most %,d".formatted(sizeBytes, SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES));
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    refuseArchives(bytes, whole);
    return decode(bytes, file.toString());
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

  private static void refuseArchives(byte[] bytes, Location whole) {
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      throw new SluiceException(
          Problem.of(ProblemCode.FORMAT_UNSUPPORTED, "an archive is no token source yet")
              .at(whole)
              .because("it is a zip archive, such as a .penpot file")
              .advising("give a token file or a folder of token files"));
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

  private static String decode(byte[] bytes, String file) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      int line = 1;
      int column = 1;
      for (int i = 0; i < out.length(); i++) {
        column++;
        if (out.charAt(i) == '\n') {
          line++;
          column = 1;
        }
      }
      throw SourceParser.malformed(
          ProblemCode.TOKEN_FILE_MALFORMED,
          Places.inFile(file),
          line,
          column,
          "the bytes there are no UTF-8",
          null);
    }
    boolean marked = out.length() > 0 && out.charAt(0) == BYTE_ORDER_MARK;
    return out.subSequence(marked ? 1 : 0, out.length()).toString();
  }
}
