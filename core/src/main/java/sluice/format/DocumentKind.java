package sluice.format;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// What a file's first bytes say it is. Names do not count.
public enum DocumentKind {
  /// Text that starts with an object: Figma REST JSON, or nodes one per line.
  JSON,
  /// The same, compressed.
  GZIP,
  /// A ZIP archive: a Penpot file.
  ARCHIVE;

  /// How many bytes [#detect] looks at.
  public static final int LOOK_SIZE_BYTES = 64;

  private static final byte[] OLD_PENPOT = {0x01, 0x0B, 0x1A, (byte) 0x86};

  /// Tells what a file is.
  ///
  /// @param first its first bytes
  /// @param count how many there are, fewer than [#LOOK_SIZE_BYTES] only in a shorter file
  /// @throws SluiceException `document-empty`, `format-unsupported`, `format-unknown`
  public static DocumentKind detect(byte[] first, int count, String document) {
    if (count >= 2 && first[0] == 0x1F && (first[1] & 0xFF) == 0x8B) {
      return GZIP;
    }
    if (count >= 4 && first[0] == 'P' && first[1] == 'K' && first[2] <= 8) {
      return ARCHIVE;
    }
    if (count >= OLD_PENPOT.length
        && Arrays.equals(first, 0, OLD_PENPOT.length, OLD_PENPOT, 0, OLD_PENPOT.length)) {
      throw failed(
          ProblemCode.FORMAT_UNSUPPORTED,
          "the old binary format of Penpot is not read",
          document,
          "it starts with the bytes 01 0b 1a 86",
          "open it in Penpot and export it again");
    }
    int at = startsWithMark(first, count) ? 3 : 0;
    while (at < count
        && (first[at] == ' ' || first[at] == '\n' || first[at] == '\r' || first[at] == '\t')) {
      at++;
    }
    if (count == 0 || (at == count && count < LOOK_SIZE_BYTES)) {
      throw failed(
          ProblemCode.DOCUMENT_EMPTY, "the document is empty", document, "it holds no JSON", null);
    }
    if (at < count && first[at] != '{') {
      throw failed(
          ProblemCode.FORMAT_UNKNOWN,
          "this is no document that can be read",
          document,
          "it does not start with {",
          "give a .penpot archive, or the answer of GET /v1/files/:key?plugin_data=shared, of /nodes,"
              + " or a node");
    }
    return JSON;
  }

  private static boolean startsWithMark(byte[] first, int count) {
    return count >= 3
        && first[0] == (byte) 0xEF
        && first[1] == (byte) 0xBB
        && first[2] == (byte) 0xBF;
  }

  private static SluiceException failed(
      ProblemCode code, String what, String document, String why, @Nullable String help) {
    return new SluiceException(new Problem(code, what, new Location.InWhole(document), why, help));
  }
}
