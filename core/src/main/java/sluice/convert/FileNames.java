package sluice.convert;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Paths for sets: the name of the set with `/` between folders, and nothing in it that some file
/// system or address would take for something else. Each set has a path of its own, also where
/// letters of either case are the same.
final class FileNames {
  private static final int SEGMENT_MAX_CHARS = 100;

  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> known = new HashMap<>();

  /// The path of a set without an extension; always the same for one name.
  String of(String set) {
    return known.computeIfAbsent(set, this::make);
  }

  private String make(String set) {
    StringBuilder path = new StringBuilder();
    for (String segment : set.split("/", -1)) {
      String safe = safe(segment.strip());
      if (!safe.isEmpty()) {
        path.append(path.isEmpty() ? "" : "/").append(safe);
      }
    }
    String base = path.isEmpty() ? "set" : path.toString();
    String name = base;
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = base + "-" + number;
    }
    return name;
  }

  private static String safe(String segment) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < segment.length() && safe.length() < SEGMENT_MAX_CHARS; i++) {
      char c = segment.charAt(i);
      boolean isSafe = c == '-' || c == '_' || c == '.' || c == '=' || Character.isLetterOrDigit(c);
      boolean isHidden = safe.isEmpty() && (c == '.' || c == '-');
      safe.append(isSafe && !isHidden && c < 0x80 ? c : '_');
    }
    return safe.toString();
  }
}
