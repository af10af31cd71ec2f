package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedValue;
import sluice.apply.KeyProblem;
import sluice.apply.Measure;
import sluice.apply.PropertyKey;
import sluice.token.NumberText;

/// Size, rotation and place of a node, which all move the same box.
///
/// REST gives the size in `size` only when geometry was asked for; otherwise `absoluteBoundingBox`
/// holds it, which is the size as long as the node isn't turned.
final class GeometryFamily implements PropertyFamily {
  /// Which of width and height a step sets.
  private enum Axes {
    BOTH,
    WIDTH,
    HEIGHT
  }

  /// One change of the size.
  ///
  /// @param px the new size; NaN to fill the parent
  private record Resize(Axes axes, double px, Source source) {}

  private final List<Resize> sizing = new ArrayList<>(2);
  private final List<Resize> numbers = new ArrayList<>(1);
  private final @Nullable Setting rotation;
  private final @Nullable Setting x;
  private final @Nullable Setting y;
  private final boolean isContainer;
  private final boolean inPluginTerms;
  private final List<KeyProblem> notices;

  private GeometryFamily(
      ScalarReader reader, String nodeType, boolean partOfInstance, boolean rotate) {
    inPluginTerms = reader.inPluginTerms();
    boolean spaced = NodeTypes.isAutoLayout(nodeType);
    isContainer = spaced || nodeType.equals("GROUP") || nodeType.equals("BOOLEAN_OPERATION");
    boolean flat = inPluginTerms && nodeType.equals("LINE");
    addSizing(reader, PropertyKey.SIZING, flat, Axes.BOTH);
    addSizing(reader, PropertyKey.WIDTH, flat, Axes.WIDTH);
    addSizing(reader, PropertyKey.HEIGHT, flat, Axes.HEIGHT);
    rotation = partOfInstance ? null : rotation(reader, rotate);
    x = partOfInstance ? null : reader.number(PropertyKey.X, Measure::number);
    y = partOfInstance ? null : reader.number(PropertyKey.Y, Measure::number);
    if (!spaced) {
      addNumber(reader, PropertyKey.DIMENSION, flat);
      addNumber(reader, PropertyKey.NUMBER, flat);
    }
    notices = reader.notices();
  }

  static @Nullable PropertyFamily of(
      ScalarReader reader, String nodeType, boolean partOfInstance, boolean rotate) {
    GeometryFamily family = new GeometryFamily(reader, nodeType, partOfInstance, rotate);
    return family.isIdle() && family.notices.isEmpty() ? null : family;
  }

  private boolean isIdle() {
    return sizing.isEmpty() && numbers.isEmpty() && rotation == null && x == null && y == null;
  }

  private void addSizing(ScalarReader reader, PropertyKey key, boolean flat, Axes axes) {
    String text = reader.text(key);
    if (text == null) {
      return;
    }
    if (NumberText.trim(text).equals("100%")) {
      add(reader, sizing, flat, new Resize(axes, Double.NaN, reader.source(key)));
      return;
    }
    resize(reader, sizing, flat, axes, reader.number(key, text, Measure::size));
  }

  private void addNumber(ScalarReader reader, PropertyKey key, boolean flat) {
    resize(reader, numbers, flat, Axes.BOTH, reader.number(key, Measure::size));
  }

  private static void resize(
      ScalarReader reader, List<Resize> steps, boolean flat, Axes axes, @Nullable Setting setting) {
    Setting size = reader.atLeast(0, setting);
    if (size == null) {
      return;
    }
    if (size.value() < 0) {
      reader.notice(
          size.source(),
          Notices.quirk(
              size.source(),
              "a size below zero was written",
              "that is what the token says, but Figma refuses such a size"));
    }
    add(reader, steps, flat, new Resize(axes, size.value(), size.source()));
  }

  /// Adds a step. A line of an open file has no height, and Figma refuses to give it one; in a file
  /// it is a box like any other.
  private static void add(ScalarReader reader, List<Resize> steps, boolean flat, Resize step) {
    if (!flat || step.axes() == Axes.WIDTH) {
      steps.add(step);
      return;
    }
    reader.notice(
        step.source(),
        Notices.notWritable(
            step.source(), "a line has no height", "a token on width sets the length of a line"));
    if (step.axes() == Axes.BOTH) {
      steps.add(new Resize(Axes.WIDTH, step.px(), step.source()));
    }
  }

  private static @Nullable Setting rotation(ScalarReader reader, boolean rotate) {
    AppliedValue value = reader.tokens().value(PropertyKey.ROTATION);
    Setting setting = reader.cleared(PropertyKey.ROTATION, 0);
    if (value != null) {
      String text = ScalarReader.primitive(value.value());
      double degrees = text == null ? Double.NaN : wholeDegrees(text);
      if (Double.isNaN(degrees)) {
        reader.invalid(PropertyKey.ROTATION, "whole degrees");
        return null;
      }
      setting = new Setting(degrees, reader.source(PropertyKey.ROTATION));
    }
    if (setting != null && !rotate) {
      reader.notice(
          setting.source(),
          Notices.notRepresentable(
              setting.source(),
              "the unit and direction of a file's rotation are not documented",
              "apply the token in Figma, or switch rotation on"));
      return null;
    }
    return setting;
  }

  /// The integer a text begins with, whatever follows; NaN when it begins with none.
  private static double wholeDegrees(String text) {
    String trimmed = NumberText.trim(text);
    int at = trimmed.startsWith("-") || trimmed.startsWith("+") ? 1 : 0;
    int start = at;
    double degrees = 0;
    while (at < trimmed.length() && trimmed.charAt(at) >= '0' && trimmed.charAt(at) <= '9') {
      degrees = degrees * 10 + (trimmed.charAt(at) - '0');
      at++;
    }
    if (at == start || !Double.isFinite(degrees)) {
      return Double.NaN;
    }
    return trimmed.startsWith("-") ? -degrees : degrees;
  }

  @Override
  public long reads() {
    return isIdle()
        ? 0
        : FigmaField.bits(
            FigmaField.SIZE,
            FigmaField.ABSOLUTE_BOUNDING_BOX,
            FigmaField.ROTATION,
            FigmaField.RELATIVE_TRANSFORM,
            FigmaField.LAYOUT_ALIGN,
            FigmaField.LAYOUT_POSITIONING,
            FigmaField.BOUND_VARIABLES);
  }

  @Override
  public boolean readsParent() {
    return !isIdle();
  }

  @Override
  public void apply(FigmaNode node, EditSink sink) {
    for (KeyProblem notice : notices) {
      sink.problem(notice.key(), notice.problem());
    }
    if (isIdle()) {
      return;
    }
    NodeEditor editor = new NodeEditor(node, sink);
    Geometry geometry =
        inPluginTerms ? new PluginGeometry(node, editor) : new RestGeometry(node, editor);
    for (Resize step : sizing) {
      resize(step, geometry, node.parent());
    }
    if (rotation != null) {
      geometry.rotate(rotation);
    }
    if (x != null) {
      geometry.moveX(x);
    }
    if (y != null) {
      geometry.moveY(y);
    }
    for (Resize step : numbers) {
      resize(step, geometry, node.parent());
    }
    geometry.write(isContainer);
  }

  private static void resize(Resize step, Geometry geometry, @Nullable ParentFacts parent) {
    double width = step.px();
    double height = step.px();
    if (Double.isNaN(step.px())) {
      if (parent != null && NodeTypes.isAutoLayout(parent.type()) && geometry.canStretch()) {
        geometry.stretch(step.source());
        return;
      }
      if (parent == null || parent.type().equals("CANVAS") || parent.type().equals("DOCUMENT")) {
        width = 100;
        height = 100;
      } else if (parent.box() == null) {
        geometry.parentSizeUnknown(step.source());
        return;
      } else {
        width = parent.box().width();
        height = parent.box().height();
      }
    }
    if (step.axes() != Axes.HEIGHT) {
      geometry.width(width, step.source());
    }
    if (step.axes() != Axes.WIDTH) {
      geometry.height(height, step.source());
    }
  }
}
