package sluice.format;

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
  GZIP;

  /// How many bytes [#detect] looks at.
  public static final int LOOK_SIZE_BYTES = 64;

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
      throw failed(
          ProblemCode.FORMAT_UNSUPPORTED,
          "archives are not read by this version",
          document,
          "it is a ZIP archive, such as a .penpot file",
          "give a Figma REST file");
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
          "this is not a Figma document",
          document,
          "it does not start with {",
          "give the answer of GET /v1/files/:key?plugin_data=shared, of /nodes, or a node");
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
