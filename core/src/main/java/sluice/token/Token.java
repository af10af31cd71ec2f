package sluice.token;

import org.jspecify.annotations.Nullable;
import sluice.problem.Location;

/// A design token: a named value with a type, as its set declares it.
///
/// @param name the full name, segments joined by dots; a single segment may itself hold dots
/// @param type the normalised type name, or null when neither the token nor a group gives one
/// @param value the value as written, references unresolved
/// @param description what the author says of it, or null
/// @param modifier what is done to its colour, or null
/// @param set the token set that declares it
/// @param location where it is declared, or null for a library that was never a file
/// @param isRemark whether it is something written about a group (`$description`, `$extensions`),
///   which the plugin takes for a token; it can be referred to like any other, and nobody lists it
/// @param extensions what is written for other tools (`$extensions`, without what Tokens Studio
///   writes for itself), or null; it decides nothing
public record Token(
    String name,
    @Nullable String type,
    TokenValue value,
    @Nullable String description,
    @Nullable ColorModifier modifier,
    String set,
    @Nullable Location location,
    boolean isRemark,
    @Nullable TokenValue extensions) {
  /// A token that is meant as one.
  public Token(
      String name,
      @Nullable String type,
      TokenValue value,
      @Nullable String description,
      @Nullable ColorModifier modifier,
      String set,
      @Nullable Location location) {
    this(name, type, value, description, modifier, set, location, false, null);
  }

  /// The same token with another type.
  public Token withType(@Nullable String newType) {
    return new Token(
        name, newType, value, description, modifier, set, location, isRemark, extensions);
  }

  /// The same token with another value.
  public Token withValue(TokenValue newValue) {
    return new Token(
        name, type, newValue, description, modifier, set, location, isRemark, extensions);
  }

  /// The same token, known to be a remark.
  public Token asRemark() {
    return new Token(name, type, value, description, modifier, set, location, true, extensions);
  }
}
