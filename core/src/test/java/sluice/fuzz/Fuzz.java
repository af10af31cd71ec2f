package sluice.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What Jazzer calls, in a process for each target.
public final class Fuzz {
  private static @Nullable FuzzTarget target;
  private static @Nullable Path folder;

  private Fuzz() {}

  /// Called once. The seeds are run here, so that no input is taken for slow because most classes
  /// of the product are loaded with it.
  ///
  /// @param arguments a target's label
  public static void fuzzerInitialize(String[] arguments) throws Exception {
    target = FuzzTargets.of(arguments[0]).target();
    folder = Files.createTempDirectory("input");
    for (byte[] seed : target.seeds()) {
      fuzzerTestOneInput(seed);
    }
  }

  /// Called for each input.
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    Path empty = Objects.requireNonNull(folder);
    Objects.requireNonNull(target).check(input, empty);
    FuzzFolder.empty(empty);
  }
}
