package sluice.fetch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node in an answer.
///
/// @param id empty when it has none
/// @param span the whole node
/// @param children its array of children, or null when it has none
/// @param childIds their ids in order; empty unless they were asked for
record NodeLayout(String id, Span span, @Nullable Span children, List<String> childIds) {}
