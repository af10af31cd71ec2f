package sluice.resolve.penpot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.token.TokenValue;

/// What a value is for a shape, or why it is nothing.
///
/// @param value the number, text, list or composite; what was read where there are errors
/// @param unit the unit a number was written with, or null
/// @param errors none when the value counts
record Reading(TokenValue value, @Nullable String unit, List<PenpotError> errors) {
  static Reading of(TokenValue value) {
    return new Reading(value, null, List.of());
  }

  static Reading of(PenpotQuantity quantity) {
    return new Reading(new TokenValue.Num(quantity.value()), quantity.unit(), List.of());
  }

  static Reading refused(TokenValue value, String code) {
    return new Reading(value, null, List.of(PenpotError.of(code)));
  }

  boolean isRefused() {
    return !errors.isEmpty();
  }
}
