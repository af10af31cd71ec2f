package sluice.token.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.token.SetStatus;
import sluice.token.Theme;

/// Themes, set statuses and the choice among them, as Tokens Studio writes them.
final class ThemeReader {
  private final Places places;
  private final ProblemTally problems;

  ThemeReader(Places places, ProblemTally problems) {
    this.places = places;
    this.problems = problems;
  }

  /// The themes of a `$themes` list; entries that are none are reported and skipped.
  List<Theme> themes(SourceValue list) {
    List<Theme> themes = new ArrayList<>();
    if (!(list instanceof SourceValue.Arr entries)) {
      skip(list, "the list of themes is skipped", "it is no JSON array");
      return themes;
    }
    for (SourceValue entry : entries.items()) {
      Theme theme = entry instanceof SourceValue.Obj object ? theme(object) : null;
      if (theme == null) {
        skip(entry, "a theme is skipped", "it has neither a name nor an id");
      } else {
        themes.add(theme);
      }
    }
    return themes;
  }

  private @Nullable Theme theme(SourceValue.Obj object) {
    String id = TokenReader.text(object, "id");
    String name = TokenReader.text(object, "name");
    String known = id == null ? name : id;
    if (known == null) {
      return null;
    }
    SourceValue sets = object.get("selectedTokenSets");
    return new Theme(
        known,
        name == null ? known : name,
        TokenReader.text(object, "group"),
        sets == null ? Map.of() : statuses(sets));
  }

  /// Set name to status: an object, or in the oldest form a list of enabled sets.
  Map<String, SetStatus> statuses(SourceValue value) {
    Map<String, SetStatus> statuses = new LinkedHashMap<>();
    switch (value) {
      case SourceValue.Obj object -> {
        for (Map.Entry<String, SourceValue.Member> entry : object.members().entrySet()) {
          statuses.put(entry.getKey(), status(entry.getKey(), entry.getValue().value()));
        }
      }
      case SourceValue.Arr list -> {
        for (SourceValue item : list.items()) {
          if (item instanceof SourceValue.Str name) {
            statuses.put(name.text(), SetStatus.ENABLED);
          }
        }
      }
      case SourceValue.Null _ -> {}
      case SourceValue.Str _, SourceValue.Num _, SourceValue.Bool _ ->
          skip(value, "the statuses of token sets are skipped", "they are no JSON object");
    }
    return statuses;
  }

  private SetStatus status(String set, SourceValue value) {
    String text = value instanceof SourceValue.Str str ? str.text() : "";
    return switch (text) {
      case "enabled" -> SetStatus.ENABLED;
      case "source" -> SetStatus.SOURCE;
      case "disabled" -> SetStatus.DISABLED;
      default -> {
        skip(
            value,
            "the status of token set \"" + set + "\" is skipped",
            "it is none of enabled, source and disabled");
        yield SetStatus.DISABLED;
      }
    };
  }

  /// Ids of active themes: an object from group to id, or in the old form one id.
  static List<String> active(SourceValue value) {
    List<String> ids = new ArrayList<>();
    switch (value) {
      case SourceValue.Obj object -> {
        for (SourceValue.Member member : object.members().values()) {
          addText(ids, member.value());
        }
      }
      case SourceValue.Str _ -> addText(ids, value);
      case SourceValue.Arr _, SourceValue.Num _, SourceValue.Bool _, SourceValue.Null _ -> {}
    }
    return ids;
  }

  private static void addText(List<String> ids, SourceValue value) {
    if (value instanceof SourceValue.Str str && !str.text().isEmpty()) {
      ids.add(str.text());
    }
  }

  private void skip(SourceValue value, String what, String why) {
    problems.add(
        Problem.of(ProblemCode.TOKEN_SKIPPED, what)
            .at(places.at(value.line(), value.column()))
            .because(why));
  }
}
