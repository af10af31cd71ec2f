package sluice.server.tokens;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.TokenValues;

/// Where runs get their tokens from. Safe for use by several threads.
public interface TokenSupply {
  /// What the plugin is told about them.
  LibraryState state();

  /// Works out the values under some themes.
  ///
  /// @param themes labels, or null for those that are active
  /// @throws sluice.problem.SluiceException when the tokens cannot be used or a theme does not exist
  TokenValues values(@Nullable List<String> themes);
}
