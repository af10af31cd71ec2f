package sluice.testkit.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/// Makes a document and the token library that goes with it, from the shell.
///
/// ```
/// java -cp testkit/target/classes sluice.testkit.generate.Generate \
///     --nodes 1000000 --seed 1 --order figma --tokens tokens.json --out document.json
/// ```
public final class Generate {
  private static final String USAGE =
      """
      usage: Generate [--nodes N] [--seed S] [--out FILE] [--tokens FILE] [--tokens-folder FOLDER]
        --order figma|reversed|shuffled   order of keys (figma)
        --token-share X                   share of nodes with tokens (0.6)
        --combinations N                  different lists of applied tokens (1000)
        --drift X                         share of those nodes off the light theme (0.1)
        --missing X                       share of combinations with a missing token (0)
        --bound X                         share of nodes with bound variables (0.02)
        --depth N                         greatest depth (10)
        --embed none|plain|chunked        library in the root's plugin data (none)
        --token-count N --brands N --dtcg size and form of the library (300, 0, legacy)
        --indent --bom                    whitespace, byte order mark
      """;

  private long nodes = 10_000;
  private long seed = 1;
  private String out = "";
  private String tokens = "";
  private String tokensFolder = "";
  private KeyOrder order = KeyOrder.FIGMA;
  private EmbeddedLibrary embedded = EmbeddedLibrary.NONE;
  private double tokenShare = 0.6;
  private double drift = 0.1;
  private double missing;
  private double bound = 0.02;
  private int combinations = 1_000;
  private int depth = 10;
  private int tokenCount = 300;
  private int brands;
  private boolean dtcg;
  private boolean indented;
  private boolean byteOrderMark;

  private Generate() {}

  /// Runs, or says what is wrong with the arguments and ends with 2.
  public static void main(String[] args) throws IOException {
    Generate request = new Generate();
    FigmaDocumentOptions options;
    try {
      options = request.parse(List.of(args).iterator());
    } catch (IllegalArgumentException | NoSuchElementException e) {
      System.err.println("error: " + e.getMessage());
      System.err.print(USAGE);
      System.exit(2);
      return;
    }
    request.run(options);
  }

  private FigmaDocumentOptions parse(Iterator<String> args) {
    while (args.hasNext()) {
      String flag = args.next();
      switch (flag) {
        case "--dtcg" -> dtcg = true;
        case "--indent" -> indented = true;
        case "--bom" -> byteOrderMark = true;
        default -> set(flag, args.next());
      }
    }
    TokenLibraryOptions library = new TokenLibraryOptions(seed, tokenCount, brands, dtcg);
    return new FigmaDocumentOptions(
        nodes,
        seed,
        tokenShare,
        combinations,
        drift,
        missing,
        bound,
        depth,
        order,
        indented,
        byteOrderMark,
        embedded,
        library);
  }

  private void set(String flag, String value) {
    switch (flag) {
      case "--nodes" -> nodes = Long.parseLong(value);
      case "--seed" -> seed = Long.parseLong(value);
      case "--out" -> out = value;
      case "--tokens" -> tokens = value;
      case "--tokens-folder" -> tokensFolder = value;
      case "--order" -> order = KeyOrder.valueOf(value.toUpperCase(Locale.ROOT));
      case "--embed" -> embedded = EmbeddedLibrary.valueOf(value.toUpperCase(Locale.ROOT));
      case "--token-share" -> tokenShare = Double.parseDouble(value);
      case "--combinations" -> combinations = Integer.parseInt(value);
      case "--drift" -> drift = Double.parseDouble(value);
      case "--missing" -> missing = Double.parseDouble(value);
      case "--bound" -> bound = Double.parseDouble(value);
      case "--depth" -> depth = Integer.parseInt(value);
      case "--token-count" -> tokenCount = Integer.parseInt(value);
      case "--brands" -> brands = Integer.parseInt(value);
      default -> throw new IllegalArgumentException("unknown flag " + flag);
    }
  }

  private void run(FigmaDocumentOptions options) throws IOException {
    FigmaDocumentGenerator generator = new FigmaDocumentGenerator(options);
    if (!tokens.isEmpty()) {
      generator.library().write(Path.of(tokens));
    }
    if (!tokensFolder.isEmpty()) {
      generator.library().writeFolder(Path.of(tokensFolder));
    }
    if (!out.isEmpty()) {
      long start = System.nanoTime();
      GeneratedDocument made = generator.write(Path.of(out));
      double seconds = (System.nanoTime() - start) / 1e9;
      System.err.printf(
          Locale.ROOT,
          "%s%n%.0f bytes per node, %.2f s, %.0f MB/s%n",
          made,
          (double) made.sizeBytes() / made.nodes(),
          seconds,
          made.sizeBytes() / 1e6 / seconds);
    }
  }
}
