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
import sluice.format.penpot.shape.PenpotFonts;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The fonts that `--fonts` names: a file `{"Inter": ["Regular", "Bold"]}`, a file with the fonts
/// of a Penpot team, or `system`.
final class FontList {
  /// The word that asks the system instead of a file.
  static final String SYSTEM = "system";

  private static final String SHAPE =
      "the file must look like {\"Inter\": [\"Regular\", \"Bold\"]}, for a Penpot team like"
          + " [{\"id\": \"gfont-inter\", \"family\": \"Inter\", \"variants\": [{\"id\": \"regular\","
          + " \"weight\": \"400\", \"style\": \"normal\"}]}]";

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
      Object json = read(option);
      if (json instanceof List<?> listed) {
        request.penpotFonts(new PenpotFonts(teamFonts(listed, option), true));
      } else {
        request.fonts(FontCatalog.of(fonts(json, option)));
      }
    }
  }

  private static @Nullable Object read(String file) {
    try {
      return SmallJson.read(Files.readString(Path.of(file)));
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

  private static List<PenpotFonts.Font> teamFonts(List<?> listed, String file) {
    List<PenpotFonts.Font> fonts = new ArrayList<>();
    for (Object font : listed) {
      List<PenpotFonts.Variant> variants = new ArrayList<>();
      if (font instanceof Map<?, ?> members
          && members.get("variants") instanceof List<?> described) {
        for (Object variant : described) {
          variants.add(
              new PenpotFonts.Variant(
                  text(variant, "id", file),
                  text(variant, "weight", file),
                  text(variant, "style", file)));
        }
      }
      fonts.add(new PenpotFonts.Font(text(font, "id", file), text(font, "family", file), variants));
    }
    return fonts;
  }

  private static String text(@Nullable Object object, String key, String file) {
    if (object instanceof Map<?, ?> members) {
      Object value = members.get(key);
      if (value instanceof String text) {
        return text;
      }
      if (value instanceof SmallJson.Scalar(String number)) {
        return number;
      }
    }
    throw malformed(
        new Location.InWhole(file), "a font or variant has no text \"" + key + "\": " + object);
  }

  private static SluiceException malformed(Location where, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.OPTION_INVALID, "the list of fonts cannot be understood")
            .at(where)
            .because(why)
            .advising(SHAPE));
  }
}
