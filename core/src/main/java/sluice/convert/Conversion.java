package sluice.convert;

import java.util.List;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.TokenLibrary;

/// What a library is in another dialect.
///
/// @param files all of them, in the order in which a person would read them
/// @param tokens how many tokens were written, those of all sets together
/// @param problems what the target cannot say
public record Conversion(List<ConvertedFile> files, long tokens, List<Problem> problems) {
  public Conversion {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /// What tokens can be converted to.
  public enum Target {
    /// Token files and a resolver document of DTCG 2025.10.
    DTCG,
    /// A folder with a file for each set, as Tokens Studio keeps it in a repository.
    TOKENS_STUDIO
  }

  /// Converts a library.
  ///
  /// @throws SluiceException `format-unsupported` for a library that is of that dialect already, or
  ///   of Penpot for Tokens Studio
  public static Conversion of(TokenLibrary library, Target target) {
    return switch (target) {
      case DTCG -> {
        if (library.dialect() == Dialect.DTCG) {
          throw refused("the tokens are DTCG already", "there is nothing to convert");
        }
        yield new StudioToDtcg(library).convert();
      }
      case TOKENS_STUDIO -> {
        if (library.dialect() == Dialect.TOKENS_STUDIO) {
          throw refused("the tokens are Tokens Studio's already", "there is nothing to convert");
        }
        if (library.dialect() == Dialect.PENPOT) {
          throw refused(
              "a Penpot library is not converted to Tokens Studio",
              "what its values come to follows rules of its own; Tokens Studio would read other"
                  + " values from them");
        }
        yield new DtcgToStudio(library).convert();
      }
    };
  }

  private static SluiceException refused(String what, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.FORMAT_UNSUPPORTED, what)
            .because(why)
            .advising("convert DTCG to tokens-studio, or Tokens Studio and Penpot to dtcg"));
  }
}
