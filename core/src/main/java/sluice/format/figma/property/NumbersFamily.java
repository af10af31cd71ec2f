package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.KeyProblem;
import sluice.apply.Measure;
import sluice.apply.Opacity;
import sluice.apply.PropertyKey;

/// Number fields that simply take a token's number: opacity, paddings, the gap between rows, and
/// the smallest and largest size.
final class NumbersFamily implements PropertyFamily {
  private static final double UNKNOWN = Double.NaN;

  /// A field and what it becomes.
  ///
  /// @param whenAbsent what the field means when a node lacks it; NaN for no meaning
  private record Target(FigmaField field, double whenAbsent, Setting setting) {}

  private final List<Target> targets;
  private final List<KeyProblem> notices;
  private final boolean inFrameOnly;
  private final boolean movesChildren;
  private final long reads;
  private final long bindings;

  private NumbersFamily(
      List<Target> targets, List<KeyProblem> notices, boolean inFrameOnly, boolean movesChildren) {
    this.targets = List.copyOf(targets);
    this.notices = notices;
    this.inFrameOnly = inFrameOnly;
    this.movesChildren = movesChildren;
    long bits = FigmaField.BOUND_VARIABLES.bit();
    long bound = 0;
    for (Target target : targets) {
      bits |= target.field().bit();
      bound |= Bindings.bits(target.field().jsonName());
    }
    this.bindings = bound;
    this.reads = movesChildren ? bits | FigmaField.LAYOUT_MODE.bit() : bits;
  }

  /// How opaque a layer is.
  static @Nullable PropertyFamily opacity(ScalarReader reader) {
    Setting setting = reader.number(PropertyKey.OPACITY, (text, _) -> Opacity.of(text));
    if (setting == null) {
      setting = reader.cleared(PropertyKey.OPACITY, 1);
    } else if (setting.value() < 0 || setting.value() > 1) {
      reader.invalid(PropertyKey.OPACITY, "0 to 1, or 0% to 100%");
      setting = null;
    }
    List<Target> targets = new ArrayList<>(1);
    add(targets, FigmaField.OPACITY, whenAbsent(reader, 1), setting);
    return of(targets, reader, false, false);
  }

  /// The four paddings of a frame; the special ones win over the general ones.
  static @Nullable PropertyFamily padding(ScalarReader reader) {
    @Nullable Setting[] sides = new Setting[4]; // top, right, bottom, left
    put(sides, reader.cleared(PropertyKey.SPACING, 0), 0, 1, 2, 3);
    put(sides, reader.cleared(PropertyKey.HORIZONTAL_PADDING, 0), 1, 3);
    put(sides, reader.cleared(PropertyKey.VERTICAL_PADDING, 0), 0, 2);
    PropertyKey[] keys = {
      PropertyKey.PADDING_TOP,
      PropertyKey.PADDING_RIGHT,
      PropertyKey.PADDING_BOTTOM,
      PropertyKey.PADDING_LEFT
    };
    for (int side = 0; side < 4; side++) {
      put(sides, reader.cleared(keys[side], 0), side);
    }
    double[] spacing = reader.numbers(PropertyKey.SPACING, Measure::number);
    if (spacing != null) {
      Source source = reader.source(PropertyKey.SPACING);
      for (int side = 0; side < 4; side++) {
        sides[side] = new Setting(CssSides.pick(spacing, side), source);
      }
    }
    put(sides, reader.number(PropertyKey.HORIZONTAL_PADDING, Measure::number), 1, 3);
    put(sides, reader.number(PropertyKey.VERTICAL_PADDING, Measure::number), 0, 2);
    for (int side = 0; side < 4; side++) {
      put(sides, reader.number(keys[side], Measure::number), side);
    }
    List<Target> targets = new ArrayList<>(4);
    double absent = whenAbsent(reader, 0);
    add(targets, FigmaField.PADDING_TOP, absent, sides[0]);
    add(targets, FigmaField.PADDING_RIGHT, absent, sides[1]);
    add(targets, FigmaField.PADDING_BOTTOM, absent, sides[2]);
    add(targets, FigmaField.PADDING_LEFT, absent, sides[3]);
    return of(targets, reader, false, true);
  }

  /// The gap between the rows of a wrapping frame.
  static @Nullable PropertyFamily counterAxisSpacing(ScalarReader reader) {
    List<Target> targets = new ArrayList<>(1);
    add(
        targets,
        FigmaField.COUNTER_AXIS_SPACING,
        whenAbsent(reader, 0),
        reader.number(PropertyKey.COUNTER_AXIS_SPACING, Measure::number));
    return of(targets, reader, false, true);
  }

  /// The smallest and largest size, which only frames and what lies directly in one can have.
  ///
  /// @param anywhere whether the node is a frame itself, so that its parent doesn't matter
  static @Nullable PropertyFamily limits(ScalarReader reader, boolean anywhere) {
    List<Target> targets = new ArrayList<>(4);
    add(targets, FigmaField.MIN_WIDTH, UNKNOWN, limit(reader, PropertyKey.MIN_WIDTH));
    add(targets, FigmaField.MAX_WIDTH, UNKNOWN, limit(reader, PropertyKey.MAX_WIDTH));
    add(targets, FigmaField.MIN_HEIGHT, UNKNOWN, limit(reader, PropertyKey.MIN_HEIGHT));
    add(targets, FigmaField.MAX_HEIGHT, UNKNOWN, limit(reader, PropertyKey.MAX_HEIGHT));
    return of(targets, reader, !anywhere, false);
  }

  @Override
  public long reads() {
    return reads;
  }

  @Override
  public long bindings() {
    return bindings;
  }

  @Override
  public boolean readsParent() {
    return inFrameOnly;
  }

  @Override
  public void apply(FigmaNode node, EditSink sink) {
    if (inFrameOnly && (node.parent() == null || !NodeTypes.isAutoLayout(node.parent().type()))) {
      return;
    }
    for (KeyProblem notice : notices) {
      sink.problem(notice.key(), notice.problem());
    }
    NodeEditor editor = new NodeEditor(node, sink);
    Source moving = null;
    for (Target target : targets) {
      if (editor.number(target.field(), target.whenAbsent(), target.setting())) {
        moving = target.setting().source();
      }
    }
    if (movesChildren && moving != null && Layout.isActive(node)) {
      editor.problem(moving, Layout.CHILDREN_MOVE);
    }
  }

  private static @Nullable PropertyFamily of(
      List<Target> targets, ScalarReader reader, boolean inFrameOnly, boolean movesChildren) {
    return targets.isEmpty() && reader.notices().isEmpty()
        ? null
        : new NumbersFamily(targets, reader.notices(), inFrameOnly, movesChildren);
  }

  private static @Nullable Setting limit(ScalarReader reader, PropertyKey key) {
    return reader.atLeast(0, reader.number(key, Measure::size));
  }

  /// REST leaves defaults out. The Plugin API tells everything: what is absent or null there is no
  /// number.
  private static double whenAbsent(ScalarReader reader, double inFiles) {
    return reader.inPluginTerms() ? UNKNOWN : inFiles;
  }

  private static void add(
      List<Target> targets, FigmaField field, double whenAbsent, @Nullable Setting setting) {
    if (setting != null) {
      targets.add(new Target(field, whenAbsent, setting));
    }
  }

  private static void put(@Nullable Setting[] sides, @Nullable Setting setting, int... indices) {
    if (setting != null) {
      for (int index : indices) {
        sides[index] = setting;
      }
    }
  }
}
