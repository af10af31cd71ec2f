package sluice.resolve.penpot;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.resolve.ThemeSelection;
import sluice.token.SetStatus;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;

/// Where names stand that no active set has. Nothing refers to these tokens and none is applied; a
/// message can say why.
public final class InactiveTokens {
  private final Map<String, String> sets = new HashMap<>();

  /// The tokens of a library's inactive sets.
  public InactiveTokens(TokenLibrary library, ThemeSelection selection) {
    for (TokenSet set : library.sets()) {
      if (selection.statuses().getOrDefault(set.name(), SetStatus.DISABLED) == SetStatus.DISABLED) {
        set.tokens().forEach(token -> sets.putIfAbsent(token.name(), set.name()));
      }
    }
  }

  /// The first inactive set that has a token of that name, or null.
  public @Nullable String setOf(String name) {
    return sets.get(name);
  }
}
