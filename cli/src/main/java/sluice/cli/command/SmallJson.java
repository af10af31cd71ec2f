package sluice.cli.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Small JSON texts, such as a list of fonts or a line of a change set, as maps, lists and text.
///
/// Depth is limited by the parser (500 levels).
final class SmallJson {
  private final JsonParser parser;

  private SmallJson(JsonParser parser) {
    this.parser = parser;
  }

  /// A text that is not JSON, and where.
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    MalformedException(
        String message, @Nullable TokenStreamLocation at, @Nullable Throwable cause) {
      super(message, cause);
      line = at == null ? 1 : Math.max(1, at.getLineNr());
      column = at == null ? 1 : Math.max(1, at.getColumnNr());
    }

    Location in(String file) {
      return new Location.InFile(file, line, column);
    }
  }

  /// Reads one JSON text: objects become maps in written order, arrays lists, strings text, numbers
  /// and literals their text as [Scalar], `null` null.
  static @Nullable Object read(String text) throws MalformedException {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      Object value = new SmallJson(parser).value();
      if (parser.nextToken() != null) {
        throw new MalformedException(
            "there is more after the value", parser.currentTokenLocation(), null);
      }
      return value;
    } catch (JacksonException e) {
      throw new MalformedException(e.getOriginalMessage(), e.getLocation(), e);
    }
  }

  /// A number, `true` or `false`, as written.
  record Scalar(String text) {}

  private @Nullable Object value() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new Scalar(parser.getString());
      case null, default -> null;
    };
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      members.put(key, value());
    }
    return members;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }
}
