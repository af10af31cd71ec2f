package sluice.cli.command;

import picocli.CommandLine.Model.CommandSpec;

/// Options that mean the same in every command that has them.
final class CommonOptions {
  private CommonOptions() {}

  /// `-o`: where the product goes; standard output where it is left out.
  static Given<String> output(CommandSpec command) {
    return Given.withDefault(
        command,
        String.class,
        "-",
        "OUT",
        "The file to write; - for standard output. Default: ${DEFAULT-VALUE}.",
        "-o",
        "--output");
  }

  /// `--format`: the form of the product.
  ///
  /// @param initial the form where it is left out
  static <T extends Enum<T>> Given<T> format(CommandSpec command, T initial) {
    return oneOf(command, initial, "FORMAT", "--format");
  }

  /// An option that is one of a few words.
  ///
  /// @param initial the one where it is left out
  static <T extends Enum<T>> Given<T> oneOf(
      CommandSpec command, T initial, String label, String... names) {
    return Given.withDefault(
        command,
        initial.getDeclaringClass(),
        initial,
        label,
        "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
        names);
  }

  /// `--fonts`: the fonts a text may be set in.
  static Given<String> fonts(CommandSpec command) {
    return Given.optional(
        command, String.class, "FILE|system", "The fonts there are, as for apply.", "--fonts");
  }
}
