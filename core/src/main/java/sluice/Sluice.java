package sluice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import sluice.problem.SluiceException;
import sluice.remap.NameMap;

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

  /// Reads tokens and works out their values under every combination of themes, one theme of each
  /// group.
  ///
  /// @param choice its themes are in every combination, so that their groups do not vary; no sets
  /// @throws SluiceException when the tokens cannot be read, a theme does not exist, or there are
  ///   too many combinations
  public static TokenCombinations resolveEveryCombination(TokenChoice choice) {
    return TokenCombinations.fromFiles(choice);
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
