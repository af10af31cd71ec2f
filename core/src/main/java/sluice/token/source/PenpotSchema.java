package sluice.token.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// What Penpot's importer accepts as the `tokens.json` of an archive: sets in DTCG form, themes and
/// metadata (`schema:multi-set-dtcg` of `common/src/app/common/types/tokens_lib.cljc`). One error
/// there refuses the whole archive.
final class PenpotSchema {
  private static final String VALUE = "$value";
  private static final String TYPE = "$type";
  private static final Set<String> STATUSES = Set.of("enabled", "disabled");
  private static final List<String> NAME_LISTS =
      List.of("tokenSetOrder", "activeThemes", "activeSets");

  private final Places places;

  private PenpotSchema(Places places) {
    this.places = places;
  }

  /// Ends the run with `token-file-malformed` unless the text is one that Penpot accepts.
  static void check(SourceValue root, Places places) {
    new PenpotSchema(places).library(root);
  }

  private void library(SourceValue root) {
    if (!(root instanceof SourceValue.Obj library)) {
      throw refused(
          root, "the tokens are no JSON object", "they are an object with one member for each set");
    }
    for (Map.Entry<String, SourceValue.Member> entry : library.members().entrySet()) {
      SourceValue value = entry.getValue().value();
      switch (entry.getKey()) {
        case LibraryReader.THEMES -> themes(value);
        case LibraryReader.METADATA -> metadata(value);
        default -> node(entry.getKey(), entry.getKey(), value);
      }
    }
  }

  /// A token, or a group of which every member is one or the other.
  private void node(String path, String key, SourceValue value) {
    if (!(value instanceof SourceValue.Obj object)) {
      throw refused(value, "\"" + path + "\" is neither a token nor a group", advice(key));
    }
    if (isToken(object)) {
      return;
    }
    SourceValue declared = object.get(VALUE);
    if (declared != null && !(declared instanceof SourceValue.Obj)) {
      throw refused(
          object,
          "token \"" + path + "\" has a $value or a $type that is refused",
          object.get(TYPE) != null && !(object.get(TYPE) instanceof SourceValue.Str)
              ? "make its $type a text"
              : "a $value is a text, number, true or false, a list of these, an object of these and"
                  + " lists of these, or a list of objects of these");
    }
    for (Map.Entry<String, SourceValue.Member> entry : object.members().entrySet()) {
      node(path + "." + entry.getKey(), entry.getKey(), entry.getValue().value());
    }
  }

  private static String advice(String key) {
    return switch (key) {
      case TYPE, "$description" ->
          "inside an archive only tokens have a " + key + ": take it away from the group";
      case "value", "type" ->
          "the older form with \"value\" and \"type\" is not read inside an archive: write"
              + " \"$value\" and \"$type\"";
      default -> "make it an object with a $value, or take it away";
    };
  }

  private static boolean isToken(SourceValue.Obj object) {
    SourceValue value = object.get(VALUE);
    SourceValue type = object.get(TYPE);
    return value != null && isValue(value) && (type == null || type instanceof SourceValue.Str);
  }

  private static boolean isValue(SourceValue value) {
    return switch (value) {
      case SourceValue.Str _, SourceValue.Num _, SourceValue.Bool _ -> true;
      case SourceValue.Null _ -> false;
      case SourceValue.Arr list -> areSimple(list.items()) || areLayers(list.items());
      case SourceValue.Obj object -> {
        for (SourceValue.Member member : object.members().values()) {
          SourceValue part = member.value();
          if (!isSimple(part)
              && !(part instanceof SourceValue.Arr list && areSimple(list.items()))) {
            yield false;
          }
        }
        yield true;
      }
    };
  }

  private static boolean areLayers(List<SourceValue> items) {
    for (SourceValue item : items) {
      if (!(item instanceof SourceValue.Obj layer)
          || !areSimple(
              layer.members().values().stream().map(SourceValue.Member::value).toList())) {
        return false;
      }
    }
    return true;
  }

  private static boolean areSimple(List<SourceValue> items) {
    return items.stream().allMatch(PenpotSchema::isSimple);
  }

  private static boolean isSimple(SourceValue value) {
    return value instanceof SourceValue.Str
        || value instanceof SourceValue.Num
        || value instanceof SourceValue.Bool;
  }

  private void themes(SourceValue value) {
    if (!(value instanceof SourceValue.Arr list)) {
      throw refused(value, "$themes is refused", "make it a list");
    }
    for (SourceValue item : list.items()) {
      if (!(item instanceof SourceValue.Obj theme)) {
        throw refused(item, "a theme is refused", "make it an object");
      }
      text(theme, "name", true);
      text(theme, "description", true);
      text(theme, "id", false);
      SourceValue isSource = theme.get("isSource");
      if (isSource != null && !(isSource instanceof SourceValue.Bool)) {
        throw refused(isSource, "a theme's isSource is refused", "make it true or false");
      }
      statuses(theme);
    }
  }

  private void text(SourceValue.Obj theme, String key, boolean isRequired) {
    SourceValue value = theme.get(key);
    if (value == null ? isRequired : !(value instanceof SourceValue.Str)) {
      throw refused(
          value == null ? theme : value,
          "a theme's " + key + " is " + (value == null ? "missing" : "refused"),
          "give it a " + key + " that is a text, be it empty");
    }
  }

  private void statuses(SourceValue.Obj theme) {
    SourceValue value = theme.get("selectedTokenSets");
    if (!(value instanceof SourceValue.Obj statuses)) {
      throw refused(
          value == null ? theme : value,
          "a theme's selectedTokenSets are " + (value == null ? "missing" : "refused"),
          "give it an object from set name to \"enabled\"");
    }
    for (Map.Entry<String, SourceValue.Member> entry : statuses.members().entrySet()) {
      SourceValue status = entry.getValue().value();
      if (!(status instanceof SourceValue.Str text) || !STATUSES.contains(text.text())) {
        throw refused(
            status,
            "the status of set \"" + entry.getKey() + "\" in a theme is refused",
            "write \"enabled\" or \"disabled\"; \"source\" is known to Tokens Studio only");
      }
    }
  }

  private void metadata(SourceValue value) {
    if (!(value instanceof SourceValue.Obj metadata)) {
      throw refused(value, "$metadata is refused", "make it an object");
    }
    for (String key : NAME_LISTS) {
      SourceValue names = metadata.get(key);
      if (names != null
          && !(names instanceof SourceValue.Arr list
              && list.items().stream().allMatch(SourceValue.Str.class::isInstance))) {
        throw refused(names, "$metadata." + key + " is refused", "make it a list of texts");
      }
    }
  }

  private SluiceException refused(SourceValue at, String what, String help) {
    return new SluiceException(
        Problem.of(ProblemCode.TOKEN_FILE_MALFORMED, what)
            .at(places.at(at.line(), at.column()))
            .because("Penpot refuses an archive with such tokens")
            .advising(help));
  }
}
