/// What another version of the tokens would do: which tokens are different, and which nodes, pages
/// and documents that touches.
///
/// Start at [sluice.impact.ImpactReport]: a run tells of each node what the newer tokens change
/// ([sluice.finding.NodeImpact]); here those lines are counted by token and by page, in tables with
/// a bound, and written as reports. Nothing is held for each node.
@org.jspecify.annotations.NullMarked
package sluice.impact;
