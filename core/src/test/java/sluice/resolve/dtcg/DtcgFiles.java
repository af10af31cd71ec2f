package sluice.resolve.dtcg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import sluice.problem.Problem;
import sluice.problem.ProblemTally;
import sluice.problem.Severity;
import sluice.problem.SluiceException;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ThemeSelection;
import sluice.token.Dialect;
import sluice.token.TokenLibrary;
import sluice.token.source.TokenSource;

/// DTCG texts as files of a folder that is gone afterwards, read and resolved.
final class DtcgFiles implements AutoCloseable {
  /// Problems of one kind kept: more than any test has.
  private static final int PROBLEMS_MAX = 1_000;

  private final Path folder;
  private final List<Path> sources = new ArrayList<>();

  /// What came of files: the result, and every problem of tokens, groups and files.
  record Outcome(DtcgResolution resolution, List<Problem> problems) {
    List<Problem> errors() {
      return problems.stream()
          .filter(problem -> problem.code().severity() == Severity.ERROR)
          .toList();
    }
  }

  DtcgFiles() throws IOException {
    folder = Files.createTempDirectory("dtcg");
  }

  /// A file that is one of the sources.
  DtcgFiles source(String name, String text) throws IOException {
    sources.add(other(name, text));
    return this;
  }

  /// A file that a source may refer to.
  Path other(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }

  /// Reads and resolves the sources.
  ///
  /// @param contexts `modifier=context`
  /// @throws SluiceException what ends the run
  Outcome resolve(String... contexts) {
    ProblemTally tally = new ProblemTally(PROBLEMS_MAX);
    TokenLibrary library =
        TokenSource.readAll(sources, new TokenSource.Telling(Dialect.DTCG, Dialect.DTCG), tally)
            .all()
            .getFirst();
    return resolve(library, tally, contexts);
  }

  private static Outcome resolve(TokenLibrary library, ProblemTally tally, String... contexts) {
    ThemeSelection selection = ThemeSelection.choose(library, List.of(contexts), List.of());
    DtcgResolution resolution =
        DtcgResolver.resolve(Objects.requireNonNull(library.dtcg()), selection);
    List<Problem> problems = new ArrayList<>(tally.examples());
    problems.addAll(resolution.problems());
    resolution.tokens().all().stream()
        .map(ResolvedToken::problem)
        .filter(Objects::nonNull)
        .forEach(problems::add);
    return new Outcome(resolution, problems);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
