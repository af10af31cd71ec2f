package sluice.token;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which token sets count, and how.
///
/// @param id the library's own identifier
/// @param name what people call it
/// @param group themes of one group exclude each other; null for none
/// @param statuses set name to status, in written order; sets not named are disabled
/// @param isSource Penpot's mark `isSource`, kept for writing back; it decides nothing
public record Theme(
    String id,
    String name,
    @Nullable String group,
    Map<String, SetStatus> statuses,
    boolean isSource) {
  public Theme {
    statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
  }

  /// A theme without Penpot's mark.
  public Theme(String id, String name, @Nullable String group, Map<String, SetStatus> statuses) {
    this(id, name, group, statuses, false);
  }

  /// `group/name`, or `name` for a theme without a group.
  public String label() {
    return group == null ? name : group + "/" + name;
  }
}
