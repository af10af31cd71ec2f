package sluice.testkit.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes a Penpot archive, from the shell.
///
/// ```
/// java -cp testkit/target/classes sluice.testkit.generate.GeneratePenpot 100000 kit.penpot
/// ```
public final class GeneratePenpot {
  private static final int SHAPES_PER_PAGE = 10_000;
  private static final int USAGE_ERROR = 2;
  private static final String USAGE =
      """
      usage: GeneratePenpot SHAPES FILE [--official] [--geometry]
        --official   laid out as Penpot exports it, not as its library for programs writes
        --geometry   with tokens for margins, sizes, angles and places
      """;

  private GeneratePenpot() {}

  /// Runs, or says what is wrong with the arguments and ends with 2.
  public static void main(String[] args) throws IOException {
    List<String> rest = new ArrayList<>(List.of(args));
    boolean official = rest.remove("--official");
    boolean geometry = rest.remove("--geometry");
    if (rest.size() != 2 || !rest.getFirst().matches("[0-9]{1,9}")) {
      System.err.print(USAGE);
      System.exit(USAGE_ERROR);
      return;
    }
    PenpotOptions options =
        PenpotOptions.ofShapes(Integer.parseInt(rest.getFirst()))
            .shapesPerPage(SHAPES_PER_PAGE)
            .official(official)
            .geometry(geometry);
    new PenpotArchiveGenerator(options).write(Path.of(rest.getLast()));
  }
}
