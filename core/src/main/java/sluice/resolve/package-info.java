/// Token name + theme to value: which sets count, merging, aliases, cycles, maths, colours.
///
/// Does no I/O and starts no thread: the same library and themes always give the same values.
@org.jspecify.annotations.NullMarked
package sluice.resolve;
