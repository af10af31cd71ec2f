/// The command `bench/run`: what can be measured, and with which options.
@org.jspecify.annotations.NullMarked
package sluice.bench;
