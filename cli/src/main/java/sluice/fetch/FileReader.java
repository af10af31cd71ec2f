package sluice.fetch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sluice.json.JsonScanner;
import sluice.json.KeySet;

/// Reads the answer that is a file, whole or with its pages only.
final class FileReader implements AnswerReader<FileLayout> {
  private static final KeySet KEYS =
      new KeySet(
          List.of(
              "document",
              "name",
              "version",
              "lastModified",
              "components",
              "componentSets",
              "styles"));
  private static final int MAPS_FROM = 4;

  private final ShortText text = new ShortText();
  private final NodeReader nodes;

  /// @param listsPages whether the ids of pages are noted
  FileReader(boolean listsPages) {
    this.nodes = new NodeReader(listsPages);
  }

  @Override
  public FileLayout read(JsonScanner scanner, Call call) {
    NodeLayout document = null;
    String name = "";
    String version = "";
    String touched = "";
    Map<FileMap, Span> maps = new EnumMap<>(FileMap.class);
    for (boolean more = scanner.enterObject(); more; more = scanner.nextMember()) {
      scanner.key();
      int key = scanner.keyIn(KEYS);
      switch (key) {
        case 0 -> {
          if (scanner.peek() != '{') {
            throw FetchProblems.malformed(call, "its document is no node", null);
          }
          document = nodes.read(scanner, call);
        }
        case 1 -> name = text.read(scanner);
        case 2 -> version = text.read(scanner);
        case 3 -> touched = text.read(scanner);
        case -1 -> scanner.skipValue();
        default -> maps.put(FileMap.values()[key - MAPS_FROM], span(scanner));
      }
    }
    if (document == null) {
      throw FetchProblems.malformed(call, "it is JSON, but has no document", null);
    }
    return new FileLayout(name, new FileState(version, touched), document, maps);
  }

  /// Passes over a value and says where it lies.
  static Span span(JsonScanner scanner) {
    scanner.peek();
    long start = scanner.offset();
    scanner.skipValue();
    return new Span(start, scanner.offset());
  }
}
