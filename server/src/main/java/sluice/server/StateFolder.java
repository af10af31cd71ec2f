package sluice.server;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a person's runs are kept: `XDG_STATE_HOME`, and without it the folder the system has for
/// what programs remember.
public final class StateFolder {
  private StateFolder() {}

  /// The folder; empty when there is no place for one.
  ///
  /// @param home the person's folder
  /// @param system name of the operating system, as Java has it
  static Optional<Path> of(Map<String, String> environment, String home, String system) {
    Path states = states(environment, home, system.toLowerCase(Locale.ROOT));
    return states == null || !states.isAbsolute()
        ? Optional.empty()
        : Optional.of(states.resolve("sluice"));
  }

  /// The folder of the person who runs this.
  public static Optional<Path> of(Map<String, String> environment) {
    return of(
        environment, System.getProperty("user.home", ""), System.getProperty("os.name", ""));
  }

  private static @Nullable Path states(
      Map<String, String> environment, String home, String system) {
    String given = environment.getOrDefault("XDG_STATE_HOME", "");
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
    return system.startsWith("mac")
        ? Path.of(home, "Library", "Application Support")
        : Path.of(home, ".local", "state");
  }
}
