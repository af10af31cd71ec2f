package sluice.cli.command;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import sluice.document.Scope;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The options that limit a run to a part of the document.
final class ScopeOptions {
  /// The values of `--scope`.
  enum Part {
    DOCUMENT,
    PAGE,
    NODE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Given<Part> givenPart;
  private final Given<List<String>> givenPages;
  private final Given<List<String>> givenNodes;

  ScopeOptions(CommandSpec command) {
    givenPart =
        Given.optional(
            command,
            Part.class,
            "PART",
            "The part of the document tokens are applied to: ${COMPLETION-CANDIDATES}. Left out:"
                + " what --page or --node name, else the document.",
            "--scope");
    givenPages =
        Given.repeatable(
            command,
            String.class,
            "",
            "NAME",
            "A page to apply tokens to, by name or id; may be given again.",
            "--page");
    givenNodes =
        Given.repeatable(
            command,
            String.class,
            "",
            "ID",
            "A node to apply tokens to, with everything in it; may be given again.",
            "--node");
  }

  /// The scope as the engine takes it.
  ///
  /// @throws SluiceException `option-invalid`
  Scope scope() {
    List<String> pages = givenPages.value();
    List<String> nodes = givenNodes.value();
    if (!pages.isEmpty() && !nodes.isEmpty()) {
      throw invalid("--page and --node exclude each other", "give pages or nodes");
    }
    Part wanted = givenPart.orNull();
    if (wanted == null) {
      wanted = pages.isEmpty() ? nodes.isEmpty() ? Part.DOCUMENT : Part.NODE : Part.PAGE;
    }
    return switch (wanted) {
      case DOCUMENT -> {
        if (!pages.isEmpty() || !nodes.isEmpty()) {
          throw invalid(
              "--scope document leaves no room for --page or --node",
              "leave --scope out, or say --scope page or --scope node");
        }
        yield new Scope.WholeDocument();
      }
      case PAGE -> {
        if (pages.isEmpty()) {
          throw invalid(
              "--scope page needs to know which page",
              "add --page with a page's name or id, once for each page");
        }
        yield new Scope.Pages(pages);
      }
      case NODE -> {
        if (nodes.isEmpty()) {
          throw invalid(
              "--scope node needs to know which node",
              "add --node with a node's id, such as 12:345, once for each node");
        }
        yield new Scope.Nodes(nodes);
      }
    };
  }

  private static SluiceException invalid(String what, String help) {
    return new SluiceException(Problem.of(ProblemCode.OPTION_INVALID, what).advising(help));
  }
}
