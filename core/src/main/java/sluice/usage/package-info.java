/// Which tokens of a library a document uses, and how often.
///
/// Start at [sluice.usage.TokenUsage].
@org.jspecify.annotations.NullMarked
package sluice.usage;
