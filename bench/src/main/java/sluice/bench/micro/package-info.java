/// One question each, with JMH. Run all of them with `bench/run micro`, or one:
///
/// ```
/// java -cp "bench/target/classes:bench/target/lib/*" org.openjdk.jmh.Main ScannerBench
/// ```
@org.jspecify.annotations.NullMarked
package sluice.bench.micro;
