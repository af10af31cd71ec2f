package sluice.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/// What a person gave for one option, or its initial value.
///
/// Options are described to the parser in code. Annotations would be shorter, but reading them
/// takes reflection and classes made on the way, which was most of a start.
///
/// @param <T> type of the value
final class Given<T> implements IGetter, ISetter {
  private @Nullable T value;

  /// A value for something that is described elsewhere, such as a parameter.
  ///
  /// @param initial null when there is none unless it is given
  Given(@Nullable T initial) {
    this.value = initial;
  }

  /// The value of an option that has one where it is left out.
  T value() {
    return Objects.requireNonNull(value);
  }

  /// The value, or null where the option was left out.
  @Nullable T orNull() {
    return value;
  }

  /// An option that need not be given.
  ///
  /// @param names with hyphens, the long one last
  static <T> Given<T> optional(
      CommandSpec command, Class<T> type, String label, String description, String... names) {
    Given<T> given = new Given<>(null);
    command.addOption(given.described(type, label, description, names).build());
    return given;
  }

  /// An option with a value where it is left out.
  static <T> Given<T> withDefault(
      CommandSpec command,
      Class<T> type,
      T initial,
      String label,
      String description,
      String... names) {
    Given<T> given = new Given<>(initial);
    command.addOption(
        given.described(type, label, description, names).initialValue(initial).build());
    return given;
  }

  /// An option that may be given again.
  ///
  /// @param separator between several values in one, as a regular expression; empty for none
  static <T> Given<List<T>> repeatable(
      CommandSpec command,
      Class<T> type,
      String separator,
      String label,
      String description,
      String... names) {
    // The parser adds to it.
    Given<List<T>> given = new Given<>(new ArrayList<>());
    command.addOption(
        given
            .described(List.class, label, description, names)
            .auxiliaryTypes(type)
            .splitRegex(separator)
            .build());
    return given;
  }

  /// An option without a value.
  static Given<Boolean> flag(CommandSpec command, String description, String... names) {
    Given<Boolean> given = new Given<>(false);
    command.addOption(given.flag(description, names));
    return given;
  }

  /// The description of an option without a value, for a group of options.
  OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names)
        .type(Boolean.class)
        .arity("0")
        .description(description)
        .initialValue(false)
        .getter(this)
        .setter(this)
        .build();
  }

  /// The description of an option with a value.
  OptionSpec.Builder described(Class<?> type, String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(type)
        .paramLabel(label)
        .description(description)
        .hasInitialValue(false)
        .getter(this)
        .setter(this);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the parser's own signature
  public <V> @Nullable V get() {
    return (V) value;
  }

  @Override
  @SuppressWarnings("unchecked") // the parser converts to the type the option was described with
  public <V> @Nullable V set(@Nullable V newValue) {
    V before = (V) value;
    value = (T) newValue;
    return before;
  }
}
