package sluice.fidelity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import sluice.testkit.vector.VectorSuite.Area;

/// Results as the text of `docs/reference/fidelity.md`.
final class FidelityDocument {
  private static final int NAMES_LISTED_MAX = 12;

  private final List<SuiteResult> results;
  private final StringBuilder text = new StringBuilder();

  /// A suite that is checked in two ways counts once.
  private final Set<String> suitesSeen = new HashSet<>();

  private FidelityDocument(List<SuiteResult> results) {
    this.results = results;
  }

  /// The document.
  ///
  /// @param realSets the section about real token sets, see [#realSets]
  static String of(List<SuiteResult> results, String realSets) {
    FidelityDocument document = new FidelityDocument(results);
    document.plugin();
    document.differences();
    document.penpot();
    document.dtcg();
    document.otherEngines();
    return document.text.append(realSets).toString();
  }

  private void plugin() {
    text.append(
        """
        # Fidelity

        <!-- Made by the build (FidelityTest); a build whose results differ from this page fails.
             mvn -pl testkit,core test -Dtest=FidelityTest -Dfidelity=write -Dsurefire.failIfNoSpecifiedTests=false
             writes it anew. -->

        The same results as the engine that put the tokens there: Tokens Studio's plugin for Figma. A fact is an input
        and what the plugin's own functions made of it; the build checks every one. *Equal* means the same result. *Differ*
        counts facts in which Sluice does something else on purpose, because the plugin crashes, loses a node, or arrives
        at no number; what it does instead is asserted too. Nothing else is allowed to differ, however odd it looks:
        [Tokens Studio](tokens-studio.md) lists oddities worth knowing.

        """);
    int[] total = new int[3];
    for (Area area : Area.values()) {
      if (area != Area.OTHER_ENGINES && area != Area.PENPOT && area != Area.DTCG) {
        suites(area, total);
      }
    }
    text.append("**All together: ")
        .append(count(total[0]))
        .append(" facts, ")
        .append(count(total[1]))
        .append(" equal (")
        .append(percent(total[1], total[0]))
        .append("), ")
        .append(count(total[2]))
        .append(" with a deliberate difference (")
        .append(percent(total[2], total[0]))
        .append(").**\n\n");
  }

  private void suites(Area area, int[] total) {
    text.append("## ").append(area.title()).append("\n\n");
    text.append("| suite | what it asserts | facts | equal | differ |\n|---|---|---|---|---|\n");
    int[] sum = new int[3];
    for (SuiteResult result : results) {
      if (result.suite().area() == area) {
        int[] counts = {result.facts(), result.equal(), result.differ()};
        row(result.suite().label(), result.suite().asserts(), counts);
        boolean isSecondLook = !suitesSeen.add(result.suite().name());
        for (int i = 0; i < counts.length && !isSecondLook; i++) {
          sum[i] += counts[i];
          total[i] += counts[i];
        }
      }
    }
    row("all", "each fact once", sum);
    text.append('\n');
  }

  private void row(String name, String asserts, int[] counts) {
    String shown = name.equals("all") ? name : "`" + name + "`";
    text.append("| ").append(shown).append(" | ").append(asserts);
    for (int i = 0; i < counts.length; i++) {
      text.append(" | ").append(counts[i] == 0 && i == 2 ? "–" : count(counts[i]));
    }
    text.append(" |\n");
  }

  private void differences() {
    text.append("## Deliberate differences\n\n");
    text.append("| id | the plugin | Sluice | why | facts |\n|---|---|---|---|---|\n");
    for (Difference difference : Difference.values()) {
      if (!difference.isOtherEngine() && !difference.isPenpot() && !difference.isDtcg()) {
        row(difference, difference.why());
      }
    }
    text.append('\n');
  }

  private void row(Difference difference, String why) {
    text.append("| `")
        .append(difference.id())
        .append("` | ")
        .append(difference.upstream())
        .append(" | ")
        .append(difference.ours())
        .append(" | ")
        .append(why.isEmpty() ? "" : why + " | ")
        .append(String.join("; ", facts(difference)))
        .append(" |\n");
  }

  private List<String> facts(Difference difference) {
    List<String> facts = new ArrayList<>();
    for (SuiteResult result : results) {
      Set<String> ids = result.differing().getOrDefault(difference, Set.of());
      if (!ids.isEmpty()) {
        String name = result.suite().label();
        facts.add(name.substring(name.indexOf('/') + 1) + ": " + listed(ids));
      }
    }
    return facts;
  }

  private void penpot() {
    text.append(
        """
        ## Penpot

        Penpot's own tokens, with the results of Penpot: of its functions, of `@penpot/library` 1.2.0-RC2, and of the engine it
        resolves with (Style Dictionary 5.4.4, sd-transforms 2.0.3). [Penpot tokens](penpot-tokens.md) has the rules.

        """);
    facts(Area.PENPOT);
    text.append("\n| id | Penpot | Sluice | why | facts |\n|---|---|---|---|---|\n");
    for (Difference difference : Difference.values()) {
      if (difference.isPenpot()) {
        row(difference, difference.why());
      }
    }
    text.append('\n');
  }

  private void dtcg() {
    text.append(
        """
        ## DTCG 2025.10

        The report of the Design Tokens Community Group (Format, Color, Resolver): `spec-*` are written from its rules,
        `terrazzo-*` are the tests of Terrazzo, which implements it. Where the two disagree the report is right.
        [DTCG](dtcg.md) has the rules.

        """);
    facts(Area.DTCG);
    text.append("\n| id | Terrazzo | Sluice | by | facts |\n|---|---|---|---|---|\n");
    for (Difference difference : Difference.values()) {
      if (difference.isDtcg()) {
        row(difference, difference.why());
      }
    }
    text.append('\n');
  }

  /// The suites of an area that is added up for itself.
  private void facts(Area area) {
    text.append("| suite | what it asserts | facts | equal | differ |\n|---|---|---|---|---|\n");
    int[] sum = new int[3];
    for (SuiteResult result : results) {
      if (result.suite().area() == area) {
        int[] counts = {result.facts(), result.equal(), result.differ()};
        row(result.suite().label(), result.suite().asserts(), counts);
        for (int i = 0; i < counts.length; i++) {
          sum[i] += counts[i];
        }
      }
    }
    row("all", "each fact once", sum);
  }

  private void otherEngines() {
    text.append(
        """
        ## Other engines

        Style Dictionary and sd-transforms make code of the same token files. Where they and the plugin agree Sluice agrees
        too; where not, it goes with the plugin, because documents are edited by it. Their rules for CSS (`px` after
        numbers, weights as numbers, and so on) are no rules for documents; suites that begin with *CSS* compare them
        with what `sluice resolve --format css` writes.

        | suite | what it asserts | facts | equal | differ |
        |---|---|---|---|---|
        """);
    for (SuiteResult result : results) {
      if (result.suite().area() == Area.OTHER_ENGINES) {
        int[] counts = {result.facts(), result.equal(), result.differ()};
        row(result.suite().label(), result.suite().asserts(), counts);
      }
    }
    text.append("\n| id | the other engine | Sluice, as the plugin | facts |\n|---|---|---|---|\n");
    for (Difference difference : Difference.values()) {
      if (difference.isOtherEngine()) {
        row(difference, "");
      }
    }
    text.append('\n');
  }

  /// The section about a real repository.
  static String realSets(List<Comparison> comparisons) {
    StringBuilder section =
        new StringBuilder(
            """
            ## Real token sets

            [Designsystemet](https://github.com/digdir/designsystemet) (25 files, 96 combinations of themes), resolved by Style
            Dictionary with sd-transforms, once with references, maths and colours alone (`style-dictionary`) and once with
            everything it does for CSS (`sd-transforms-css`). Every token of every stored combination says the same; where it
            is written differently, the notation is one of those below.

            | compared with | combinations | tokens | written alike | same in another notation | different |
            |---|---|---|---|---|---|
            """);
    for (Comparison comparison : comparisons) {
      section
          .append("| `")
          .append(comparison.engine())
          .append("` | ")
          .append(comparison.combinations())
          .append(" | ")
          .append(count(comparison.tokens()))
          .append(" | ")
          .append(count(comparison.asWritten()))
          .append(" | ")
          .append(count(comparison.tokens() - comparison.asWritten()))
          .append(" | 0 |\n");
    }
    section.append(
        "\n| notation | theirs | Sluice's, as the plugin's | names concerned |\n|---|---|---|---|\n");
    for (Notation notation : Notation.values()) {
      List<String> names = new ArrayList<>();
      for (Comparison comparison : comparisons) {
        Map<Notation, Set<String>> by = comparison.namesByNotation();
        if (by.containsKey(notation)) {
          Set<String> concerned = by.getOrDefault(notation, Set.of());
          names.add("`" + comparison.engine() + "`: " + listed(concerned));
        }
      }
      section
          .append("| ")
          .append(notation.id())
          .append(" | ")
          .append(notation.theirs())
          .append(" | ")
          .append(notation.ours())
          .append(" | ")
          .append(String.join("; ", names))
          .append(" |\n");
    }
    return section.toString();
  }

  private static String listed(Set<String> names) {
    String listed = String.join(", ", names.stream().limit(NAMES_LISTED_MAX).toList());
    int more = names.size() - NAMES_LISTED_MAX;
    return more > 0 ? listed + " and " + more + " more" : listed;
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(int part, int whole) {
    return String.format(Locale.ROOT, "%.2f %%", 100.0 * part / whole);
  }
}
