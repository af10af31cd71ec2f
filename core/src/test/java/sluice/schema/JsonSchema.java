package sluice.schema;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// A validator for JSON Schema 2020-12 with the keywords our schemas use. It refuses a schema with
/// any other keyword, so that none is silently without effect.
///
/// A validator of its own because the usual ones bring a dozen jars; it gives the same verdicts as
/// one of them on every vector.
final class JsonSchema {
  private static final Set<String> REMARKS = Set.of("$schema", "$defs", "title", "description");

  private final JsonNode root;
  private final Map<String, Pattern> patterns = new HashMap<>();

  JsonSchema(JsonNode root) {
    this.root = root;
  }

  boolean accepts(JsonNode value) {
    return accepts(root, value);
  }

  private boolean accepts(JsonNode schema, JsonNode value) {
    if (schema.isBoolean()) {
      return schema.booleanValue();
    }
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (!holds(keyword.getKey(), keyword.getValue(), schema, value)) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(String keyword, JsonNode argument, JsonNode schema, JsonNode value) {
    return switch (keyword) {
      case "$ref" -> accepts(target(argument.asString()), value);
      case "allOf" -> argument.valueStream().allMatch(one -> accepts(one, value));
      case "anyOf" -> argument.valueStream().anyMatch(one -> accepts(one, value));
      case "not" -> !accepts(argument, value);
      case "if" ->
          accepts(argument, value)
              ? !schema.has("then") || accepts(schema.get("then"), value)
              : !schema.has("else") || accepts(schema.get("else"), value);
      case "then", "else" -> {
        if (!schema.has("if")) {
          throw new IllegalArgumentException(keyword + " without if");
        }
        yield true;
      }
      case "const" -> same(argument, value);
      case "enum" -> argument.valueStream().anyMatch(one -> same(one, value));
      case "type" ->
          argument.isArray()
              ? argument.valueStream().anyMatch(one -> isType(one.asString(), value))
              : isType(argument.asString(), value);
      case "minimum" -> !value.isNumber() || compare(value, argument) >= 0;
      case "maximum" -> !value.isNumber() || compare(value, argument) <= 0;
      case "exclusiveMaximum" -> !value.isNumber() || compare(value, argument) < 0;
      case "minLength" ->
          !value.isString()
              || value.asString().codePointCount(0, value.asString().length()) >= argument.asInt();
      case "pattern" -> !value.isString() || matches(argument.asString(), value.asString());
      case "minItems" -> !value.isArray() || value.size() >= argument.asInt();
      case "maxItems" -> !value.isArray() || value.size() <= argument.asInt();
      case "prefixItems" -> {
        boolean all = true;
        for (int i = 0; value.isArray() && i < Math.min(argument.size(), value.size()); i++) {
          all &= accepts(argument.get(i), value.get(i));
        }
        yield all;
      }
      case "items" -> {
        boolean all = true;
        int first = schema.path("prefixItems").size();
        for (int i = first; value.isArray() && i < value.size(); i++) {
          all &= accepts(argument, value.get(i));
        }
        yield all;
      }
      case "required" ->
          !value.isObject() || argument.valueStream().allMatch(key -> value.has(key.asString()));
      case "minProperties" -> !value.isObject() || value.size() >= argument.asInt();
      case "propertyNames" ->
          !value.isObject()
              || value.properties().stream()
                  .allMatch(member -> accepts(argument, text(member.getKey())));
      case "properties", "patternProperties" -> members(schema, value, false);
      case "additionalProperties" -> members(schema, value, true);
      default -> {
        if (!REMARKS.contains(keyword)) {
          throw new IllegalArgumentException("a keyword that is not known: " + keyword);
        }
        yield true;
      }
    };
  }

  private static JsonNode text(String text) {
    return tools.jackson.databind.node.StringNode.valueOf(text);
  }

  /// Checks members by name and pattern, or those that neither names.
  private boolean members(JsonNode schema, JsonNode value, boolean isRest) {
    if (!value.isObject()) {
      return true;
    }
    Set<String> named = new HashSet<>();
    boolean all = true;
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      String name = member.getKey();
      JsonNode own = schema.path("properties").get(name);
      if (own != null) {
        named.add(name);
        all &= accepts(own, member.getValue());
      }
      for (Map.Entry<String, JsonNode> pattern : schema.path("patternProperties").properties()) {
        if (matches(pattern.getKey(), name)) {
          named.add(name);
          all &= accepts(pattern.getValue(), member.getValue());
        }
      }
      if (isRest && !named.contains(name)) {
        all &= accepts(schema.get("additionalProperties"), member.getValue());
      }
    }
    return all;
  }

  private JsonNode target(String reference) {
    if (!reference.startsWith("#/")) {
      throw new IllegalArgumentException("a reference to elsewhere: " + reference);
    }
    JsonNode target = root.at(reference.substring(1));
    if (target.isMissingNode()) {
      throw new IllegalArgumentException("a reference to nothing: " + reference);
    }
    return target;
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return (one.isNumber() && other.isNumber()) ? compare(one, other) == 0 : one.equals(other);
  }

  private static int compare(JsonNode one, JsonNode other) {
    BigDecimal left = one.decimalValue();
    return left.compareTo(other.decimalValue());
  }

  private static boolean isType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("a type that is not known: " + type);
    };
  }

  private boolean matches(String pattern, String text) {
    return patterns.computeIfAbsent(pattern, Pattern::compile).matcher(text).find();
  }
}
