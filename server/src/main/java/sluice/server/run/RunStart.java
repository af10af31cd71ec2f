package sluice.server.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameText;

/// What a plugin asked for when it started a run.
///
/// @param scope the object that says which pages or layers, as it came
/// @param themes labels of themes, or null for those that are active
/// @param dry whether nothing is to be written
/// @param instances which nodes of instances may be written
public record RunStart(
    JsonValue.Obj scope, @Nullable List<String> themes, boolean dry, Instances instances) {
  /// Layers a scope may name.
  static final int LAYERS_MAX = 10_000;

  /// Which nodes of instances are written.
  public enum Instances {
    /// None: they follow their main components.
    COMPONENTS("components"),
    /// Those whose tokens differ from those of the main component.
    OVERRIDDEN("overridden"),
    /// All that carry tokens.
    ALL("all");

    private final String text;

    Instances(String text) {
      this.text = text;
    }

    static Instances of(String text) throws FrameException {
      for (Instances one : values()) {
        if (one.text.equals(text)) {
          return one;
        }
      }
      throw Frame.malformed("\"instances\" is \"" + text + "\"");
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// Reads a `start` frame, or what [#json] wrote.
  ///
  /// @throws FrameException `frame-malformed`
  public static RunStart of(Frame frame) throws FrameException {
    JsonValue.Obj scope = frame.object("scope");
    checkScope(new Frame("scope", scope));
    return new RunStart(
        scope,
        frame.textsOrNull("themes"),
        frame.flag("dry"),
        Instances.of(frame.text("instances")));
  }

  private static void checkScope(Frame scope) throws FrameException {
    List<String> ids =
        switch (scope.text("kind")) {
          case "document" -> List.of();
          case "pages" -> scope.textsOrNull("pages");
          case "nodes" -> {
            String _ = scope.text("page");
            yield scope.textsOrNull("nodes");
          }
          default -> throw Frame.malformed("the kind of a scope is document, pages or nodes");
        };
    if (ids == null || ids.size() > LAYERS_MAX) {
      throw Frame.malformed("a scope names its pages or layers, at most " + LAYERS_MAX);
    }
  }

  /// As a JSON object.
  public String json() {
    FrameText out = FrameText.object("instances", instances.toString());
    out.with("scope", scope).with("dry", dry);
    if (themes != null) {
      out.with(
          "themes",
          new JsonValue.Arr(
              themes.stream().<JsonValue>map(JsonValue.Str::new).toList()));
    }
    return out.text();
  }

}
