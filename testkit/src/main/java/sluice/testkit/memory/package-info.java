/// Starts a child JVM with a small heap and reports how it ended and how much memory it took.
@org.jspecify.annotations.NullMarked
package sluice.testkit.memory;
