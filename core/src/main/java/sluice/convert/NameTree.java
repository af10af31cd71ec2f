package sluice.convert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.token.TokenValue;

/// Tokens by path to the nested object of a token file.
final class NameTree {
  private final Map<String, Object> root = new LinkedHashMap<>();

  /// Puts a token at its place; of two at one place the later counts, where the earlier was.
  ///
  /// @param path no part of it is a token already
  @SuppressWarnings("unchecked") // what is not a token's JSON is a map that was put here
  void put(List<String> path, TokenValue token) {
    Map<String, Object> group = root;
    for (String name : path.subList(0, path.size() - 1)) {
      group =
          (Map<String, Object>)
              group.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
    }
    group.put(path.getLast(), token);
  }

  boolean isEmpty() {
    return root.isEmpty();
  }

  /// The object, with some members before the groups.
  TokenValue.Parts json(Map<String, TokenValue> head) {
    Map<String, TokenValue> members = new LinkedHashMap<>(head);
    members.putAll(members(root));
    return new TokenValue.Parts(members);
  }

  private static Map<String, TokenValue> members(Map<String, Object> group) {
    Map<String, TokenValue> members = new LinkedHashMap<>();
    group.forEach((name, node) -> members.put(name, node(node)));
    return members;
  }

  @SuppressWarnings("unchecked") // as above
  private static TokenValue node(Object node) {
    return node instanceof TokenValue token
        ? token
        : new TokenValue.Parts(members((Map<String, Object>) node));
  }
}
