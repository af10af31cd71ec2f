package sluice.cli.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.ApplyRequest;
import sluice.apply.FontCatalog;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The fonts that `--fonts` names: a file `{"Inter": ["Regular", "Bold"]}`, or `system`.
final class FontList {
  /// The word that asks the system instead of a file.
  static final String SYSTEM = "system";

  private static final String SHAPE =
      "the file must look like {\"Inter\": [\"Regular\", \"Bold\"]}";

  private FontList() {}

  /// Puts the fonts of a file, or of the system, into a request.
  ///
  /// @param option the value of `--fonts`, or null when it was not given
  /// @param stop deletes what asking the system leaves behind
  /// @throws SluiceException `file-missing`, `file-unreadable`, `option-invalid` with the place
  static void into(ApplyRequest request, @Nullable String option, StopHook stop) {
    if (option == null) {
      return;
    }
    if (option.equals(SYSTEM)) {
      request.fontLookUp(SystemFonts.open(stop.newFolder()));
    } else {
      request.fonts(FontCatalog.of(read(option)));
    }
  }

  private static Map<String, List<String>> read(String file) {
    try {
      return fonts(SmallJson.read(Files.readString(Path.of(file))), file);
    } catch (SmallJson.MalformedException e) {
      throw malformed(e.in(file), String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      throw malformed(new Location.InWhole(file), "it is not UTF-8");
    } catch (NoSuchFileException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_MISSING, "there is no such list of fonts")
              .at(new Location.InWhole(file))
              .advising("--fonts takes a file, or the word system"),
          e);
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_UNREADABLE, "the list of fonts cannot be read")
              .at(new Location.InWhole(file))
              .because(String.valueOf(e.getMessage())),
          e);
    }
  }

  private static Map<String, List<String>> fonts(@Nullable Object json, String file) {
    if (!(json instanceof Map<?, ?> families)) {
      throw malformed(new Location.InWhole(file), "it holds no JSON object");
    }
    Map<String, List<String>> fonts = new LinkedHashMap<>();
    for (Map.Entry<?, ?> family : families.entrySet()) {
      List<String> styles = new ArrayList<>();
      if (!(family.getValue() instanceof List<?> listed)) {
        throw malformed(new Location.InWhole(file), family.getKey() + " has no list of styles");
      }
      for (Object style : listed) {
        if (!(style instanceof String name)) {
          throw malformed(
              new Location.InWhole(file), "a style of " + family.getKey() + " is no text");
        }
        styles.add(name);
      }
      fonts.put(String.valueOf(family.getKey()), styles);
    }
    return fonts;
  }

  private static SluiceException malformed(Location where, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.OPTION_INVALID, "the list of fonts cannot be understood")
            .at(where)
            .because(why)
            .advising(SHAPE));
  }
}
