package sluice.testkit.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ordered list of applied tokens that many nodes share; it alone decides a node's values.
///
/// @param applied one to five, keys all different
record Combination(List<Applied> applied) {
  Combination {
    applied = List.copyOf(applied);
  }

  /// "This key takes this token."
  ///
  /// @param storedName the name in the plugin data; in no set, or the word `none`, when the meaning
  ///   is absent
  /// @param meaning what the token comes to under the light theme
  record Applied(TokenKey key, String storedName, @Nullable TokenMeaning meaning) {}
}
