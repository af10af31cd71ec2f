package sluice.fetch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sluice.json.JsonScanner;
import sluice.json.KeySet;

/// Reads an answer with some nodes: `{"version": …, "nodes": {"1:2": {"document": …, "components":
/// …}, "1:3": null}}`.
final class NodesReader implements AnswerReader<NodesLayout> {
  private static final KeySet KEYS = new KeySet(List.of("nodes", "version", "lastModified"));
  private static final KeySet PART_KEYS =
      new KeySet(List.of("document", "components", "componentSets", "styles"));
  private static final int DOCUMENT = 0;
  private static final int MAPS_FROM = 1;

  private final ShortText text = new ShortText();
  private final NodeReader nodes;

  /// @param listsChildren whether the ids of their children are noted
  NodesReader(boolean listsChildren) {
    this.nodes = new NodeReader(listsChildren);
  }

  @Override
  public NodesLayout read(JsonScanner scanner, Call call) {
    String version = "";
    String touched = "";
    List<NodeLayout> found = new ArrayList<>();
    List<Map<FileMap, Span>> maps = new ArrayList<>();
    for (boolean more = scanner.enterObject(); more; more = scanner.nextMember()) {
      scanner.key();
      switch (scanner.keyIn(KEYS)) {
        case 0 -> parts(scanner, call, found, maps);
        case 1 -> version = text.read(scanner);
        case 2 -> touched = text.read(scanner);
        default -> scanner.skipValue();
      }
    }
    return new NodesLayout(new FileState(version, touched), found, maps);
  }

  private void parts(
      JsonScanner scanner, Call call, List<NodeLayout> found, List<Map<FileMap, Span>> maps) {
    if (scanner.peek() != '{') {
      throw FetchProblems.malformed(call, "its nodes are no object", null);
    }
    for (boolean more = scanner.enterObject(); more; more = scanner.nextMember()) {
      scanner.key();
      if (scanner.peek() == '{') {
        part(scanner, call, found, maps);
      } else {
        scanner.skipValue();
      }
    }
  }

  private void part(
      JsonScanner scanner, Call call, List<NodeLayout> found, List<Map<FileMap, Span>> maps) {
    Map<FileMap, Span> own = new EnumMap<>(FileMap.class);
    for (boolean more = scanner.enterObject(); more; more = scanner.nextMember()) {
      scanner.key();
      int key = scanner.keyIn(PART_KEYS);
      if (key == DOCUMENT && scanner.peek() == '{') {
        found.add(nodes.read(scanner, call));
      } else if (key >= MAPS_FROM) {
        own.put(FileMap.values()[key - MAPS_FROM], FileReader.span(scanner));
      } else {
        scanner.skipValue();
      }
    }
    maps.add(own);
  }
}
