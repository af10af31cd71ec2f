/// From the lines of a run to a report: what is known already is left out, the rest counted and
/// written in a format that people or programs read.
///
/// Start at [sluice.finding.report.FindingReport].
@org.jspecify.annotations.NullMarked
package sluice.finding.report;
