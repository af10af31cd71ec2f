package sluice.resolve.dtcg;

import org.jspecify.annotations.Nullable;
import sluice.token.TokenValue;

/// What is said about a token beside its value.
///
/// @param deprecated `true`, `false` or the reason, of the token or the nearest group that says;
///   null when none does
/// @param extensions the token's own `$extensions` as written, or null; groups do not pass theirs
///   on
public record DtcgRemarks(@Nullable TokenValue deprecated, @Nullable TokenValue extensions) {}
