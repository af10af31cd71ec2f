package sluice.format.figma;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.json.CaptureBuffer;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.json.JsonText;
import sluice.json.KeySet;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The file-level entries that a plugin keeps on the root of a document, namespace `tokens`.
///
/// Reads no further than it has to: in files as Figma writes them the entries come before the
/// pages.
public final class RootData {
  /// Bytes that all entries together may take.
  public static final int SIZE_BYTES_MAX = 64 * 1024 * 1024;

  private static final KeySet DOCUMENT = new KeySet(List.of("document"));
  private static final KeySet SHARED = new KeySet(List.of("sharedPluginData"));
  private static final KeySet TOKENS = new KeySet(List.of("tokens"));

  private final JsonScanner scanner;
  private final String document;
  private final CaptureBuffer capture = new CaptureBuffer(SIZE_BYTES_MAX);
  private final Map<String, String> entries = new LinkedHashMap<>();

  private RootData(InputStream in, String document) {
    this.scanner = new JsonScanner(in, document, JsonLimits.defaults());
    this.document = document;
  }

  /// The entries, in stored order; empty when there are none or the input is no file response.
  ///
  /// @throws SluiceException when the JSON up to there is broken, or `limit-exceeded`
  public static Map<String, String> read(InputStream in, String document) {
    RootData data = new RootData(in, document);
    data.scanner.begin();
    data.search(List.of(DOCUMENT, SHARED, TOKENS), 0);
    return data.entries;
  }

  /// Looks for a chain of keys; what else an object holds is passed over.
  ///
  /// @return whether the innermost object was found and read
  private boolean search(List<KeySet> chain, int level) {
    if (scanner.peek() != '{') {
      scanner.skipValue();
      return false;
    }
    boolean more = scanner.enterObject();
    while (more) {
      scanner.key();
      if (level == chain.size()) {
        readEntry();
      } else if (scanner.keyIn(chain.get(level)) == 0) {
        if (search(chain, level + 1)) {
          return true;
        }
      } else {
        scanner.skipValue();
      }
      more = scanner.nextMember();
    }
    return level == chain.size();
  }

  private void readEntry() {
    String key = scanner.keyText();
    if (scanner.peek() != '"') {
      scanner.skipValue();
      return;
    }
    capture.truncate(0);
    scanner.captureValue(capture);
    if (capture.overflowed()) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "the embedded token library is too large")
              .at(new Location.InWhole(document))
              .because("entry \"%s\" takes more than %,d bytes".formatted(key, SIZE_BYTES_MAX))
              .advising("export the tokens to files and name them with --tokens"));
    }
    entries.put(key, JsonText.decode(capture.bytes(), 1, capture.length() - 1));
  }
}
