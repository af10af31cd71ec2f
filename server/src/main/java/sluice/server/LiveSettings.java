package sluice.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sluice.TokenChoice;

/// How a server is started.
///
/// @param tokens which tokens, and the themes that count unless the plugin chooses others; without
///   files those each open file carries; null for a server that only takes runs back
/// @param port 0 for any that is free
/// @param state the folder for runs and what else is remembered
/// @param version of the program, told to the plugin
public record LiveSettings(@Nullable TokenChoice tokens, int port, Path state, String version) {
  /// The port the plugin expects.
  public static final int PORT = 7777;
}
