/// Whole processes: wall time and peak resident set of contenders on the same generated documents.
///
/// Every measurement becomes a row of `raw.csv` as soon as it is made; a run that was broken off
/// goes on where it stopped. Start at [sluice.bench.process.ArchitectureBench].
@org.jspecify.annotations.NullMarked
package sluice.bench.process;
