package sluice.testkit.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.testkit.generate.Combination.Applied;

/// All combinations of one document, drawn once and kept: the only part of a generator whose heap
/// grows with an option.
final class Combinations {
  private static final int TOKENS_PER_NODE_MAX = 5;
  private static final int TRIES_PER_COMBINATION = 30;
  private static final double NONE_SHARE = 0.005;

  private final Map<TokenFamily, List<Combination>> byFamily = new EnumMap<>(TokenFamily.class);
  private final DesignTokens tokens;
  private final Seeded random;
  private final double missingTokenShare;

  Combinations(DesignTokens tokens, long seed, int count, double missingTokenShare) {
    this.tokens = tokens;
    this.random = new Seeded(seed ^ 0xC0B1L);
    this.missingTokenShare = missingTokenShare;
    int left = count;
    for (TokenFamily family : TokenFamily.values()) {
      if (family != TokenFamily.NONE && family != TokenFamily.LAYOUT) {
        List<Combination> drawn = draw(family, Math.max(1, (int) (family.share() * count)));
        byFamily.put(family, drawn);
        left -= drawn.size();
      }
    }
    List<Combination> layout = draw(TokenFamily.LAYOUT, left);
    if (layout.size() < left) {
      throw new IllegalArgumentException(
          "the library's tokens give fewer than " + count + " combinations; use more tokens");
    }
    byFamily.put(TokenFamily.LAYOUT, layout);
  }

  /// One for a node of this family; the first ones of a family are the most common.
  @Nullable Combination pick(TokenFamily family, Seeded nodeRandom) {
    List<Combination> list = byFamily.getOrDefault(family, List.of());
    if (list.isEmpty()) {
      return null;
    }
    double skewed = Math.pow(nodeRandom.unit(), 2);
    return list.get((int) (skewed * list.size()));
  }

  /// Another token for the same key, as if the node had been left behind by a theme change.
  TokenMeaning drifted(TokenFamily family, TokenKey key, Seeded nodeRandom) {
    return oneOf(candidates(family, key, nodeRandom), nodeRandom);
  }

  int count() {
    return byFamily.values().stream().mapToInt(List::size).sum();
  }

  private List<Combination> draw(TokenFamily family, int count) {
    Set<List<String>> seen = new HashSet<>();
    List<Combination> drawn = new ArrayList<>();
    long triesMax = (long) count * TRIES_PER_COMBINATION;
    for (long tries = 0; drawn.size() < count && tries < triesMax; tries++) {
      Combination next = combination(family);
      if (seen.add(signature(next))) {
        drawn.add(next);
      }
    }
    return drawn;
  }

  private static List<String> signature(Combination combination) {
    List<String> parts = new ArrayList<>();
    for (Applied applied : combination.applied()) {
      parts.add(applied.key().key());
      parts.add(applied.storedName());
    }
    return parts;
  }

  private Combination combination(TokenFamily family) {
    List<TokenKey> keys = keys(family);
    Collections.shuffle(keys, new Random(random.next()));
    List<Applied> applied = new ArrayList<>();
    for (TokenKey key : keys.subList(0, Math.min(keys.size(), TOKENS_PER_NODE_MAX))) {
      TokenMeaning meaning = oneOf(candidates(family, key, random), random);
      applied.add(new Applied(key, meaning.name(), meaning));
    }
    if (random.chance(missingTokenShare)) {
      int changed = random.below(applied.size());
      String retired = "color.retired." + random.below(20);
      applied.set(changed, new Applied(applied.get(changed).key(), retired, null));
    } else if (random.chance(NONE_SHARE)) {
      applied.set(0, new Applied(applied.getFirst().key(), "none", null));
    }
    return new Combination(applied);
  }

  private List<TokenKey> keys(TokenFamily family) {
    List<TokenKey> keys = new ArrayList<>();
    switch (family) {
      case NONE -> throw new IllegalArgumentException("no tokens for " + family);
      case LAYOUT -> layoutKeys(keys);
      case BOX -> boxKeys(keys);
      case SHAPE -> {
        some(keys, 0.9, TokenKey.FILL);
        some(keys, 0.25, TokenKey.BORDER_COLOR);
        some(keys, 0.2, TokenKey.BORDER_WIDTH);
        some(keys, 0.12, TokenKey.OPACITY);
        some(keys, 0.1, TokenKey.SIZING);
      }
      case LINE -> {
        keys.add(TokenKey.BORDER_COLOR);
        some(keys, 0.5, TokenKey.BORDER_WIDTH);
        some(keys, 0.15, TokenKey.OPACITY);
      }
      case GROUP -> {
        some(keys, 0.8, TokenKey.OPACITY);
        some(keys, 0.5, TokenKey.BOX_SHADOW);
      }
      case TEXT -> textKeys(keys);
    }
    if (keys.isEmpty()) {
      keys.add(family == TokenFamily.GROUP ? TokenKey.OPACITY : TokenKey.FILL);
    }
    return keys;
  }

  private void layoutKeys(List<TokenKey> keys) {
    some(keys, 0.75, TokenKey.FILL);
    some(keys, 0.45, TokenKey.BORDER_RADIUS);
    some(keys, 0.4, TokenKey.ITEM_SPACING);
    if (random.chance(0.35)) {
      keys.add(TokenKey.SPACING);
    } else if (random.chance(0.2)) {
      keys.add(TokenKey.HORIZONTAL_PADDING);
      keys.add(TokenKey.VERTICAL_PADDING);
    }
    borderKeys(keys, 0.2);
    some(keys, 0.12, TokenKey.BOX_SHADOW);
    some(keys, 0.05, TokenKey.OPACITY);
    sizeKeys(keys, 0.08);
  }

  private void boxKeys(List<TokenKey> keys) {
    some(keys, 0.85, TokenKey.FILL);
    if (random.chance(0.5)) {
      keys.add(TokenKey.BORDER_RADIUS);
    } else {
      some(keys, 0.1, TokenKey.BORDER_RADIUS_TOP_LEFT);
    }
    borderKeys(keys, 0.25);
    some(keys, 0.1, TokenKey.BOX_SHADOW);
    some(keys, 0.08, TokenKey.OPACITY);
    sizeKeys(keys, 0.12);
  }

  private void textKeys(List<TokenKey> keys) {
    some(keys, 0.85, TokenKey.FILL);
    some(keys, 0.06, TokenKey.OPACITY);
    if (random.chance(0.75)) {
      keys.add(TokenKey.TYPOGRAPHY);
    } else {
      some(keys, 0.6, TokenKey.FONT_SIZES);
      some(keys, 0.4, TokenKey.LINE_HEIGHTS);
      some(keys, 0.2, TokenKey.LETTER_SPACING);
    }
  }

  private void borderKeys(List<TokenKey> keys, double share) {
    if (random.chance(share)) {
      keys.add(TokenKey.BORDER_COLOR);
      some(keys, 0.7, TokenKey.BORDER_WIDTH);
    } else {
      some(keys, 0.08, TokenKey.BORDER);
    }
  }

  private void sizeKeys(List<TokenKey> keys, double share) {
    if (random.chance(share)) {
      keys.add(TokenKey.SIZING);
    } else if (random.chance(share)) {
      keys.add(TokenKey.HEIGHT);
      some(keys, 0.3, TokenKey.WIDTH);
    }
  }

  private void some(List<TokenKey> keys, double share, TokenKey key) {
    if (random.chance(share)) {
      keys.add(key);
    }
  }

  private List<? extends TokenMeaning> candidates(TokenFamily family, TokenKey key, Seeded source) {
    CoreTokens core = tokens.core;
    boolean frame = family == TokenFamily.LAYOUT;
    return switch (key) {
      case FILL ->
          frame || family == TokenFamily.BOX ? tokens.themes.surfaces : tokens.themes.texts;
      case BORDER_COLOR -> tokens.themes.strokes;
      case BORDER_WIDTH -> core.borderWidths;
      case BORDER -> tokens.themes.borders;
      case BORDER_RADIUS -> source.chance(0.1) ? core.cornerSets : core.radii;
      case BORDER_RADIUS_TOP_LEFT -> core.radii;
      case SPACING -> source.chance(0.2) ? core.insets : core.spacings;
      case HORIZONTAL_PADDING, VERTICAL_PADDING, ITEM_SPACING -> core.spacings;
      case SIZING, WIDTH, HEIGHT -> core.sizes;
      case OPACITY -> core.opacities;
      case BOX_SHADOW -> tokens.themes.shadows;
      case TYPOGRAPHY -> core.typographies;
      case FONT_SIZES -> core.fontSizes;
      case LINE_HEIGHTS -> core.lineHeights;
      case LETTER_SPACING -> core.letterSpacings;
    };
  }

  private static TokenMeaning oneOf(List<? extends TokenMeaning> list, Seeded random) {
    return list.get(random.below(list.size()));
  }
}
