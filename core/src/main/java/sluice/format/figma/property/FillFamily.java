package sluice.format.figma.property;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.KeyProblem;
import sluice.apply.PropertyKey;
import sluice.json.JsonValue;
import sluice.problem.Problem;
import sluice.token.TokenValue;

/// What a shape or a text is filled with, and Figma's deprecated copies of it on frames.
final class FillFamily implements PropertyFamily {
  private static final JsonValue.Arr NOTHING = new JsonValue.Arr(List.of());
  private static final JsonValue NO_COLOR = noColor();

  private final boolean isText;
  private final @Nullable Source cleared;
  private final @Nullable Source source;
  private final @Nullable TokenPaint paint;
  private final List<KeyProblem> notices;

  private FillFamily(ScalarReader reader, boolean isText) {
    this.isText = isText;
    Source fill = reader.cleared(PropertyKey.FILL);
    this.cleared = fill == null ? reader.cleared(PropertyKey.ASSET) : fill;
    TokenValue color = reader.color(PropertyKey.FILL);
    TokenPaint read = null;
    if (color != null) {
      read = color instanceof TokenValue.Text(String text) ? reader.paint(text) : null;
      if (read == null) {
        reader.invalid(PropertyKey.FILL, "a colour or a gradient");
      }
    }
    this.paint = read;
    this.source = read == null ? null : reader.source(PropertyKey.FILL);
    if (reader.value(PropertyKey.ASSET) != null) {
      Source asset = reader.source(PropertyKey.ASSET);
      reader.notice(asset, imageMissing(asset, reader.inPluginTerms()));
    }
    this.notices = reader.notices();
  }

  private static Problem imageMissing(Source asset, boolean openFile) {
    return openFile
        ? Notices.notWritable(
            asset,
            "the image would have to be fetched from its address, and nothing is fetched here",
            "apply the token in the plugin it comes from")
        : Notices.notRepresentable(
            asset,
            "an image in a file is a hash that only Figma can give out",
            "apply the token in Figma, where the image can be uploaded");
  }

  static @Nullable PropertyFamily of(ScalarReader reader, boolean isText) {
    FillFamily family = new FillFamily(reader, isText);
    return family.cleared == null && family.paint == null && family.notices.isEmpty()
        ? null
        : family;
  }

  @Override
  public long reads() {
    long bits = FigmaField.bits(FigmaField.FILLS, FigmaField.BOUND_VARIABLES, FigmaField.STYLES);
    return isText
        ? bits | FigmaField.STYLE_OVERRIDE_TABLE.bit()
        : bits | FigmaField.bits(FigmaField.BACKGROUND, FigmaField.BACKGROUND_COLOR);
  }

  @Override
  public long bindings() {
    return Bindings.bits("fills", "fill", "textRangeFills");
  }

  @Override
  public boolean readsParent() {
    return false;
  }

  @Override
  public void apply(FigmaNode node, EditSink sink) {
    for (KeyProblem notice : notices) {
      sink.problem(notice.key(), notice.problem());
    }
    Source by = source != null ? source : cleared;
    if (by == null) {
      return;
    }
    NodeEditor editor = new NodeEditor(node, sink);
    JsonValue current = node.field(FigmaField.FILLS);
    boolean ranges = isText && Overrides.drop(editor, by, "fills", "inheritFillStyleId");
    if (ranges) {
      editor.unbind(by, "textRangeFills");
    }
    JsonValue.Arr wanted = wanted(Json.items(current), ranges);
    if (wanted == null
        || (current == null && wanted.items().isEmpty())
        || Json.same(current, wanted)) {
      return;
    }
    editor.set(FigmaField.FILLS, wanted, by);
    editor.unbind(by, "fills");
    editor.unstyle(by, "fill", "fills");
    if (!isText) {
      mirror(editor, wanted, by);
    }
  }

  /// What the fills become, or null when they stay.
  private JsonValue.@Nullable Arr wanted(List<JsonValue> current, boolean ranges) {
    if (paint == null) {
      return NOTHING;
    }
    boolean kept = cleared == null && !ranges && paint.isFirstOf(current);
    return kept ? null : paint.alone();
  }

  private static void mirror(NodeEditor editor, JsonValue.Arr fills, Source by) {
    if (editor.field(FigmaField.BACKGROUND) != null) {
      editor.set(FigmaField.BACKGROUND, fills, by);
    }
    JsonValue color = editor.field(FigmaField.BACKGROUND_COLOR);
    JsonValue wanted = fills.items().isEmpty() ? NO_COLOR : solid(fills.items().getFirst());
    if (color != null && !Json.same(color, wanted)) {
      editor.set(FigmaField.BACKGROUND_COLOR, wanted, by);
    }
  }

  private static JsonValue solid(JsonValue paint) {
    JsonValue color = Json.member(paint, "color");
    JsonValue opacity = Json.member(paint, "opacity");
    if (color == null || opacity == null) {
      return color == null ? NO_COLOR : color;
    }
    return withAlpha(Json.members(color), opacity);
  }

  private static JsonValue withAlpha(Map<String, JsonValue> color, JsonValue alpha) {
    Map<String, JsonValue> members = new LinkedHashMap<>(color);
    members.put("a", alpha);
    return new JsonValue.Obj(members);
  }

  private static JsonValue noColor() {
    JsonValue zero = Json.number(0);
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (String channel : List.of("r", "g", "b", "a")) {
      members.put(channel, zero);
    }
    return new JsonValue.Obj(members);
  }
}
