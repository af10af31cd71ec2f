package sluice.testkit.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The states that the files of a folder may be in after a fault, each with a name. A state names
/// every file, and what it has to be the same as, byte for byte; what is not named must not be
/// there.
///
/// Names that begin with a dot are hidden files of the program under test and no part of a state:
/// [#leftovers] lists them.
public final class AllowedStates {
  private final Path folder;
  private final List<State> states = new ArrayList<>();

  /// @param files name of each file to the file it is a copy of
  private record State(String label, Map<String, Path> files) {}

  /// States of a folder; none is allowed yet.
  public AllowedStates(Path folder) {
    this.folder = folder;
  }

  /// Allows a state.
  ///
  /// @param files name of each file to a file with the bytes it has to have
  public AllowedStates allow(String label, Map<String, Path> files) {
    states.add(new State(label, Map.copyOf(files)));
    return this;
  }

  /// Makes the folder's files what they are in the first state that was allowed.
  public void restore() throws IOException {
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    for (Map.Entry<String, Path> file : states.getFirst().files().entrySet()) {
      Files.copy(file.getValue(), folder.resolve(file.getKey()));
    }
  }

  /// Which state the folder is in.
  ///
  /// @param moment what happened and how to have it happen again, for the message
  /// @throws AssertionError when it is in none of them
  public String match(String moment) throws IOException {
    List<String> whyNot = new ArrayList<>();
    for (State state : states) {
      Optional<String> difference = difference(state);
      if (difference.isEmpty()) {
        return state.label();
      }
      whyNot.add("not \"%s\": %s".formatted(state.label(), difference.get()));
    }
    throw new AssertionError("%s%n  %s".formatted(moment, String.join("\n  ", whyNot)));
  }

  private Optional<String> difference(State state) throws IOException {
    for (Path file : files(folder)) {
      if (!state.files().containsKey(file.getFileName().toString())) {
        return Optional.of(file.getFileName() + " is there");
      }
    }
    for (Map.Entry<String, Path> expected : new TreeMap<>(state.files()).entrySet()) {
      Path file = folder.resolve(expected.getKey());
      if (!Files.exists(file)) {
        return Optional.of(expected.getKey() + " is missing");
      }
      long at = Files.mismatch(file, expected.getValue());
      if (at >= 0) {
        return Optional.of(
            "%s differs at byte %,d of %,d, %,d expected"
                .formatted(
                    expected.getKey(), at, Files.size(file), Files.size(expected.getValue())));
      }
    }
    return Optional.empty();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !isHidden(file)).toList();
    }
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /// What the program left in a folder that is no product: everything hidden, or in a folder for
  /// temporary files simply everything.
  ///
  /// @param all whether what is not hidden counts too
  public static List<String> leftovers(Path folder, boolean all) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.equals(folder))
          .map(file -> folder.relativize(file).toString())
          .filter(name -> all || name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
