/// Arithmetic inside token values: text to a number, a number with its unit, or "no maths".
///
/// Invariants: nothing here throws on any text, and nothing runs longer or nests deeper than {@link
/// sluice.resolve.math.MathLimits} allows. Start at {@link sluice.resolve.math.MathEvaluator},
/// which asks {@link sluice.resolve.math.UnitReduction} for the unit, {@link
/// sluice.resolve.math.ExpressionParser} for the tree, and the tree ({@link
/// sluice.resolve.math.Node}) for its {@link sluice.resolve.math.Value}.
///
/// The language is that of npm `expr-eval` 2.0.2 with JavaScript's conversions between numbers,
/// texts and truth.
@org.jspecify.annotations.NullMarked
package sluice.resolve.math;
