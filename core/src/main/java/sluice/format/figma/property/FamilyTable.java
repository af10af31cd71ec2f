package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    STROKE(EnumSet.range(PropertyKey.BORDER, PropertyKey.BORDER_COLOR), strokeWidths()),
    FILL(EnumSet.of(PropertyKey.FILL, PropertyKey.ASSET)),
    RADIUS(EnumSet.range(PropertyKey.BORDER_RADIUS, PropertyKey.BORDER_RADIUS_BOTTOM_LEFT)),
    EFFECTS(EnumSet.of(PropertyKey.BOX_SHADOW, PropertyKey.BACKGROUND_BLUR)),
    OPACITY(EnumSet.of(PropertyKey.OPACITY)),
    VISIBILITY(EnumSet.of(PropertyKey.VISIBILITY)),
    GEOMETRY(
        EnumSet.range(PropertyKey.SIZING, PropertyKey.HEIGHT),
        EnumSet.of(
            PropertyKey.DIMENSION,
            PropertyKey.NUMBER,
            PropertyKey.X,
            PropertyKey.Y,
            PropertyKey.ROTATION)),
    LIMITS(EnumSet.range(PropertyKey.MIN_WIDTH, PropertyKey.MAX_HEIGHT)),
    PADDING(
        EnumSet.range(PropertyKey.SPACING, PropertyKey.VERTICAL_PADDING),
        EnumSet.range(PropertyKey.PADDING_TOP, PropertyKey.PADDING_LEFT)),
    COUNTER_AXIS_SPACING(EnumSet.of(PropertyKey.COUNTER_AXIS_SPACING)),
    ITEM_SPACING(EnumSet.of(PropertyKey.ITEM_SPACING, PropertyKey.DIMENSION, PropertyKey.NUMBER)),
    TEXT_STYLE(EnumSet.range(PropertyKey.TYPOGRAPHY, PropertyKey.TEXT_DECORATION)),
    CHARACTERS(EnumSet.range(PropertyKey.TOKEN_VALUE, PropertyKey.DESCRIPTION)),
    VERTICAL_TRIM(EnumSet.of(PropertyKey.VERTICAL_TRIM));

    /// The keys, one bit each; there are fewer than 64.
    private final long keys;

    @SafeVarargs
    Kind(EnumSet<PropertyKey> first, EnumSet<PropertyKey>... more) {
      long bits = bits(first);
      for (EnumSet<PropertyKey> others : more) {
        bits |= bits(others);
      }
      keys = bits;
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
