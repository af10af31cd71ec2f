/// What a run looks like: the nouns of the report that people read, already small, whatever the
/// size of the document.
///
/// A report is made of what was counted and sampled while the document streamed by; nothing here
/// grows with the number of nodes. Start at [sluice.report.Report].
@org.jspecify.annotations.NullMarked
package sluice.report;
