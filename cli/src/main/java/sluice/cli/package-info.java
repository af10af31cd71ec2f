/// Words for people: the `sluice` program.
///
/// Turns arguments into one run of the engine and its outcome into an exit code: 0 done, 1 done
/// with problems found (`--strict`), 2 could not run and nothing was written. Standard output is
/// the product, standard error is talk. Start reading at [Main].
@org.jspecify.annotations.NullMarked
package sluice.cli;
