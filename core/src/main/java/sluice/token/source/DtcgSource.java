package sluice.token.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import sluice.problem.ProblemTally;
import sluice.token.TokenLibrary;
import sluice.token.dtcg.DtcgLayer;
import sluice.token.dtcg.DtcgLibrary;

/// DTCG 2025.10 files: token files and resolver documents, and how they are told from those of
/// Tokens Studio and Penpot, whose newer files look much alike.
///
/// A file is read as DTCG when it says so (`$schema`, or `.tokens` or `.tokens.json` at the end of
/// its name) or holds something only that report has (`$extends`, `$root`, a colour with
/// `colorSpace`, a quantity with `value` and `unit`). Whatever Tokens Studio or Penpot write beside
/// sets (`$themes`, `$metadata`), a value without `$`, and a bare list decide against it, and so
/// does doubt.
final class DtcgSource {
  private static final List<String> EXTENSIONS = List.of(".tokens", ".tokens.json");
  private static final String SCHEMAS = "designtokens.org/";
  private static final Set<String> OF_OTHERS = Set.of(LibraryReader.THEMES, LibraryReader.METADATA);

  private DtcgSource() {}

  /// Whether a file is to be read as DTCG.
  static boolean isOne(SourceValue root, Path file) {
    if (ResolverDocument.isOne(root)) {
      return true;
    }
    if (!(root instanceof SourceValue.Obj object) || isOfOthers(object)) {
      return false;
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean says =
        EXTENSIONS.stream().anyMatch(name::endsWith)
            || (object.get("$schema") instanceof SourceValue.Str schema
                && schema.text().contains(SCHEMAS));
    return says ? !holds(object, DtcgSource::isLegacy) : isOnlyHere(object);
  }

  private static boolean isOfOthers(SourceValue.Obj object) {
    return OF_OTHERS.stream().anyMatch(key -> object.get(key) != null);
  }

  private static boolean isOnlyHere(SourceValue.Obj object) {
    return object.mentionsValueKey()
        && holds(object, DtcgSource::isMark)
        && !holds(object, DtcgSource::isLegacy);
  }

  /// A token as only this report writes it, or a group that extends another.
  private static boolean isMark(SourceValue.Obj node) {
    if (node.get("$extends") instanceof SourceValue.Str
        || (node.get("$root") instanceof SourceValue.Obj root && root.get("$value") != null)) {
      return true;
    }
    return node.get("$value") instanceof SourceValue.Obj value
        && (isColor(value) || isQuantity(value));
  }

  private static boolean isColor(SourceValue.Obj value) {
    return value.get("colorSpace") instanceof SourceValue.Str
        && value.get("components") instanceof SourceValue.Arr;
  }

  private static boolean isQuantity(SourceValue.Obj value) {
    return value.members().keySet().equals(Set.of("value", "unit"))
        && value.get("value") instanceof SourceValue.Num
        && value.get("unit") instanceof SourceValue.Str;
  }

  /// A token without `$`, as older files of Tokens Studio have it.
  static boolean isLegacy(SourceValue.Obj node) {
    return node.get("$value") == null
        && node.get("value") != null
        && node.get("type") instanceof SourceValue.Str;
  }

  /// Whether something holds for a node or one below it; values of tokens are not looked into.
  static boolean holds(SourceValue value, Predicate<SourceValue.Obj> isIt) {
    if (!(value instanceof SourceValue.Obj node)) {
      return false;
    }
    if (isIt.test(node)) {
      return true;
    }
    for (Map.Entry<String, SourceValue.Member> member : node.members().entrySet()) {
      String key = member.getKey();
      if ((!key.startsWith("$") || key.equals("$root")) && holds(member.getValue().value(), isIt)) {
        return true;
      }
    }
    return false;
  }

  /// Reads a file by the rules of DTCG, whatever it looks like.
  static TokenLibrary read(SourceValue root, Path file, ProblemTally problems, LibraryCount count) {
    if (ResolverDocument.isOne(root)) {
      return TokenLibrary.dtcg(new ResolverDocument(file, problems, count).read(root));
    }
    DtcgLayer layer =
        new DtcgLayer(
            setName(file), List.of(new DtcgReader(file.toString(), problems, count).read(root)));
    return TokenLibrary.dtcg(new DtcgLibrary(List.of(layer), List.of()));
  }

  /// A file's name without its extension.
  private static String setName(Path file) {
    return setName(String.valueOf(file.getFileName()));
  }

  /// A file's name or path without its extension.
  static String setName(String name) {
    for (String extension : List.of(".tokens.json", ".tokens", ".json")) {
      if (name.endsWith(extension) && name.length() > extension.length()) {
        return name.substring(0, name.length() - extension.length());
      }
    }
    return name;
  }
}
