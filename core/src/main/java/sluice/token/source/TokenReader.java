package sluice.token.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.token.ColorModifier;
import sluice.token.Token;
import sluice.token.TokenValue;

/// One declared token: its value, type, description and colour modifier. Members nobody resolves or
/// applies are left behind.
final class TokenReader {
  private static final String MODIFIER_NAMESPACE = "studio.tokens";

  private final String set;
  private final Places places;
  private final boolean normaliseTypes;
  private final ProblemTally problems;
  private final LibraryCount count;

  /// A reader for the tokens of one set.
  ///
  /// @param normaliseTypes whether type names are still as people write them
  TokenReader(
      String set,
      Places places,
      boolean normaliseTypes,
      ProblemTally problems,
      LibraryCount count) {
    this.set = set;
    this.places = places;
    this.normaliseTypes = normaliseTypes;
    this.problems = problems;
    this.count = count;
  }

  /// The token, or null when its value cannot be held, which is reported.
  @Nullable Token read(
      String name, @Nullable String type, SourceValue value, int line, int column) {
    return read(
        name, type, value, new SourceValue.Obj(Map.of(), false, line, column), line, column);
  }

  /// The token with what its object says beside the value, or null when its value cannot be held,
  /// which is reported.
  @Nullable Token read(
      String name,
      @Nullable String type,
      SourceValue value,
      SourceValue.Obj declared,
      int line,
      int column) {
    Location where = places.at(line, column);
    if (name.length() > SourceLimits.TOKEN_NAME_MAX_CHARS) {
      throw SourceLimits.exceeded(
          "a token name is too long",
          where,
          "%,d characters, at most %,d"
              .formatted(name.length(), SourceLimits.TOKEN_NAME_MAX_CHARS));
    }
    if (holdsInfinity(value)) {
      skip(line, column, "token \"" + name + "\"", "a number in its value is out of range");
      return null;
    }
    count.addToken(where);
    String description = text(declared, "$description");
    return new Token(
        name,
        type != null && normaliseTypes ? TypeNames.normalise(type) : type,
        convert(value),
        description == null ? text(declared, "description") : description,
        modifier(declared),
        set,
        where,
        false,
        extensions(declared));
  }

  /// Reports a place that holds no token.
  void skip(int line, int column, String what, String why) {
    problems.add(
        ProblemCode.TOKEN_SKIPPED,
        () ->
            Problem.of(ProblemCode.TOKEN_SKIPPED, what + " in set \"" + set + "\" is skipped")
                .at(places.at(line, column))
                .because(why));
  }

  /// A member's text, or null when it is absent, empty or no text.
  static @Nullable String text(SourceValue.Obj object, String key) {
    return object.get(key) instanceof SourceValue.Str str && !str.text().isEmpty()
        ? str.text()
        : null;
  }

  /// What other tools wrote; null for none.
  private static @Nullable TokenValue extensions(SourceValue.Obj declared) {
    SourceValue.Obj written = object(declared, "$extensions");
    if (written == null) {
      return null;
    }
    Map<String, TokenValue> kept = new LinkedHashMap<>();
    written
        .members()
        .forEach((vendor, member) -> {
          if (!vendor.equals(MODIFIER_NAMESPACE) && !holdsInfinity(member.value())) {
            kept.put(vendor, convert(member.value()));
          }
        });
    return kept.isEmpty() ? null : new TokenValue.Parts(kept);
  }

  private static @Nullable ColorModifier modifier(SourceValue.Obj declared) {
    SourceValue.Obj modify =
        object(object(object(declared, "$extensions"), MODIFIER_NAMESPACE), "modify");
    if (modify == null) {
      return null;
    }
    String type = text(modify, "type");
    SourceValue value = modify.get("value");
    SourceValue color = modify.get("color");
    return new ColorModifier(
        type == null ? "" : type,
        value == null ? new TokenValue.Nothing() : convert(value),
        text(modify, "space"),
        color == null ? null : convert(color));
  }

  private static SourceValue.@Nullable Obj object(SourceValue.@Nullable Obj parent, String key) {
    return parent != null && parent.get(key) instanceof SourceValue.Obj object ? object : null;
  }

  static boolean holdsInfinity(SourceValue value) {
    return switch (value) {
      case SourceValue.Num number -> Double.isInfinite(number.value());
      case SourceValue.Arr array -> {
        for (SourceValue item : array.items()) {
          if (holdsInfinity(item)) {
            yield true;
          }
        }
        yield false;
      }
      case SourceValue.Obj object -> {
        for (SourceValue.Member member : object.members().values()) {
          if (holdsInfinity(member.value())) {
            yield true;
          }
        }
        yield false;
      }
      case SourceValue.Str _, SourceValue.Bool _, SourceValue.Null _ -> false;
    };
  }

  static TokenValue convert(SourceValue value) {
    return switch (value) {
      case SourceValue.Str str -> new TokenValue.Text(str.text());
      case SourceValue.Num number -> new TokenValue.Num(number.value());
      case SourceValue.Bool bool -> new TokenValue.Bool(bool.value());
      case SourceValue.Null _ -> new TokenValue.Nothing();
      case SourceValue.Arr array -> {
        List<TokenValue> items = new ArrayList<>(array.items().size());
        for (SourceValue item : array.items()) {
          items.add(convert(item));
        }
        yield new TokenValue.Many(items);
      }
      case SourceValue.Obj object -> {
        Map<String, TokenValue> parts = LinkedHashMap.newLinkedHashMap(object.members().size());
        for (Map.Entry<String, SourceValue.Member> part : object.members().entrySet()) {
          parts.put(part.getKey(), convert(part.getValue().value()));
        }
        yield new TokenValue.Parts(parts);
      }
    };
  }
}
