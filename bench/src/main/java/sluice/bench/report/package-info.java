/// Results for people: tables and charts made from the raw numbers of a folder, and from nothing
/// else, so that they can be made again at any time.
@org.jspecify.annotations.NullMarked
package sluice.bench.report;
