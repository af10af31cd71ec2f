package sluice.fetch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a person's caches are: `XDG_CACHE_HOME`, and without it the folder the system has for
/// them.
final class CacheFolder {
  private CacheFolder() {}

  /// The folder for fetched files; empty when there is no place for one.
  ///
  /// @param home the person's folder
  /// @param system name of the operating system, as Java has it
  static Optional<Path> of(Map<String, String> environment, String home, String system) {
    Path caches = caches(environment, home, system.toLowerCase(Locale.ROOT));
    return caches == null || !caches.isAbsolute()
        ? Optional.empty()
        : Optional.of(caches.resolve("sluice").resolve("figma"));
  }

  private static @Nullable Path caches(
      Map<String, String> environment, String home, String system) {
    String given = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    String local = environment.getOrDefault("LOCALAPPDATA", "");
    if (system.startsWith("windows") && !local.isEmpty()) {
      return Path.of(local);
    }
    if (home.isEmpty()) {
      return null;
    }
    return system.startsWith("mac") ? Path.of(home, "Library", "Caches") : Path.of(home, ".cache");
  }
}
