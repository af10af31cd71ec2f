package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedValue;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.resolve.ResolvedToken;

/// The families of a run, one for each different thing tokens say about its keys, shared by all
/// combinations that say the same. Safe for use by several threads.
///
/// Combinations are many, what they say about one family is not: a thousand combinations share a
/// few hundred fills. Sharing keeps memory small, and lets outcomes be found again across
/// combinations.
public final class FamilyTable {
  /// Families kept at most; further ones are made each time.
  static final int ENTRIES_MAX = 10_000;

  private final ConcurrentHashMap<Said, Optional<PropertyFamily>> families =
      new ConcurrentHashMap<>();

  FamilyTable() {}

  /// A kind of family and the keys that decide it.
  enum Kind {
    STROKE(
        EnumSet.of(
            FigmaField.STROKES,
            FigmaField.STROKE_WEIGHT,
            FigmaField.INDIVIDUAL_STROKE_WEIGHTS,
            FigmaField.STROKE_DASHES),
        EnumSet.range(PropertyKey.BORDER, PropertyKey.BORDER_COLOR),
        strokeWidths()),
    FILL(EnumSet.of(FigmaField.FILLS), EnumSet.of(PropertyKey.FILL, PropertyKey.ASSET)),
    RADIUS(
        EnumSet.of(FigmaField.CORNER_RADIUS, FigmaField.RECTANGLE_CORNER_RADII),
        EnumSet.range(PropertyKey.BORDER_RADIUS, PropertyKey.BORDER_RADIUS_BOTTOM_LEFT)),
    EFFECTS(
        EnumSet.of(FigmaField.EFFECTS),
        EnumSet.of(PropertyKey.BOX_SHADOW, PropertyKey.BACKGROUND_BLUR)),
    OPACITY(EnumSet.of(FigmaField.OPACITY), EnumSet.of(PropertyKey.OPACITY)),
    VISIBILITY(EnumSet.of(FigmaField.VISIBLE), EnumSet.of(PropertyKey.VISIBILITY)),
    GEOMETRY(
        EnumSet.of(
            FigmaField.SIZE,
            FigmaField.ROTATION,
            FigmaField.RELATIVE_TRANSFORM,
            FigmaField.LAYOUT_ALIGN,
            FigmaField.LAYOUT_POSITIONING),
        EnumSet.range(PropertyKey.SIZING, PropertyKey.HEIGHT),
        EnumSet.of(
            PropertyKey.DIMENSION,
            PropertyKey.NUMBER,
            PropertyKey.X,
            PropertyKey.Y,
            PropertyKey.ROTATION)),
    LIMITS(
        EnumSet.range(FigmaField.MIN_WIDTH, FigmaField.MAX_HEIGHT),
        EnumSet.range(PropertyKey.MIN_WIDTH, PropertyKey.MAX_HEIGHT)),
    PADDING(
        EnumSet.range(FigmaField.PADDING_LEFT, FigmaField.PADDING_BOTTOM),
        EnumSet.range(PropertyKey.SPACING, PropertyKey.VERTICAL_PADDING),
        EnumSet.range(PropertyKey.PADDING_TOP, PropertyKey.PADDING_LEFT)),
    COUNTER_AXIS_SPACING(
        EnumSet.of(FigmaField.COUNTER_AXIS_SPACING), EnumSet.of(PropertyKey.COUNTER_AXIS_SPACING)),
    ITEM_SPACING(
        EnumSet.of(FigmaField.ITEM_SPACING, FigmaField.PRIMARY_AXIS_ALIGN_ITEMS),
        EnumSet.of(PropertyKey.ITEM_SPACING, PropertyKey.DIMENSION, PropertyKey.NUMBER)),
    TEXT_STYLE(
        EnumSet.of(FigmaField.STYLE),
        EnumSet.range(PropertyKey.TYPOGRAPHY, PropertyKey.TEXT_DECORATION)),
    /// In the terms of the Plugin API the trimming of its box is part of a text's style.
    TRIMMED_TEXT_STYLE(
        EnumSet.of(FigmaField.STYLE),
        EnumSet.range(PropertyKey.TYPOGRAPHY, PropertyKey.TEXT_DECORATION),
        EnumSet.of(PropertyKey.VERTICAL_TRIM)),
    /// New words take the style of the first letter, so the styles of the others are lost with the
    /// old ones.
    CHARACTERS(
        EnumSet.of(FigmaField.CHARACTERS, FigmaField.STYLE, FigmaField.FILLS),
        EnumSet.range(PropertyKey.TOKEN_VALUE, PropertyKey.DESCRIPTION)),
    VERTICAL_TRIM(EnumSet.noneOf(FigmaField.class), EnumSet.of(PropertyKey.VERTICAL_TRIM));

    /// The fields of nodes of an open file that matter to families of this kind, as bits.
    private final long reads;

    /// The keys, one bit each; there are fewer than 64.
    private final long keys;

    @SafeVarargs
    Kind(EnumSet<FigmaField> reads, EnumSet<PropertyKey>... keys) {
      long bits = 0;
      for (EnumSet<PropertyKey> some : keys) {
        bits |= bits(some);
      }
      this.reads = FigmaField.bits(reads.toArray(FigmaField[]::new));
      this.keys = bits;
    }

    private static long bits(EnumSet<PropertyKey> keys) {
      long bits = 0;
      for (PropertyKey key : keys) {
        bits |= 1L << key.ordinal();
      }
      return bits;
    }

    private static EnumSet<PropertyKey> strokeWidths() {
      return EnumSet.range(PropertyKey.BORDER_WIDTH, PropertyKey.BORDER_WIDTH_LEFT);
    }

    /// Whether a key decides families of this kind.
    boolean isDecidedBy(PropertyKey key) {
      return (keys & 1L << key.ordinal()) != 0;
    }
  }

  /// What tokens say about one kind of family on one sort of node.
  ///
  /// @param variant what of the node type matters to the family
  /// @param facts keys with their values in order, then names of tokens by key
  private record Said(Kind kind, String variant, List<Object> facts) {}

  /// The fields of nodes of an open file that matter to a key. A composition can bring any key.
  static Set<FigmaField> readsOf(PropertyKey key) {
    long bits = 0;
    for (Kind kind : Kind.values()) {
      if (key == PropertyKey.COMPOSITION || kind.isDecidedBy(key)) {
        bits |= kind.reads;
      }
    }
    Set<FigmaField> reads = EnumSet.noneOf(FigmaField.class);
    for (FigmaField field : FigmaField.values()) {
      if ((bits & field.bit()) != 0) {
        reads.add(field);
      }
    }
    return reads;
  }

  /// The family for what the tokens say, or null when they say nothing to it.
  ///
  /// @param variant what of the node type matters to the family
  @Nullable PropertyFamily family(
      Kind kind, String variant, NodeTokens tokens, Supplier<@Nullable PropertyFamily> make) {
    List<Object> facts = facts(kind, tokens);
    if (facts.isEmpty()) {
      return null;
    }
    Said said = new Said(kind, variant, facts);
    Optional<PropertyFamily> known = families.get(said);
    if (known == null) {
      known = Optional.ofNullable(make.get());
      if (families.size() < ENTRIES_MAX) {
        Optional<PropertyFamily> earlier = families.putIfAbsent(said, known);
        known = earlier == null ? known : earlier;
      }
    }
    return known.orElse(null);
  }

  private static List<Object> facts(Kind kind, NodeTokens tokens) {
    List<Object> facts = new ArrayList<>(0);
    for (Map.Entry<PropertyKey, AppliedValue> value : tokens.values().entrySet()) {
      if (kind.isDecidedBy(value.getKey())) {
        facts.add(value.getKey());
        facts.add(value.getValue());
      }
    }
    for (Map.Entry<PropertyKey, String> name : tokens.data().entrySet()) {
      PropertyKey key = name.getKey();
      if (kind.isDecidedBy(key)) {
        facts.add(key);
        facts.add(name.getValue());
        ResolvedToken referenced = tokens.referenced(key);
        facts.add(referenced == null ? "" : referenced.name());
      }
    }
    return facts;
  }
}
