package sluice.fetch;

import java.util.List;
import sluice.json.JsonScanner;
import sluice.json.KeySet;

/// Reads the answer that says what state a file is in: `{"file": {"version": "…",
/// "last_touched_at": "…", …}}`.
final class StateReader implements AnswerReader<FileState> {
  private static final KeySet OUTER = new KeySet(List.of("file"));
  private static final KeySet KEYS = new KeySet(List.of("version", "last_touched_at"));

  private final ShortText text = new ShortText();
  private String version = "";
  private String touched = "";

  @Override
  public FileState read(JsonScanner scanner, Call call) {
    for (boolean more = scanner.enterObject(); more; more = scanner.nextMember()) {
      scanner.key();
      if (scanner.keyIn(OUTER) == 0 && scanner.peek() == '{') {
        file(scanner);
      } else {
        scanner.skipValue();
      }
    }
    if (version.isEmpty() || touched.isEmpty()) {
      throw FetchProblems.malformed(call, "it does not say what state the file is in", null);
    }
    return new FileState(version, touched);
  }

  private void file(JsonScanner scanner) {
    for (boolean more = scanner.enterObject(); more; more = scanner.nextMember()) {
      scanner.key();
      switch (scanner.keyIn(KEYS)) {
        case 0 -> version = text.read(scanner);
        case 1 -> touched = text.read(scanner);
        default -> scanner.skipValue();
      }
    }
  }
}
