/// Streams that behave badly on cue: a few bytes at a time, too short, or failing.
@org.jspecify.annotations.NullMarked
package sluice.testkit.stream;
