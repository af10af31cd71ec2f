package sluice.format.penpot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.format.penpot.shape.AppliedValues;
import sluice.format.penpot.shape.Attribute;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.resolve.ResolvedToken;
import sluice.token.AppliedToken;
import sluice.token.Dialect;
import sluice.token.TokenValue;

/// One `appliedTokens` object with the values of its tokens, worked out once for all shapes of a
/// file that have it. Immutable; safe to share.
///
/// @param values of the tokens that could be resolved
/// @param pairs attributes with a token name, keys Penpot does not know left out
/// @param missing what takes a name without a value, once for each attribute
/// @param applied the object as compact JSON
/// @param tokens token name by attribute, keys Penpot does not know left out
/// @param malformed keys whose value is no text
record ShapePlan(
    AppliedValues values,
    int pairs,
    List<AppliedToken> missing,
    String applied,
    Map<String, String> tokens,
    List<String> malformed) {
  /// Attributes that take a share, a factor or an angle.
  private static final Set<Attribute> WITHOUT_UNIT =
      Set.of(Attribute.OPACITY, Attribute.LINE_HEIGHT, Attribute.ROTATION);

  static final ShapePlan NOTHING =
      new ShapePlan(new AppliedValues(Map.of()), 0, List.of(), "{}", Map.of(), List.of());

  ShapePlan {
    missing = List.copyOf(missing);
    tokens = Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
    malformed = List.copyOf(malformed);
  }

  /// The plan for an `appliedTokens` object.
  static ShapePlan of(JsonValue.Obj object, FileTokens tokens) {
    Map<Attribute, AppliedValues.Value> values = new EnumMap<>(Attribute.class);
    List<AppliedToken> missing = new ArrayList<>();
    Map<String, String> names = new LinkedHashMap<>();
    List<String> malformed = new ArrayList<>();
    int pairs = 0;
    for (int i = 0; i < object.size(); i++) {
      Attribute attribute = Attribute.of(object.key(i));
      if (attribute == null || object.value(i) instanceof JsonValue.Null) {
        continue;
      }
      if (!(object.value(i) instanceof JsonValue.Str(String name))) {
        malformed.add(attribute.key());
        continue;
      }
      pairs++;
      names.put(attribute.key(), name);
      ResolvedToken token = tokens.resolved().find(name);
      if (token == null || token.failed()) {
        missing.add(new AppliedToken(attribute.key(), name));
      } else {
        values.put(attribute, new AppliedValues.Value(name, value(attribute, token)));
      }
    }
    return new ShapePlan(
        new AppliedValues(values), pairs, missing, JsonTree.write(object), names, malformed);
  }

  /// What a token says of an attribute. A token of Penpot is applied wherever its file says; a
  /// length or line height of another dialect is a number too, but not one for every attribute.
  private static TokenValue value(Attribute attribute, ResolvedToken token) {
    String type = token.token().type();
    boolean fits =
        token.dialect() == Dialect.PENPOT
            || type == null
            || switch (type) {
              case "dimension" -> !WITHOUT_UNIT.contains(attribute);
              case "lineHeights" -> attribute == Attribute.LINE_HEIGHT;
              default -> true;
            };
    return fits ? token.value() : new TokenValue.Nothing();
  }

  /// Whether anything can be applied.
  boolean isEmpty() {
    return values.all().isEmpty();
  }
}
