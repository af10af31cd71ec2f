package sluice.format.penpot;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sluice.resolve.ResolvedTokens;

/// The tokens that count for one file of an archive.
///
/// @param resolved the active tokens with their values
/// @param inactiveSet the set that has a token of some name although it is not active, or null
public record FileTokens(ResolvedTokens resolved, Function<String, @Nullable String> inactiveSet) {}
