/// What a run tells of nodes without changing anything: findings, and which tokens are used.
///
/// Start at [sluice.finding.FindingLine]: a finding is a line of JSON, written where the node is
/// decided, and everything else reads those lines.
@org.jspecify.annotations.NullMarked
package sluice.finding;
