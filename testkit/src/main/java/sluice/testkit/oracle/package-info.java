/// Slow, obvious answers about whole documents in memory, against which the streaming engine is
/// checked.
@org.jspecify.annotations.NullMarked
package sluice.testkit.oracle;
