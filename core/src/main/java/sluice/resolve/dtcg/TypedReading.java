package sluice.resolve.dtcg;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.token.TokenValue;
import sluice.token.dtcg.DtcgType;
import sluice.token.dtcg.LocatedJson;

/// One token's JSON to its value, checked against its type, with the values of other tokens in
/// place of references (Format module, types and composite types; Color module).
///
/// A value comes out as written: no member is added, names stay names, `none` stays `none`. The one
/// change is the position of a gradient's stop, which is clamped to 0 to 1. Where a token is needed
/// that has no result yet, it is noted and the reading is worth nothing. How deep it goes is
/// bounded by the types, whatever the JSON.
///
/// Larger than most classes and not split: composite types are read by way of the simple ones, and
/// every one of them notes what it waits for and what it refuses in the same reading.
final class TypedReading {
  private static final Set<String> STROKE_STYLES =
      Set.of("solid", "dashed", "dotted", "double", "groove", "ridge", "outset", "inset");
  private static final Set<String> FONT_WEIGHTS =
      Set.of(
          "thin",
          "hairline",
          "extra-light",
          "ultra-light",
          "light",
          "normal",
          "regular",
          "book",
          "medium",
          "semi-bold",
          "demi-bold",
          "bold",
          "extra-bold",
          "ultra-bold",
          "black",
          "heavy",
          "extra-black",
          "ultra-black");
  private static final TokenValue PENDING = new TokenValue.Nothing();

  private final Entry token;
  private final References references;
  private final Budget budget;
  private final Set<Entry> needed = new LinkedHashSet<>();
  private final List<LocatedJson> within = new ArrayList<>();
  private @Nullable Problem doubt;
  private long size;

  TypedReading(Entry token, References references, Budget budget) {
    this.token = token;
    this.references = references;
    this.budget = budget;
  }

  /// The tokens without which the value is worth nothing; empty when it is the value.
  List<Entry> needed() {
    return List.copyOf(needed);
  }

  /// What its author would want to know though it has a value, or null.
  @Nullable Problem doubt() {
    return doubt;
  }

  /// How many JSON values there are in the value.
  long size() {
    return size;
  }

  /// The value of a type.
  ///
  /// @param json no reference
  TokenValue read(DtcgType type, LocatedJson json) throws Rejection {
    if (!budget.read()) {
      throw tooMuch(json);
    }
    size++;
    within.add(json);
    TokenValue value =
        switch (type) {
          case NUMBER -> number(json, "a number");
          case DIMENSION -> quantity(json, "dimension", "px", "rem");
          case DURATION -> quantity(json, "duration", "ms", "s");
          case FONT_FAMILY -> fontFamily(json);
          case FONT_WEIGHT -> fontWeight(json);
          case CUBIC_BEZIER -> cubicBezier(json);
          case STROKE_STYLE -> strokeStyle(json);
          case COLOR -> new ColorReading(this).read(json);
          case BORDER ->
              composite(
                  json,
                  "border",
                  Map.of(
                      "color", DtcgType.COLOR,
                      "width", DtcgType.DIMENSION,
                      "style", DtcgType.STROKE_STYLE));
          case TRANSITION ->
              composite(
                  json,
                  "transition",
                  Map.of(
                      "duration", DtcgType.DURATION,
                      "delay", DtcgType.DURATION,
                      "timingFunction", DtcgType.CUBIC_BEZIER));
          case TYPOGRAPHY ->
              composite(
                  json,
                  "typography",
                  Map.of(
                      "fontFamily", DtcgType.FONT_FAMILY,
                      "fontSize", DtcgType.DIMENSION,
                      "fontWeight", DtcgType.FONT_WEIGHT,
                      "letterSpacing", DtcgType.DIMENSION,
                      "lineHeight", DtcgType.NUMBER));
          case SHADOW ->
              json instanceof LocatedJson.Arr layers ? several(type, layers) : shadow(json);
          case GRADIENT -> {
            if (json instanceof LocatedJson.Arr stops) {
              yield several(type, stops);
            }
            throw wrong(json, "an array of stops");
          }
        };
    within.removeLast();
    return value;
  }

  /// A part that is itself of a token's type: written out, or a reference of either kind.
  private TokenValue part(DtcgType type, LocatedJson place) throws Rejection {
    if (!References.isReference(place)) {
      return read(type, place);
    }
    switch (references.of(place, token)) {
      case Landing.Nowhere nowhere -> throw nowhere(place, nowhere);
      case Landing.OnPart(LocatedJson json) -> {
        refuseCircle(place, json);
        return read(type, json);
      }
      case Landing.OnToken(Entry target, boolean isWhole) -> {
        if (isNeeded(place, target)) {
          return PENDING;
        }
        if (!isWhole) {
          return read(type, json(target));
        }
        if (target.type != type) {
          throw mismatch(place, target, type);
        }
        size += target.size;
        return value(target);
      }
    }
  }

  /// A part that is of no token's type, such as a unit: written out, or an object with `$ref`.
  ///
  /// @return the JSON, no reference; or null while a token is needed
  @Nullable LocatedJson plain(LocatedJson place) throws Rejection {
    boolean isPointer = place instanceof LocatedJson.Obj && References.isReference(place);
    if (!isPointer) {
      if (References.isReference(place)) {
        throw Rejection.rule(
            place.at(),
            "\"%s\": braces stand for a whole token, and this part is of no token's type; allowed: {\"$ref\": \"#/…\"}"
                .formatted(References.text(place)));
      }
      return place;
    }
    switch (references.of(place, token)) {
      case Landing.Nowhere nowhere -> throw nowhere(place, nowhere);
      case Landing.OnPart(LocatedJson json) -> {
        refuseCircle(place, json);
        return json;
      }
      case Landing.OnToken(Entry target, boolean _) -> {
        return isNeeded(place, target) ? null : json(target);
      }
    }
  }

  private static Rejection nowhere(LocatedJson place, Landing.Nowhere nowhere) {
    return Rejection.reference(place.at(), References.text(place), nowhere);
  }

  /// Whether a token has to be worked out first. Throws when it has been and has no value.
  private boolean isNeeded(LocatedJson place, Entry target) throws Rejection {
    if (target.state != Entry.State.DONE) {
      needed.add(target);
      return true;
    }
    if (target.failure != null) {
      throw Rejection.through(place.at(), target);
    }
    return false;
  }

  private void refuseCircle(LocatedJson place, LocatedJson json) throws Rejection {
    for (LocatedJson outer : within) {
      if (outer == json) {
        throw nowhere(place, circle());
      }
    }
  }

  private Landing.Nowhere circle() {
    return new Landing.Nowhere(
        ProblemCode.TOKEN_CYCLE, "it leads to what it is a part of", null, List.of(token));
  }

  private static Rejection tooMuch(LocatedJson json) {
    return Rejection.limit(
        json.at(), "more than %,d values in all tokens".formatted(DtcgLimits.READS_MAX));
  }

  private static Rejection mismatch(LocatedJson place, Entry target, DtcgType type) {
    String other = target.type == null ? "no type" : "type " + target.type.text();
    return Rejection.value(
        place.at(),
        "\"%s\" leads to a token of %s; allowed: type %s"
            .formatted(References.text(place), other, type.text()));
  }

  static TokenValue value(Entry target) {
    if (target.value == null) {
      throw new IllegalStateException("no value: " + target.path());
    }
    return target.value;
  }

  static LocatedJson json(Entry target) {
    if (target.json == null) {
      throw new IllegalStateException("no value: " + target.path());
    }
    return target.json;
  }

  /// A value that is not what is allowed there.
  static Rejection wrong(LocatedJson json, String allowed) {
    return Rejection.value(json.at(), "it is %s; allowed: %s".formatted(Json.shown(json), allowed));
  }

  /// An object with just these members.
  ///
  /// @param optional members that may be missing
  Map<String, LocatedJson> members(
      LocatedJson json, String kind, Set<String> required, Set<String> optional) throws Rejection {
    String allowed = listed(required, optional);
    if (!(json instanceof LocatedJson.Obj object)) {
      throw wrong(json, "an object with " + allowed);
    }
    for (Map.Entry<String, LocatedJson> member : object.members().entrySet()) {
      if (!required.contains(member.getKey()) && !optional.contains(member.getKey())) {
        throw Rejection.value(
            member.getValue().at(),
            "a %s has no \"%s\"; allowed: %s".formatted(kind, member.getKey(), allowed));
      }
    }
    for (String key : required) {
      if (object.get(key) == null) {
        throw Rejection.value(
            json.at(), "\"%s\" is missing in a %s; needed: %s".formatted(key, kind, allowed));
      }
    }
    return object.members();
  }

  private static String listed(Set<String> required, Set<String> optional) {
    String text = String.join(", ", required.stream().sorted().toList());
    return optional.isEmpty()
        ? text
        : text + " and perhaps " + String.join(", ", optional.stream().sorted().toList());
  }

  /// A finite number.
  TokenValue.Num number(LocatedJson json, String allowed) throws Rejection {
    if (json instanceof LocatedJson.Num number && Double.isFinite(number.value())) {
      return new TokenValue.Num(number.value());
    }
    throw wrong(json, allowed);
  }

  /// One of some texts.
  private TokenValue oneOf(LocatedJson place, String... texts) throws Rejection {
    LocatedJson json = plain(place);
    if (json == null) {
      return PENDING;
    }
    if (json instanceof LocatedJson.Str text && List.of(texts).contains(text.text())) {
      return new TokenValue.Text(text.text());
    }
    throw wrong(json, "\"" + String.join("\", \"", texts) + "\"");
  }

  private TokenValue quantity(LocatedJson json, String kind, String... units) throws Rejection {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    for (Map.Entry<String, LocatedJson> member :
        members(json, kind, Set.of("value", "unit"), Set.of()).entrySet()) {
      parts.put(
          member.getKey(),
          member.getKey().equals("unit")
              ? oneOf(member.getValue(), units)
              : plainNumber(member.getValue()));
    }
    return new TokenValue.Parts(parts);
  }

  private TokenValue plainNumber(LocatedJson place) throws Rejection {
    LocatedJson json = plain(place);
    return json == null ? PENDING : number(json, "a number");
  }

  private TokenValue fontFamily(LocatedJson json) throws Rejection {
    String allowed = "a text, or an array of at least one text";
    if (json instanceof LocatedJson.Str) {
      return family(json, allowed);
    }
    if (!(json instanceof LocatedJson.Arr array) || array.items().isEmpty()) {
      throw wrong(json, allowed);
    }
    List<TokenValue> names = new ArrayList<>(array.items().size());
    for (LocatedJson item : array.items()) {
      LocatedJson name = plain(item);
      names.add(name == null ? PENDING : family(name, "a text"));
      size++;
    }
    return new TokenValue.Many(names);
  }

  private static TokenValue family(LocatedJson json, String allowed) throws Rejection {
    if (json instanceof LocatedJson.Str name && !name.text().isEmpty()) {
      return new TokenValue.Text(name.text());
    }
    throw wrong(json, allowed);
  }

  private static TokenValue fontWeight(LocatedJson json) throws Rejection {
    if (json instanceof LocatedJson.Num number && number.value() >= 1 && number.value() <= 1000) {
      return new TokenValue.Num(number.value());
    }
    if (json instanceof LocatedJson.Str name && FONT_WEIGHTS.contains(name.text())) {
      return new TokenValue.Text(name.text());
    }
    throw wrong(
        json, "a number from 1 to 1000, or one of " + String.join(", ", sorted(FONT_WEIGHTS)));
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private TokenValue cubicBezier(LocatedJson json) throws Rejection {
    if (!(json instanceof LocatedJson.Arr array) || array.items().size() != 4) {
      throw wrong(json, "an array of four numbers");
    }
    List<TokenValue> numbers = new ArrayList<>();
    for (LocatedJson item : array.items()) {
      LocatedJson number = plain(item);
      boolean isX = numbers.size() % 2 == 0;
      if (number != null && isX && number instanceof LocatedJson.Num(double x, _, _, _)) {
        if (!(x >= 0 && x <= 1)) {
          throw wrong(number, "an x from 0 to 1");
        }
      }
      numbers.add(number == null ? PENDING : number(number, "a number"));
    }
    return new TokenValue.Many(numbers);
  }

  private TokenValue strokeStyle(LocatedJson json) throws Rejection {
    if (json instanceof LocatedJson.Str name) {
      if (STROKE_STYLES.contains(name.text())) {
        return new TokenValue.Text(name.text());
      }
      throw wrong(json, String.join(", ", sorted(STROKE_STYLES)));
    }
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    for (Map.Entry<String, LocatedJson> member :
        members(json, "strokeStyle", Set.of("dashArray", "lineCap"), Set.of()).entrySet()) {
      parts.put(
          member.getKey(),
          member.getKey().equals("lineCap")
              ? oneOf(member.getValue(), "round", "butt", "square")
              : dashes(member.getValue()));
    }
    return new TokenValue.Parts(parts);
  }

  private TokenValue dashes(LocatedJson place) throws Rejection {
    LocatedJson json = plain(place);
    if (json == null) {
      return PENDING;
    }
    if (!(json instanceof LocatedJson.Arr array) || array.items().isEmpty()) {
      throw wrong(json, "an array of at least one dimension");
    }
    List<TokenValue> dashes = new ArrayList<>(array.items().size());
    for (LocatedJson item : array.items()) {
      dashes.add(part(DtcgType.DIMENSION, item));
    }
    return new TokenValue.Many(dashes);
  }

  private TokenValue composite(LocatedJson json, String kind, Map<String, DtcgType> types)
      throws Rejection {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    for (Map.Entry<String, LocatedJson> member :
        members(json, kind, types.keySet(), Set.of()).entrySet()) {
      DtcgType type = types.get(member.getKey());
      if (type != null) {
        parts.put(member.getKey(), part(type, member.getValue()));
      }
    }
    return new TokenValue.Parts(parts);
  }

  private TokenValue shadow(LocatedJson json) throws Rejection {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    for (Map.Entry<String, LocatedJson> member :
        members(
                json,
                "shadow",
                Set.of("color", "offsetX", "offsetY", "blur", "spread"),
                Set.of("inset"))
            .entrySet()) {
      String key = member.getKey();
      parts.put(
          key,
          switch (key) {
            case "inset" -> inset(member.getValue());
            case "color" -> part(DtcgType.COLOR, member.getValue());
            default -> part(DtcgType.DIMENSION, member.getValue());
          });
    }
    return new TokenValue.Parts(parts);
  }

  private TokenValue inset(LocatedJson place) throws Rejection {
    return switch (plain(place)) {
      case LocatedJson.Bool(boolean isInset, _, _, _) -> new TokenValue.Bool(isInset);
      case null -> PENDING;
      case LocatedJson other -> throw wrong(other, "true or false");
    };
  }

  private TokenValue stop(LocatedJson json) throws Rejection {
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    for (Map.Entry<String, LocatedJson> member :
        members(json, "gradient stop", Set.of("color", "position"), Set.of()).entrySet()) {
      LocatedJson place = member.getValue();
      parts.put(
          member.getKey(),
          member.getKey().equals("color")
              ? part(DtcgType.COLOR, place)
              : clamped(part(DtcgType.NUMBER, place), place.at()));
    }
    return new TokenValue.Parts(parts);
  }

  private TokenValue clamped(TokenValue position, Location at) {
    if (position instanceof TokenValue.Num(double number) && !(number >= 0 && number <= 1)) {
      doubt(at, "a gradient's stop stands outside 0 to 1; it counts as at the nearer end");
      return new TokenValue.Num(number < 0 ? 0 : 1);
    }
    return position;
  }

  /// Layers of a shadow or stops of a gradient; a reference among them is exactly one.
  private TokenValue several(DtcgType type, LocatedJson.Arr array) throws Rejection {
    if (array.items().isEmpty()) {
      throw wrong(array, "an array of at least one");
    }
    List<TokenValue> items = new ArrayList<>(array.items().size());
    for (LocatedJson item : array.items()) {
      items.add(one(type, item));
    }
    return new TokenValue.Many(items);
  }

  private TokenValue one(DtcgType type, LocatedJson written) throws Rejection {
    LocatedJson place = written;
    Set<LocatedJson> passed = Collections.newSetFromMap(new IdentityHashMap<>());
    while (References.isReference(place)) {
      if (!budget.read()) {
        throw tooMuch(written);
      }
      switch (references.of(place, token)) {
        case Landing.Nowhere nowhere -> throw nowhere(place, nowhere);
        case Landing.OnPart(LocatedJson json) -> {
          refuseCircle(place, json);
          if (!passed.add(json)) {
            throw nowhere(place, circle());
          }
          place = json instanceof LocatedJson.Arr array ? onlyOne(place, array.items()) : json;
        }
        case Landing.OnToken(Entry target, boolean _) -> {
          if (isNeeded(place, target)) {
            return PENDING;
          }
          if (target.type != type) {
            throw mismatch(place, target, type);
          }
          if (value(target) instanceof TokenValue.Many(List<TokenValue> items)) {
            size += target.size - 1;
            return onlyOne(place, items);
          }
          size += target.size;
          return value(target);
        }
      }
    }
    return single(type, place);
  }

  /// What an array of one holds.
  private static <T> T onlyOne(LocatedJson place, List<T> items) throws Rejection {
    if (items.size() == 1) {
      return items.getFirst();
    }
    throw Rejection.value(
        place.at(),
        "\"%s\" leads to an array of %,d inside an array; allowed: one"
            .formatted(References.text(place), items.size()));
  }

  private TokenValue single(DtcgType type, LocatedJson json) throws Rejection {
    size++;
    return type == DtcgType.SHADOW ? shadow(json) : stop(json);
  }

  /// Notes something odd; of several the first is told.
  void doubt(Location at, String why) {
    if (doubt == null) {
      doubt =
          Problem.of(
                  ProblemCode.TOKEN_DOUBTFUL,
                  "the value of token \"%s\" looks wrong".formatted(token.path()))
              .at(at)
              .because(why);
    }
  }
}
