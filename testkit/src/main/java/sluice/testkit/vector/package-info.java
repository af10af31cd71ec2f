/// Loads the test facts under `/vectors` and finds the samples that live beside the project.
@org.jspecify.annotations.NullMarked
package sluice.testkit.vector;
