package sluice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Where the results of renaming go.
final class RemapPlaces {
  private final RemapRequest request;
  private final boolean several;
  private final Set<Path> taken = new HashSet<>();

  /// @param several whether there is more than one result
  RemapPlaces(RemapRequest request, boolean several) {
    this.request = request;
    this.several = several;
  }

  /// The place for what comes of one file.
  ///
  /// @param root the folder that was given and that the file is in, or null
  /// @return null when nothing is written
  @Nullable Path of(Path input, @Nullable Path root) {
    if (request.dryRun) {
      return null;
    }
    Path place = place(input, root);
    if (!taken.add(place.toAbsolutePath().normalize())) {
      throw invalid(place, "two results would be one file", "give the inputs one after the other");
    }
    if (!request.inPlace && isSame(place, input)) {
      throw invalid(place, "the output is the input", "--in-place replaces it");
    }
    return place;
  }

  private Path place(Path input, @Nullable Path root) {
    if (request.inPlace) {
      return input;
    }
    Path output = request.output;
    if (output == null) {
      if (root != null) {
        throw invalid(
            root, "there is no place beside a folder of token files", "give --in-place or -o OUT");
      }
      return ApplyRequest.beside(input, "remapped");
    }
    boolean folder = several || root != null || Files.isDirectory(output);
    if (!folder) {
      return output;
    }
    Path inside = root == null ? input.getFileName() : root.relativize(input);
    if (inside == null) {
      throw invalid(input, "there is no name for the output", "give a file");
    }
    Path place = output.resolve(inside.toString());
    try {
      Files.createDirectories(place.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw invalid(
          output, "the folder for the output cannot be made", String.valueOf(e.getMessage()));
    }
    return place;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.isSameFile(one, other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SluiceException invalid(Path place, String what, String help) {
    return new SluiceException(
        Problem.of(ProblemCode.OPTION_INVALID, what)
            .at(new Location.InWhole(place.toString()))
            .advising(help));
  }
}
