/// Generators, probes and loaders that the tests of every module share. Knows nothing of the
/// engine.
@org.jspecify.annotations.NullMarked
package sluice.testkit;
