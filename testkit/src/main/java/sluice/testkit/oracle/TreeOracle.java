package sluice.testkit.oracle;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Compares whole documents as trees, and lists the nodes of one.
public final class TreeOracle {
  private static final int DEPTH_MAX = 10_000;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxStringLength(Integer.MAX_VALUE)
                          .build())
                  .build())
          .build();

  private TreeOracle() {}

  /// A node of a Figma document and where it is.
  ///
  /// @param pointer RFC 6901 path from the root of the JSON text
  /// @param path names from the page (or the root of a bare subtree) down to the node itself
  /// @param parentIds ids of its ancestors, outermost first
  /// @param json the node with everything below it
  public record FoundNode(
      String id, String pointer, List<String> path, List<String> parentIds, JsonNode json) {
    public FoundNode {
      path = List.copyOf(path);
      parentIds = List.copyOf(parentIds);
    }

    /// The nearest ancestor's id; absent for the outermost node.
    public @Nullable String parentId() {
      return parentIds.isEmpty() ? null : parentIds.getLast();
    }
  }

  /// A run of bytes.
  ///
  /// @param offset of the first byte, 0-based
  /// @param length 0 or more
  public record Span(int offset, int length) {}

  /// A whole document; a byte order mark is allowed.
  public static JsonNode read(byte[] json) {
    return MAPPER.readTree(json);
  }

  /// A whole document; a byte order mark is allowed.
  public static JsonNode read(Path file) {
    return MAPPER.readTree(file.toFile());
  }

  /// RFC 6901 pointers at which two documents differ, in the order of the first document: a value
  /// that is another one or of another kind, a member or element that only one of them has. The
  /// order of members doesn't matter; numbers are compared as doubles.
  public static List<String> differences(JsonNode first, JsonNode second) {
    List<String> found = new ArrayList<>();
    compare("", first, second, found);
    return found;
  }

  /// All nodes below `document` (or below the root of a bare subtree) by id, in document order.
  ///
  /// @throws IllegalArgumentException when two nodes have the same id
  public static Map<String, FoundNode> nodes(JsonNode root) {
    Map<String, FoundNode> found = new LinkedHashMap<>();
    if (root.has("document")) {
      collect(root.get("document"), "/document", List.of(), List.of(), found);
    } else {
      collect(root, "", List.of(), List.of(), found);
    }
    return found;
  }

  /// Where two texts differ outside the spans that were to change; empty when they are equal there.
  ///
  /// @param before the input
  /// @param spans value spans in `before`, in order, none overlapping; one of length 0 is a place
  ///   of insertion
  /// @param after the output
  /// @param written sizes in bytes of what stands in `after` in place of each span
  public static String differenceOutside(
      byte[] before, List<Span> spans, byte[] after, List<Integer> written) {
    if (spans.size() != written.size()) {
      return spans.size() + " spans but " + written.size() + " sizes";
    }
    int from = 0;
    int to = 0;
    for (int i = 0; i <= spans.size(); i++) {
      int end = i < spans.size() ? spans.get(i).offset() : before.length;
      if (end < from) {
        return "span " + i + " begins before the one before it ends: " + spans.get(i);
      }
      for (; from < end; from++, to++) {
        if (to >= after.length || before[from] != after[to]) {
          return "byte %d of the input is not byte %d of the output: ...%s..."
              .formatted(from, to, around(before, from));
        }
      }
      if (i < spans.size()) {
        from += spans.get(i).length();
        to += written.get(i);
      }
    }
    return to == after.length ? "" : "the output has " + after.length + " bytes, expected " + to;
  }

  private static String around(byte[] bytes, int at) {
    int from = Math.max(0, at - 40);
    int to = Math.min(bytes.length, at + 40);
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static void compare(String pointer, JsonNode first, JsonNode second, List<String> found) {
    if (first.isObject() && second.isObject()) {
      TreeSet<String> onlySecond = new TreeSet<>(second.propertyNames());
      for (String name : first.propertyNames()) {
        onlySecond.remove(name);
        String member = pointer + "/" + escape(name);
        if (second.has(name)) {
          compare(member, first.get(name), second.get(name), found);
        } else {
          found.add(member);
        }
      }
      onlySecond.forEach(name -> found.add(pointer + "/" + escape(name)));
    } else if (first.isArray() && second.isArray()) {
      int both = Math.min(first.size(), second.size());
      for (int i = 0; i < both; i++) {
        compare(pointer + "/" + i, first.get(i), second.get(i), found);
      }
      for (int i = both; i < Math.max(first.size(), second.size()); i++) {
        found.add(pointer + "/" + i);
      }
    } else if (first.isNumber() && second.isNumber()) {
      if (first.doubleValue() != second.doubleValue()) {
        found.add(pointer);
      }
    } else if (!first.equals(second)) {
      found.add(pointer);
    }
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static void collect(
      JsonNode node,
      String pointer,
      List<String> parentPath,
      List<String> parentIds,
      Map<String, FoundNode> found) {
    String id = node.path("id").asString("");
    boolean isDocument = node.path("type").asString("").equals("DOCUMENT");
    List<String> path = isDocument ? parentPath : with(parentPath, node.path("name").asString(""));
    if (found.put(id, new FoundNode(id, pointer, path, parentIds, node)) != null) {
      throw new IllegalArgumentException("two nodes with id " + id);
    }
    List<String> ids = with(parentIds, id);
    JsonNode children = node.path("children");
    for (int i = 0; i < children.size(); i++) {
      collect(children.get(i), pointer + "/children/" + i, path, ids, found);
    }
  }

  private static List<String> with(List<String> list, String last) {
    List<String> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
