package sluice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sluice.convert.Conversion;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.remap.NameMap;
import sluice.token.Dialect;
import sluice.token.TokenLibrary;
import sluice.token.source.TokenSource;

/// The front door: what Sluice can do, as Java.
public final class Sluice {
  private Sluice() {}

  /// Begins the description of a run that applies tokens to a document.
  ///
  /// @param document a Figma REST file, compressed or not, or a Penpot archive; its format is told
  ///   from its bytes
  public static ApplyRequest apply(Path document) {
    return new ApplyRequest(document);
  }

  /// Begins the description of a run that takes another one back.
  ///
  /// @param document what [#apply] wrote
  /// @param changes the change set it wrote with it
  public static RevertRequest revert(Path document, Path changes) {
    return new RevertRequest(document, changes);
  }

  /// Begins the description of a run that renames tokens where they are applied and, if asked for,
  /// in their library.
  public static RemapRequest remap(NameMap names) {
    return new RemapRequest(names);
  }

  /// Two versions of the tokens, for [ApplyRequest#impact].
  ///
  /// @param older what documents are thought to be in step with; names token files
  /// @param newer what is to take its place; names token files
  public static TokenVersions impact(TokenChoice older, TokenChoice newer) {
    return new TokenVersions(older, newer);
  }

  /// Reads tokens and works out their values.
  ///
  /// @throws SluiceException when the tokens cannot be read or a theme does not exist
  public static TokenValues resolve(TokenChoice choice) {
    return TokenValues.fromFiles(choice);
  }

  /// Reads tokens and works out their values in the form the nodes of Figma understand, whatever
  /// dialect they are of.
  ///
  /// @throws SluiceException as [#resolve]
  public static TokenValues resolveForFigma(TokenChoice choice) {
    choice.checkDialect();
    return TokenValues.fromFiles(choice).forFigma();
  }

  /// Reads the library in the plugin data of a Figma file's root and works out its values.
  ///
  /// @param rootPluginData key to value of the namespace `tokens` at the root of the file
  /// @param file what it is called in messages
  /// @param choice names no token files
  /// @throws SluiceException `library-missing` when there is none, and as [#resolve]
  public static TokenValues resolveEmbedded(
      Map<String, String> rootPluginData, String file, TokenChoice choice) {
    return TokenValues.embedded(rootPluginData, file, choice);
  }

  /// Reads tokens and works out their values under every combination of themes, one theme of each
  /// group.
  ///
  /// @param choice its themes are in every combination, so that their groups do not vary; no sets
  /// @throws SluiceException when the tokens cannot be read, a theme does not exist, or there are
  ///   too many combinations
  public static TokenCombinations resolveEveryCombination(TokenChoice choice) {
    return TokenCombinations.fromFiles(choice);
  }

  /// Reads tokens and works out what they are in another dialect; nothing is written.
  ///
  /// @param paths at least one, in the order they were given
  /// @param problems is given what is wrong with the token files
  /// @throws SluiceException when the tokens cannot be read, or are of that dialect already
  public static Conversion convertTokens(
      List<Path> paths, Conversion.Target target, ProblemTally problems) {
    List<TokenLibrary> libraries =
        TokenSource.readAll(paths, new TokenSource.Telling(null, Dialect.TOKENS_STUDIO), problems)
            .all();
    if (libraries.size() > 1) {
      throw new SluiceException(
          Problem.of(ProblemCode.FORMAT_UNSUPPORTED, "the files are of several dialects")
              .because("one library is converted at a time")
              .advising("give those of each dialect by themselves"));
    }
    return Conversion.of(libraries.getFirst(), target);
  }

  /// Writes every shape of a Penpot archive as a line of JSON: file, page, the page's name, the
  /// entry, and the shape itself, spelt as in the archive.
  ///
  /// @param document the archive
  /// @param name what it is called in messages
  /// @param out is written to and not closed
  /// @return how many lines
  /// @throws SluiceException `format-unsupported` for anything else than an archive, and what
  ///   reading it says
  public static long listShapes(Path document, String name, OutputStream out) throws IOException {
    return ShapeLines.write(document, name, out);
  }
}
