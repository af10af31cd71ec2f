package sluice.token.dtcg;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;

/// One JSON value and the place it starts at: line and column counted from 1, columns in UTF-16
/// units.
public sealed interface LocatedJson {
  /// Path of the file, as the user gave it.
  String file();

  /// First line is 1.
  int line();

  /// First column is 1.
  int column();

  /// The place in words of a problem.
  default Location at() {
    return new Location.InFile(file(), line(), column());
  }

  /// An object, members in written order.
  record Obj(Map<String, LocatedJson> members, String file, int line, int column)
      implements LocatedJson {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// The value of a member, or null when there is no such member.
    public @Nullable LocatedJson get(String key) {
      return members.get(key);
    }
  }

  /// An array.
  record Arr(List<LocatedJson> items, String file, int line, int column) implements LocatedJson {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /// A text.
  record Str(String text, String file, int line, int column) implements LocatedJson {}

  /// A number; infinite when it is too large for a double.
  record Num(double value, String file, int line, int column) implements LocatedJson {}

  /// `true` or `false`.
  record Bool(boolean value, String file, int line, int column) implements LocatedJson {}

  /// `null`.
  record Null(String file, int line, int column) implements LocatedJson {}
}
