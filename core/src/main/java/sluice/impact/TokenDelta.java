package sluice.impact;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A token that is different in two versions of the tokens.
///
/// @param name its full name
/// @param type its type in the newer version, of a removed one in the older; null when it has none
/// @param kind how it is different
/// @param before its value in the older version, null when there is none
/// @param after its value in the newer version, null when there is none
/// @param because of a token that is written in the same way in both versions and comes to another
///   value: the tokens it follows from, which are written differently, added or removed. Empty
///   where something else is the reason, such as another base font size; null for a token that is
///   itself written differently
/// @param becauseOmitted further ones
public record TokenDelta(
    String name,
    @Nullable String type,
    Kind kind,
    @Nullable Value before,
    @Nullable Value after,
    @Nullable List<String> because,
    long becauseOmitted) {
  public TokenDelta {
    because = because == null ? null : List.copyOf(because);
  }

  /// How a token is different.
  public enum Kind {
    CHANGED,
    ADDED,
    REMOVED;

    /// The word in files.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A value.
  ///
  /// @param json as `sluice resolve` writes it
  /// @param resolved whether it could be resolved; if not, it is the text it got stuck at
  public record Value(String json, boolean resolved) {}
}
