package sluice.testkit.generate;

import java.util.ArrayList;
import java.util.List;
import sluice.testkit.generate.TokenEntry.InSet;

/// One generated library: its token sets as files hold them, and what its tokens come to under the
/// light theme.
///
/// The library writer and the document writer each build it from the same options, so nodes name
/// tokens that exist and hold the values those tokens have.
final class DesignTokens {
  private static final double PALETTE_SHARE = 0.35;
  private static final int COMPOSITES_PER_THEME = 6;
  private static final int ROLES_MIN = 9;

  final CoreTokens core;
  final ThemeTokens themes;
  final List<InSet> sets = new ArrayList<>();

  DesignTokens(TokenLibraryOptions options) {
    core = new CoreTokens();
    int left = options.tokens() - core.entries.size();
    int hues = Math.max(2, (int) (left * PALETTE_SHARE / Palette.STEPS));
    Palette palette = new Palette(options.seed(), hues);
    int roles = (left - hues * Palette.STEPS) / 2 - COMPOSITES_PER_THEME;
    themes = new ThemeTokens(palette, options.seed(), Math.max(ROLES_MIN, roles));

    List<TokenEntry> first = new ArrayList<>(palette.entries());
    first.addAll(core.entries);
    sets.add(new InSet("core", first));
    sets.add(new InSet("light", themes.light));
    sets.add(new InSet("dark", themes.dark));
    for (int brand = 1; brand <= options.brands(); brand++) {
      sets.add(new InSet("brand/" + brand, palette.brandEntries(brand)));
    }
  }

  /// Number of tokens in all sets.
  int count() {
    return sets.stream().mapToInt(set -> set.tokens().size()).sum();
  }
}
