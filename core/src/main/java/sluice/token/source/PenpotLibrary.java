package sluice.token.source;

import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Map;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.TokenLibrary;

/// Penpot's token library, read as strictly as Penpot reads it: the `tokens.json` of an archive, or
/// a file of the import dialog, which takes more (`read-multi-set-dtcg` and `parse-decoded-json` of
/// penpot/penpot `common/src/app/common/types/tokens_lib.cljc`).
///
/// Either way names of sets are normalised, sets stand in Penpot's order, types and values in
/// Penpot's spelling ([sluice.token.PenpotTokenType], parts `fontFamily fontSize fontWeight
/// letterSpacing lineHeight textCase textDecoration` and `offsetX offsetY blur spread color
/// inset`), and `$extensions` are lost. A token of a type Penpot does not know is left out and
/// reported (`token-skipped`).
public final class PenpotLibrary {
  private PenpotLibrary() {}

  /// Reads the `tokens.json` of an archive.
  ///
  /// @param text the whole entry; read to its end, not closed
  /// @param displayName what places in problems start with, such as
  ///   `kit.penpot/files/…/tokens.json`
  /// @param problems is given one `token-skipped` for each token left out, and one `quirk` for each
  ///   of the older type `strokeWidth`
  /// @throws SluiceException `token-file-malformed` with line and column for what Penpot's importer
  ///   refuses; `limit-exceeded`; `file-unreadable` when the reader fails
  public static TokenLibrary readArchived(Reader text, String displayName, ProblemTally problems) {
    Places places = Places.inFile(displayName);
    SourceValue root = parse(text, displayName, places);
    PenpotSchema.check(root, places);
    return multi((SourceValue.Obj) root, false, places, problems, new LibraryCount());
  }

  /// Reads a text as the import dialog does: several sets or one, in DTCG or in the older form.
  ///
  /// @param text the whole file; read to its end, not closed
  /// @param displayName what places in problems start with
  /// @param baseName the file's name without its extension, which names a single set
  /// @param problems as above
  /// @throws SluiceException as above, but `token-file-malformed` only for what the dialog refuses
  public static TokenLibrary read(
      Reader text, String displayName, String baseName, ProblemTally problems) {
    Places places = Places.inFile(displayName);
    SourceValue root = parse(text, displayName, places);
    return imported(root, baseName, places, problems, new LibraryCount());
  }

  /// A file's name without its extension, which names a single set.
  static String baseName(Path path) {
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /// Whether a text is a library that Penpot wrote: its metadata says what is active, which Tokens
  /// Studio never writes there.
  static boolean isOne(SourceValue root) {
    return root instanceof SourceValue.Obj object
        && object.get(LibraryReader.METADATA) instanceof SourceValue.Obj metadata
        && isMetadata(metadata);
  }

  /// Whether metadata is Penpot's.
  static boolean isMetadata(SourceValue metadata) {
    return metadata instanceof SourceValue.Obj object
        && (object.get("activeSets") != null || object.get("activeThemes") != null);
  }

  static TokenLibrary imported(
      SourceValue root, String baseName, Places places, ProblemTally problems, LibraryCount count) {
    if (!(root instanceof SourceValue.Obj object)) {
      throw new SluiceException(
          Problem.of(ProblemCode.TOKEN_FILE_MALFORMED, "this is no token file")
              .at(places.at(root.line(), root.column()))
              .because("a token file of Penpot holds a JSON object"));
    }
    boolean isLegacy = PenpotForm.of(object) == PenpotForm.LEGACY;
    if (object.get(LibraryReader.THEMES) != null || object.get(LibraryReader.METADATA) != null) {
      return multi(object, isLegacy, places, problems, count);
    }
    PenpotAssembly single = new PenpotAssembly(places, problems, count);
    single.addSet(baseName, object, isLegacy, places);
    TokenLibrary library = single.library(null, null);
    if (library.sets().getFirst().tokens().isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.TOKEN_FILE_MALFORMED, "there are no tokens")
              .at(places.at(1, 1))
              .because("nothing in it is a token of a type that Penpot knows"));
    }
    return library;
  }

  private static TokenLibrary multi(
      SourceValue.Obj object,
      boolean isLegacy,
      Places places,
      ProblemTally problems,
      LibraryCount count) {
    PenpotAssembly assembly = new PenpotAssembly(places, problems, count);
    for (Map.Entry<String, SourceValue.Member> entry : object.members().entrySet()) {
      String name = entry.getKey();
      if (name.equals(LibraryReader.THEMES) || name.equals(LibraryReader.METADATA)) {
        continue;
      }
      if (entry.getValue().value() instanceof SourceValue.Obj content) {
        assembly.addSet(name, content, isLegacy, places);
      } else {
        SourceValue.Member member = entry.getValue();
        throw new SluiceException(
            Problem.of(ProblemCode.TOKEN_FILE_MALFORMED, "\"" + name + "\" is no token set")
                .at(places.at(member.line(), member.column()))
                .because("a token set is a JSON object"));
      }
    }
    return assembly.library(object.get(LibraryReader.THEMES), object.get(LibraryReader.METADATA));
  }

  private static SourceValue parse(Reader text, String displayName, Places places) {
    Location whole = new Location.InWhole(displayName);
    try (LimitedReader limited = new LimitedReader(text, whole)) {
      return SourceParser.parse(limited, places, ProblemCode.TOKEN_FILE_MALFORMED);
    } catch (CharacterCodingException e) {
      throw SourceParser.malformed(
          ProblemCode.TOKEN_FILE_MALFORMED, places, 1, 1, "some bytes in it are no UTF-8", e);
    } catch (UncheckedIOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_UNREADABLE, "the tokens cannot be read")
              .at(whole)
              .because(String.valueOf(e.getCause())),
          e);
    }
  }
}
