package sluice.server.frame;

import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonValue;

/// Puts a JSON object for the plugin or the journal together, member by member.
public final class FrameText {
  private final StringBuilder out = new StringBuilder();

  private FrameText(String first, String value) {
    out.append('{');
    name(first);
    JsonText.quote(value, out);
  }

  /// A frame of a kind.
  public static FrameText frame(String type) {
    return new FrameText("t", type);
  }

  /// An object that begins with a text.
  public static FrameText object(String name, String value) {
    return new FrameText(name, value);
  }

  /// A line of the journal.
  public static FrameText line(String kind) {
    return new FrameText("k", kind);
  }

  public FrameText with(String name, String value) {
    next(name);
    JsonText.quote(value, out);
    return this;
  }

  public FrameText with(String name, long value) {
    next(name);
    out.append(value);
    return this;
  }

  public FrameText with(String name, boolean value) {
    next(name);
    out.append(value);
    return this;
  }

  public FrameText with(String name, JsonValue value) {
    next(name);
    JsonTree.write(value, out);
    return this;
  }

  /// A member whose value is JSON text already.
  public FrameText withJson(String name, CharSequence json) {
    next(name);
    out.append(json);
    return this;
  }

  /// Members as JSON text, without braces.
  public FrameText withMembers(CharSequence members) {
    out.append(',').append(members);
    return this;
  }

  /// The whole object.
  public String text() {
    return out + "}";
  }

  private void next(String name) {
    out.append(',');
    name(name);
  }

  private void name(String name) {
    JsonText.quote(name, out);
    out.append(':');
  }
}
