package sluice.token.dtcg;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;

/// A token or a group of one source, as its keys say (Format module, groups; design token).
public sealed interface DtcgNode {
  /// Its `$` properties as written.
  Map<String, LocatedJson> properties();

  /// Where its name stands.
  Location at();

  /// An object without `$value`.
  ///
  /// @param children by name; `$root` is one of them
  record Group(Map<String, LocatedJson> properties, Map<String, DtcgNode> children, Location at)
      implements DtcgNode {
    public Group {
      properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
      children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
    }

    /// Whether it is a token if its `$ref` leads to one; only the finished tree can tell.
    public boolean isUndecided() {
      return children.isEmpty() && properties.containsKey("$ref");
    }
  }

  /// An object with `$value`.
  ///
  /// @param problem a rule that its keys break, so that it has no value; or null
  record Token(Map<String, LocatedJson> properties, @Nullable Problem problem, Location at)
      implements DtcgNode {
    public Token {
      properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
  }
}
