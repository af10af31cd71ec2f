package sluice.fetch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonScanner;
import sluice.json.KeySet;

/// Notes where a node and its children lie.
final class NodeReader {
  /// Children of one node that are noted.
  static final int CHILDREN_MAX = 200_000;

  private static final KeySet KEYS = new KeySet(List.of("id", "children"));
  private static final int ID = 0;
  private static final int CHILDREN = 1;

  private final ShortText text = new ShortText();
  private final boolean listsChildren;

  /// @param listsChildren whether the ids of children are noted
  NodeReader(boolean listsChildren) {
    this.listsChildren = listsChildren;
  }

  /// Passes over the node that comes next.
  NodeLayout read(JsonScanner scanner, Call call) {
    String id = "";
    Span children = null;
    List<String> childIds = new ArrayList<>();
    scanner.peek();
    long start = scanner.offset();
    for (boolean more = scanner.enterObject(); more; more = scanner.nextMember()) {
      scanner.key();
      switch (scanner.keyIn(KEYS)) {
        case ID -> id = text.read(scanner);
        case CHILDREN -> children = children(scanner, call, childIds);
        default -> scanner.skipValue();
      }
    }
    return new NodeLayout(id, new Span(start, scanner.offset()), children, childIds);
  }

  private @Nullable Span children(JsonScanner scanner, Call call, List<String> ids) {
    if (scanner.peek() != '[') {
      scanner.skipValue();
      return null;
    }
    long start = scanner.offset();
    if (!listsChildren) {
      scanner.skipValue();
      return new Span(start, scanner.offset());
    }
    for (boolean more = scanner.enterArray(); more; more = scanner.nextElement()) {
      if (ids.size() == CHILDREN_MAX) {
        throw FetchProblems.limit(call, "layers side by side", CHILDREN_MAX);
      }
      ids.add(id(scanner, call));
    }
    return new Span(start, scanner.offset());
  }

  private String id(JsonScanner scanner, Call call) {
    String id = "";
    for (boolean more = scanner.enterObject(); more; more = scanner.nextMember()) {
      scanner.key();
      if (scanner.keyIn(KEYS) == ID) {
        id = text.read(scanner);
      } else {
        scanner.skipValue();
      }
    }
    if (id.isEmpty()) {
      throw FetchProblems.malformed(call, "a node in it has no id", null);
    }
    return id;
  }
}
