package sluice.testkit.vector;

import java.util.Set;

/// One suite of facts, and how each is checked against what is under test.
///
/// @param name the file below `vectors/`, without `.json`
/// @param label how a report names it; the name unless one file is checked in two ways
/// @param area what its facts are about
/// @param asserts what its facts say, in a few words
/// @param preparation makes the check once the file is read
public record VectorSuite(
    String name, String label, Area area, String asserts, Preparation preparation) {

  /// What facts are about; results are added up for each.
  public enum Area {
    /// Token files, sets, themes, references.
    RESOLUTION("Resolution"),
    /// Expressions.
    MATHS("Maths"),
    /// Colours, modifiers, gradients.
    COLOURS("Colours"),
    /// From applied tokens to the properties of nodes.
    APPLICATION("Application"),
    /// Penpot's own tokens, checked against Penpot.
    PENPOT("Penpot"),
    /// The report of the Design Tokens Community Group, and an engine that implements it.
    DTCG("DTCG 2025.10"),
    /// What other engines do with the same files.
    OTHER_ENGINES("Other engines");

    private final String title;

    Area(String title) {
      this.title = title;
    }

    /// The heading of a report.
    public String title() {
      return title;
    }
  }

  /// Checks one fact.
  @FunctionalInterface
  public interface Check {
    /// Fails by throwing.
    ///
    /// @return the ids of the deliberate differences without which the fact would not hold; none
    ///   when the result is equal
    Set<String> run(Vectors.Case fact) throws Exception;
  }

  /// Checks one fact that has to hold as it stands.
  @FunctionalInterface
  public interface StrictCheck {
    /// Fails by throwing.
    void run(Vectors.Case fact) throws Exception;
  }

  /// Makes the check of a suite.
  @FunctionalInterface
  public interface Preparation {
    /// Reads what the cases share.
    Check prepare(Vectors vectors);
  }

  /// A suite without deliberate differences, whose cases share nothing.
  public static VectorSuite equal(String name, Area area, String asserts, StrictCheck check) {
    return equalAfter(name, area, asserts, _ -> check);
  }

  /// A suite without deliberate differences.
  public static VectorSuite equalAfter(
      String name, Area area, String asserts, StrictPreparation preparation) {
    return new VectorSuite(
        name,
        name,
        area,
        asserts,
        vectors -> {
          StrictCheck check = preparation.prepare(vectors);
          return fact -> {
            check.run(fact);
            return Set.of();
          };
        });
  }

  /// A suite some of whose facts differ deliberately, and whose cases share nothing.
  public static VectorSuite of(String name, Area area, String asserts, Check check) {
    return after(name, area, asserts, _ -> check);
  }

  /// A suite some of whose facts differ deliberately.
  public static VectorSuite after(String name, Area area, String asserts, Preparation preparation) {
    return new VectorSuite(name, name, area, asserts, preparation);
  }

  /// Makes the check of a suite without deliberate differences.
  @FunctionalInterface
  public interface StrictPreparation {
    /// Reads what the cases share.
    StrictCheck prepare(Vectors vectors);
  }
}
