package sluice.token.source;

import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// One JSON text to a located tree. Strict JSON: no comments, no trailing commas, one value.
final class SourceParser {
  private static final String VALUE_KEY = "$value";

  /// Most objects are tokens, which have a value, a type and perhaps a description.
  private static final int MEMBERS_EXPECTED = 4;

  private static final int SHARED_TEXTS_MAX = 1_024;
  private static final int SHARED_TEXT_MAX_CHARS = 24;

  private static final List<String> ASIDES =
      List.of(" (start marker", " (for ", " (not recognized", ": enable ");

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(SourceLimits.NESTING_DEPTH_MAX + 1)
                  .maxNumberLength(SourceLimits.NUMBER_MAX_CHARS)
                  .maxNameLength(SourceLimits.KEY_MAX_CHARS)
                  .maxStringLength(SourceLimits.TOKEN_FILE_SIZE_MAX_BYTES)
                  .build())
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .build();

  private final Places places;
  private final ProblemCode malformed;
  private final JsonParser parser;

  /// Keys and short texts, each kept once however often it occurs.
  private final Map<String, String> shared = new HashMap<>();

  private int valueCount;
  private int depth;

  private SourceParser(JsonParser parser, Places places, ProblemCode malformed) {
    this.parser = parser;
    this.places = places;
    this.malformed = malformed;
  }

  /// The tree of a text. A text that is not JSON ends the run with the given code, at its place.
  static SourceValue parse(String text, Places places, ProblemCode malformed) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new SourceParser(parser, places, malformed).parse();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("a text needs no decoding", e);
    }
  }

  /// The tree of a text that is read as it is parsed; otherwise as above.
  ///
  /// @throws CharacterCodingException what the reader throws
  static SourceValue parse(Reader text, Places places, ProblemCode malformed)
      throws CharacterCodingException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new SourceParser(parser, places, malformed).parse();
    }
  }

  private SourceValue parse() throws CharacterCodingException {
    try {
      return root();
    } catch (StreamConstraintsException e) {
      throw tooLarge(
          "a number or a key is too long",
          "a number has at most %,d characters, a key %,d"
              .formatted(SourceLimits.NUMBER_MAX_CHARS, SourceLimits.KEY_MAX_CHARS));
    } catch (JacksonException e) {
      if (e.getCause() instanceof CharacterCodingException unreadable) {
        throw unreadable;
      }
      throw malformedHere(reason(e), e);
    }
  }

  /// What the library says, without its advice to programmers.
  private static String reason(JacksonException e) {
    String reason = String.valueOf(e.getOriginalMessage());
    if (reason.startsWith("Unexpected end-of-input")) {
      return "the text ends too early";
    }
    for (String aside : ASIDES) {
      int start = reason.indexOf(aside);
      reason = start < 0 ? reason : reason.substring(0, start);
    }
    return reason;
  }

  private SluiceException malformedHere(String why, JacksonException cause) {
    TokenStreamLocation at =
        cause.getLocation() == null ? parser.currentLocation() : cause.getLocation();
    return malformed(malformed, places, at.getLineNr(), at.getColumnNr(), why, cause);
  }

  private SluiceException tooLarge(String what, String why) {
    TokenStreamLocation at = parser.currentLocation();
    return SourceLimits.exceeded(what, places.at(at.getLineNr(), at.getColumnNr()), why);
  }

  /// A text that is no JSON text at all.
  static SluiceException malformed(
      ProblemCode code,
      Places places,
      int line,
      int column,
      String why,
      @Nullable Throwable cause) {
    return new SluiceException(
        Problem.of(code, "not a valid JSON text").at(places.at(line, column)).because(why), cause);
  }

  private SourceValue root() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw malformed(malformed, places, 1, 1, "there is nothing in it", null);
    }
    SourceValue root = value(first);
    if (parser.nextToken() != null) {
      TokenStreamLocation at = parser.currentTokenLocation();
      throw malformed(
          malformed,
          places,
          at.getLineNr(),
          at.getColumnNr(),
          "there is more text after the first value",
          null);
    }
    return root;
  }

  private SourceValue value(@Nullable JsonToken event) {
    TokenStreamLocation at = parser.currentTokenLocation();
    int line = at.getLineNr();
    int column = at.getColumnNr();
    if (++valueCount > SourceLimits.VALUES_MAX) {
      throw tooLarge(
          "there are too many JSON values in one text",
          "more than %,d".formatted(SourceLimits.VALUES_MAX));
    }
    return switch (event) {
      case START_OBJECT -> object(line, column);
      case START_ARRAY -> array(line, column);
      case VALUE_STRING -> {
        String text = shared(parser.getString());
        yield new SourceValue.Str(text, text.contains(VALUE_KEY), line, column);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new SourceValue.Num(Double.parseDouble(parser.getString()), line, column);
      case VALUE_TRUE -> new SourceValue.Bool(true, line, column);
      case VALUE_FALSE -> new SourceValue.Bool(false, line, column);
      case VALUE_NULL -> new SourceValue.Null(line, column);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("not a value: " + event);
      case null ->
          throw malformed(malformed, places, line, column, "the text ends too early", null);
    };
  }

  private SourceValue object(int line, int column) {
    enter();
    Map<String, SourceValue.Member> members = new LinkedHashMap<>(MEMBERS_EXPECTED);
    boolean mentions = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      TokenStreamLocation at = parser.currentTokenLocation();
      int keyLine = at.getLineNr();
      int keyColumn = at.getColumnNr();
      String key = shared(parser.currentName());
      SourceValue value = value(parser.nextToken());
      mentions |= value.mentionsValueKey() || key.contains(VALUE_KEY);
      boolean isRepeated = members.containsKey(key);
      members.put(key, new SourceValue.Member(value, keyLine, keyColumn, isRepeated));
    }
    depth--;
    return new SourceValue.Obj(members, mentions, line, column);
  }

  private SourceValue array(int line, int column) {
    enter();
    List<SourceValue> items = new ArrayList<>();
    boolean mentions = false;
    for (JsonToken event = parser.nextToken();
        event != JsonToken.END_ARRAY;
        event = parser.nextToken()) {
      SourceValue item = value(event);
      mentions |= item.mentionsValueKey();
      items.add(item);
    }
    depth--;
    return new SourceValue.Arr(items, mentions, line, column);
  }

  private String shared(String text) {
    if (text.length() > SHARED_TEXT_MAX_CHARS) {
      return text;
    }
    String known = shared.get(text);
    if (known == null) {
      if (shared.size() < SHARED_TEXTS_MAX) {
        shared.put(text, text);
      }
      return text;
    }
    return known;
  }

  private void enter() {
    if (++depth > SourceLimits.NESTING_DEPTH_MAX) {
      throw tooLarge(
          "the JSON text is nested too deeply",
          "more than %,d objects and arrays inside each other"
              .formatted(SourceLimits.NESTING_DEPTH_MAX));
    }
  }
}
