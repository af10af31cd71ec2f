/// Everything that knows it is shown on a terminal: streams, progress, tables, summaries.
///
/// Nothing here decides anything; it turns progress and reports into lines.
@org.jspecify.annotations.NullMarked
package sluice.cli.terminal;
