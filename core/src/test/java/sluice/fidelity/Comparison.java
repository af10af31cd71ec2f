package sluice.fidelity;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What came of comparing a token repository with the maps another engine made of it.
final class Comparison {
  private final String engine;
  private final Map<Notation, Set<String>> namesByNotation = new EnumMap<>(Notation.class);
  private int combinations;
  private int tokens;
  private int asWritten;

  Comparison(String engine) {
    this.engine = engine;
  }

  /// Counts a combination of themes.
  void addCombination() {
    combinations++;
  }

  /// Counts a token that says the same.
  ///
  /// @param notations in which it is written differently; none when it is equal
  void add(String name, Set<Notation> notations) {
    tokens++;
    asWritten += notations.isEmpty() ? 1 : 0;
    for (Notation notation : notations) {
      namesByNotation.computeIfAbsent(notation, _ -> new LinkedHashSet<>()).add(name);
    }
  }

  /// The engine compared with.
  String engine() {
    return engine;
  }

  /// How many combinations of themes were compared.
  int combinations() {
    return combinations;
  }

  /// How many tokens were compared, in all combinations together.
  int tokens() {
    return tokens;
  }

  /// How many of them are written alike, character by character.
  int asWritten() {
    return asWritten;
  }

  /// The names of tokens that are written differently, whatever the combination; a name may have
  /// several notations.
  Map<Notation, Set<String>> namesByNotation() {
    return namesByNotation;
  }
}
