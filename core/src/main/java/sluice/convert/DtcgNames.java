package sluice.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// Names of a flat library as paths of DTCG.
///
/// There a token has no children: where one name begins another (`a`, `a.b`), in whatever sets, the
/// shorter one is the `$root` of a group.
final class DtcgNames {
  private static final String ROOT = "$root";

  private final Set<String> groups = new HashSet<>();
  private final Map<String, @Nullable List<String>> paths = new HashMap<>();

  DtcgNames(TokenLibrary library) {
    for (TokenSet set : library.sets()) {
      for (Token token : set.tokens()) {
        if (!token.isRemark()) {
          String name = token.name();
          for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            groups.add(name.substring(0, dot));
          }
        }
      }
    }
  }

  /// The path of a token, or null for a name that DTCG does not allow.
  @Nullable List<String> path(String name) {
    return paths.computeIfAbsent(name, this::make);
  }

  private @Nullable List<String> make(String name) {
    List<String> path = new ArrayList<>();
    String[] segments = name.split("\\.", -1);
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      boolean isRoot = segment.equals(ROOT) && i == segments.length - 1 && i > 0;
      if (segment.isEmpty()
          || (segment.startsWith("$") && !isRoot)
          || segment.indexOf('{') >= 0
          || segment.indexOf('}') >= 0) {
        return null;
      }
      path.add(segment);
    }
    if (groups.contains(name)) {
      path.add(ROOT);
    }
    return path;
  }

  /// Whether a token has another name there.
  boolean isRenamed(String name) {
    return groups.contains(name);
  }

  /// A reference to a token in braces.
  String reference(String name) {
    List<String> path = path(name);
    return "{" + (path == null ? name : String.join(".", path)) + "}";
  }
}
