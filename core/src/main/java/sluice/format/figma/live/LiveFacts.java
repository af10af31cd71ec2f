package sluice.format.figma.live;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.format.figma.property.FigmaField;
import sluice.format.figma.property.FigmaNode;
import sluice.format.figma.property.ParentFacts;
import sluice.json.JsonValue;

/// A node of an open file as the families look at it: the Plugin API's fields, those that REST
/// keeps in one value put together.
final class LiveFacts implements FigmaNode {
  private final LiveNode node;
  private final Map<FigmaField, JsonValue> fields = new EnumMap<>(FigmaField.class);

  LiveFacts(LiveNode node) {
    this.node = node;
    Map<FigmaField, Map<String, JsonValue>> groups = new EnumMap<>(FigmaField.class);
    for (Map.Entry<String, JsonValue> member : node.current().members().entrySet()) {
      LiveField field = LiveField.of(member.getKey());
      if (field == null) {
        continue;
      }
      JsonValue value = member.getValue();
      if (field.kind() == LiveField.Kind.STYLE_ID) {
        if (!(value instanceof JsonValue.Str(String id)) || !id.isEmpty()) {
          put(groups, FigmaField.STYLES, slot(field), value);
        }
      } else if (field.member().isEmpty()) {
        fields.put(field.family(), value);
      } else {
        put(groups, field.family(), field.member(), value);
      }
    }
    groups.forEach((field, members) -> fields.put(field, new JsonValue.Obj(members)));
  }

  private static void put(
      Map<FigmaField, Map<String, JsonValue>> groups,
      FigmaField group,
      String name,
      JsonValue value) {
    groups.computeIfAbsent(group, _ -> new LinkedHashMap<>()).put(name, value);
  }

  private static String slot(LiveField style) {
    String name = style.fieldName();
    return name.substring(0, name.length() - "StyleId".length());
  }

  /// The names of known fields whose value is nothing they can have.
  static List<String> malformed(JsonValue.Obj current) {
    List<String> names = new ArrayList<>(0);
    for (Map.Entry<String, JsonValue> member : current.members().entrySet()) {
      LiveField field = LiveField.of(member.getKey());
      if (field == null) {
        continue;
      }
      JsonValue value = member.getValue();
      LiveField.Kind kind = field.kind();
      boolean sound =
          (kind.mixes && Mixed.is(value)) ? Mixed.isSound(value, kind) : kind.admits(value);
      if (!sound) {
        names.add(field.fieldName());
      }
    }
    return names;
  }

  /// The name that REST has for a type of the Plugin API.
  static String restType(String type) {
    return switch (type) {
      case "PAGE" -> "CANVAS";
      case "POLYGON" -> "REGULAR_POLYGON";
      default -> type;
    };
  }

  @Override
  public String type() {
    return restType(node.type());
  }

  @Override
  public @Nullable ParentFacts parent() {
    LiveParent parent = node.parent();
    if (parent == null) {
      return null;
    }
    String mode = parent.layoutMode();
    boolean sized = Double.isFinite(parent.width() + parent.height());
    return new ParentFacts.Known(
        restType(parent.type()),
        mode != null && !mode.equals("NONE"),
        sized ? new ParentFacts.Box(0, 0, parent.width(), parent.height()) : null);
  }

  @Override
  public @Nullable JsonValue field(FigmaField field) {
    return fields.get(field);
  }
}
