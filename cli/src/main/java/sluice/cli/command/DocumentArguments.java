package sluice.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.RunReport;
import sluice.fetch.FileKey;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The documents of a command that takes several and reports on them together.
final class DocumentArguments {
  // The parser adds to it.
  private final Given<List<String>> given = new Given<>(new ArrayList<>());

  DocumentArguments(CommandSpec command) {
    command.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("1..*")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("DOCUMENT")
            .description("The documents, as for apply.")
            .getter(given)
            .setter(given)
            .build());
  }

  /// Makes sure that each can be read.
  ///
  /// @throws SluiceException `option-invalid`
  void check() {
    if (given.value().contains("")) {
      throw invalid("DOCUMENT is empty", "give a file, or - for standard input");
    }
    if (given.value().stream().filter(StandardInput.NAME::equals).count() > 1) {
      throw invalid("standard input can be read once only", "give - once");
    }
  }

  private static SluiceException invalid(String what, String help) {
    return new SluiceException(Problem.of(ProblemCode.OPTION_INVALID, what).advising(help));
  }

  /// As they were given.
  List<String> names() {
    return given.value();
  }

  /// Those that are files here.
  List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String document : given.value()) {
      if (!document.equals(StandardInput.NAME) && !FileKey.isMeantBy(document)) {
        files.add(Path.of(document));
      }
    }
    return files;
  }

  /// A file without a node is not what was meant, and no reason to let anything pass.
  ///
  /// @throws SluiceException `no-nodes`
  static void refuseNoDocument(RunReport report) {
    for (Problem problem : report.problems().examples()) {
      if (problem.code() == ProblemCode.NO_NODES) {
        throw new SluiceException(problem);
      }
    }
  }
}
