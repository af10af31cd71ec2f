package sluice.server.frame;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.json.JsonSpans;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.json.ObjectSpans;
import sluice.problem.SluiceException;

/// One frame from the plugin: a checked JSON object with the member `t`.
///
/// @param type what kind of frame it is
/// @param members everything in it but `nodes`
/// @param nodes the array `nodes`, or null when it has none
public record Frame(String type, JsonValue.Obj members, @Nullable NodeList nodes) {
  /// Bytes of UTF-8 of one frame, both ways.
  public static final int SIZE_BYTES_MAX = 1024 * 1024;

  private static final String NODES = "nodes";

  /// Values inside values; below what [JsonTree] takes.
  private static final JsonLimits LIMITS = new JsonLimits(100, JsonLimits.BUFFER_SIZE_BYTES);

  /// Reads a frame.
  ///
  /// @throws FrameException `frame-malformed`
  public static Frame parse(String text) throws FrameException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      JsonScanner scanner = new JsonScanner(new ByteArrayInputStream(bytes), "frame", LIMITS);
      scanner.begin();
      scanner.skipValue();
      scanner.end();
    } catch (SluiceException e) {
      throw malformed("it is no JSON text: " + e.problem().what());
    }
    int start = JsonSpans.skipWhite(bytes, 0);
    if (bytes[start] != '{') {
      throw malformed("it is no JSON object");
    }
    NodeList nodes = null;
    Map<String, JsonValue> members = new LinkedHashMap<>();
    ObjectSpans spans = new ObjectSpans(bytes, start);
    for (int i = 0; i < spans.count(); i++) {
      int from = spans.valueFrom(i);
      if (bytes[from] == '[' && spans.is(i, NODES)) {
        nodes = new NodeList(bytes, from);
      } else {
        members.put(spans.key(i), JsonTree.read(bytes, from));
      }
    }
    if (!(members.get("t") instanceof JsonValue.Str(String type))) {
      throw malformed("it has no \"t\"");
    }
    return new Frame(type, new JsonValue.Obj(members), nodes);
  }

  /// An object inside a frame, to be read like one.
  public Frame(String type, JsonValue.Obj members) {
    this(type, members, null);
  }

  /// A text that must be there.
  public String text(String name) throws FrameException {
    if (members.member(name) instanceof JsonValue.Str(String text)) {
      return text;
    }
    throw malformed("%s needs the text \"%s\"".formatted(type, name));
  }

  /// A whole number that must be there, 0 at least.
  public long number(String name) throws FrameException {
    if (members.member(name) instanceof JsonValue.Num(double value, String _)
        && value >= 0
        && value <= 1L << 53
        && value == Math.rint(value)) {
      return (long) value;
    }
    throw malformed("%s needs the whole number \"%s\"".formatted(type, name));
  }

  /// Whether a member is `true`; one that is not there is not.
  public boolean flag(String name) {
    return members.member(name) instanceof JsonValue.Bool(boolean value) && value;
  }

  /// An array that must be there.
  public List<JsonValue> items(String name) throws FrameException {
    if (members.member(name) instanceof JsonValue.Arr(List<JsonValue> items)) {
      return items;
    }
    throw malformed("%s needs the array \"%s\"".formatted(type, name));
  }

  /// An object that must be there.
  public JsonValue.Obj object(String name) throws FrameException {
    if (members.member(name) instanceof JsonValue.Obj object) {
      return object;
    }
    throw malformed("%s needs the object \"%s\"".formatted(type, name));
  }

  /// An array of texts, or null when the member is `null` or not there.
  public @Nullable List<String> textsOrNull(String name) throws FrameException {
    JsonValue value = members.member(name);
    if (value == null || value instanceof JsonValue.Null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (JsonValue item : items(name)) {
      if (!(item instanceof JsonValue.Str(String text))) {
        throw malformed("\"%s\" must hold texts".formatted(name));
      }
      texts.add(text);
    }
    return texts;
  }

  /// A frame that is not what the protocol says.
  public static FrameException malformed(String why) {
    return new FrameException(
        FrameFault.MALFORMED,
        "a frame is not what the protocol says: " + why,
        "plugin and server must be of versions that go together; update both");
  }
}
