package sluice.format.figma;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedTokenReader;
import sluice.apply.KeyProblem;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.discover.CombinationTable;
import sluice.format.figma.property.ApplySettings;
import sluice.format.figma.property.FigmaField;
import sluice.format.figma.property.FigmaNode;
import sluice.format.figma.property.NodeTypes;
import sluice.format.figma.property.ParentFacts;
import sluice.format.figma.property.PropertyFamily;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.Severity;
import sluice.resolve.ResolvedTokens;
import sluice.token.AppliedToken;

/// Decides what changes on the nodes of a chunk and renders it. Depends on nothing but the chunk
/// and the resolved tokens; safe for use by several threads, each with its own chunk.
///
/// Every node that carries tokens ends as exactly one of *changed* (something is written),
/// *unchanged* (everything already is as the tokens say), *skipped* (nothing could be applied, and
/// the problems say why; or its type or the run's scope leaves it out) and *failed* (its own data
/// cannot be read).
final class NodeWork {
  private static final String SECTION = "SECTION";
  private static final String TEXT = "TEXT";
  private static final FigmaField[] FIELDS = FigmaField.values();

  private final String document;
  private final ResolvedTokens tokens;
  private final ApplySettings settings;
  private final boolean withChanges;
  private final MissingTokens missingTokens;
  private final CombinationTable<Combination> combinations;
  private final OutcomeMemo memo;

  NodeWork(
      String document,
      ResolvedTokens tokens,
      List<String> sets,
      ApplySettings settings,
      boolean withChanges,
      int combinationsMax,
      boolean remembersOutcomes) {
    this.document = document;
    this.tokens = tokens;
    this.settings = settings;
    this.withChanges = withChanges;
    this.missingTokens = new MissingTokens(tokens, sets);
    this.combinations = new CombinationTable<>(combinationsMax);
    this.memo = new OutcomeMemo(remembersOutcomes);
  }

  /// Combinations met.
  long combinationCount() {
    return combinations.size();
  }

  void work(FigmaChunk chunk) {
    for (int i = 0; i < chunk.recordCount(); i++) {
      NodeRecord node = chunk.record(i);
      node.spliceFrom = node.spliceHeadEnd = node.spliceTo = chunk.splices.count();
      node.lineFrom = node.lineTo = chunk.changeLines.count();
      if (node.kind == NodeRecord.Kind.NODE) {
        new OneNode(chunk, node).run();
      }
    }
  }

  /// Has the fonts fetched that the texts of a chunk may ask for. Does nothing when the catalogue
  /// has them at hand.
  void fetchFonts(FigmaChunk chunk) {
    if (!settings.fonts().fetches()) {
      return;
    }
    Set<String> families = new LinkedHashSet<>();
    for (int i = 0; i < chunk.recordCount(); i++) {
      NodeRecord node = chunk.record(i);
      if (node.kind == NodeRecord.Kind.NODE && !node.tooLarge && !node.dataMalformed) {
        try {
          addFonts(node, chunk.bytes.bytes(), families);
        } catch (JsonTree.TooDeepException _) {
          // The work on the node will say so.
        }
      }
    }
    settings.fonts().fetch(families);
  }

  private void addFonts(NodeRecord node, byte[] bytes, Set<String> families) {
    if (!NodeTypeNames.of(bytes, node.typeFrom, node.typeTo).equals(TEXT)) {
      return;
    }
    CombinationTable.Found<Combination> found =
        combinations.get(
            bytes, node.tokensFrom, node.tokensTo, () -> workOut(bytes, node.tokensFrom));
    FieldTable fields = node.fields;
    for (PropertyFamily family : found.value().kind(TEXT, false).all()) {
      families.addAll(
          family.fontFamilies(() -> {
            for (int row = 0; row < fields.count(); row++) {
              if (fields.field(row) == FigmaField.STYLE.ordinal()) {
                return JsonTree.read(bytes, fields.textFrom(row));
              }
            }
            return null;
          }));
    }
  }

  private Combination workOut(byte[] bytes, int from) {
    Map<String, String> stored = new LinkedHashMap<>();
    List<String> malformed = new ArrayList<>();
    if (JsonTree.read(bytes, from) instanceof JsonValue.Obj entries) {
      for (Map.Entry<String, JsonValue> entry : entries.members().entrySet()) {
        if (entry.getValue() instanceof JsonValue.Str(String text)) {
          stored.put(entry.getKey(), text);
        } else if (PropertyKey.of(entry.getKey()) != null) {
          malformed.add(entry.getKey());
        }
      }
    }
    AppliedTokenReader.Found found = AppliedTokenReader.read(stored);
    malformed.addAll(found.malformed());
    NodeTokens said = NodeTokens.of(found.applied(), tokens);
    return new Combination(found.applied(), malformed, said, settings);
  }

  /// The work on one node of a chunk.
  private final class OneNode {
    private final FigmaChunk chunk;
    private final NodeRecord node;
    private final byte[] bytes;
    private final List<Outcome> outcomes = new ArrayList<>(2);
    private boolean hindered;

    OneNode(FigmaChunk chunk, NodeRecord node) {
      this.chunk = chunk;
      this.node = node;
      this.bytes = chunk.bytes.bytes();
    }

    void run() {
      String type = NodeTypeNames.of(bytes, node.typeFrom, node.typeTo);
      if (!NodeTypes.isTokenBearing(type) && !(node.selected && type.equals(SECTION))) {
        chunk.nodesSkipped++;
        return;
      }
      if (node.tooLarge) {
        fail(
            ProblemCode.LIMIT_EXCEEDED,
            "the node's own fields are too large",
            "they take more than %,d bytes".formatted(FigmaReader.CAPTURE_SIZE_BYTES_MAX));
        return;
      }
      if (node.dataMalformed) {
        fail(
            ProblemCode.PLUGIN_DATA_MALFORMED,
            "the node's plugin data is malformed",
            "\"sharedPluginData\" and its \"tokens\" must be objects");
        return;
      }
      try {
        apply(type);
      } catch (JsonTree.TooDeepException e) {
        fail(
            ProblemCode.LIMIT_EXCEEDED,
            "a field of the node is nested too deeply",
            "it is nested deeper than " + JsonTree.NESTING_MAX);
      }
    }

    private void apply(String type) {
      CombinationTable.Found<Combination> found =
          combinations.get(
              bytes, node.tokensFrom, node.tokensTo, () -> workOut(bytes, node.tokensFrom));
      Combination combination = found.value();
      boolean fetched = settings.fonts().fetches() && combination.firstUse();
      if (found.known() && !fetched) {
        chunk.cacheHits++;
      } else {
        chunk.cacheMisses++;
      }
      boolean partOfInstance = node.idTo > node.idFrom && bytes[node.idFrom] == 'I';
      decide(combination.kind(type, partOfInstance), type, partOfInstance);
      reportCombination(combination);
      int changes = 0;
      for (Outcome outcome : outcomes) {
        changes += outcome.changeCount();
        for (Outcome.Report report : outcome.reports()) {
          problem(report.key(), report.problem());
        }
      }
      if (changes > 0) {
        write(combination);
        chunk.nodesChanged++;
        chunk.changeCount += changes;
      } else if (!combination.malformed().isEmpty()) {
        chunk.nodesFailed++;
      } else if (hindered) {
        chunk.nodesSkipped++;
      } else {
        chunk.nodesUnchanged++;
      }
    }

    private void decide(NodeKind kind, String type, boolean partOfInstance) {
      long patched = 0;
      boolean apart = true;
      List<PropertyFamily> repeatable = kind.repeatable();
      for (int i = 0; i < repeatable.size(); i++) {
        Outcome outcome = remembered(repeatable.get(i), type, partOfInstance);
        apart &= (patched & outcome.patched()) == 0;
        patched |= outcome.patched();
        outcomes.add(outcome);
      }
      if (!kind.unique().isEmpty()) {
        Outcome outcome = outcome(kind.unique(), type, partOfInstance);
        apart &= (patched & outcome.patched()) == 0;
        outcomes.add(outcome);
      }
      if (!apart) {
        // Several touch members of one field: worked out together, they become one patch.
        outcomes.clear();
        outcomes.add(outcome(kind.all(), type, partOfInstance));
      }
    }

    private Outcome remembered(PropertyFamily family, String type, boolean partOfInstance) {
      int hash = memo.hash(family, node.fields, bytes);
      Outcome known = memo.find(family, hash, node.fields, bytes);
      if (known == null) {
        known = outcome(List.of(family), type, partOfInstance);
        memo.keep(family, hash, node.fields, bytes, known);
      }
      return known;
    }

    private Outcome outcome(List<PropertyFamily> families, String type, boolean partOfInstance) {
      FigmaNode facts = facts(type, partOfInstance, families);
      return Outcome.of(families, facts, node.fields, bytes, withChanges);
    }

    private void reportCombination(Combination combination) {
      for (String key : combination.malformed()) {
        report(
            ProblemCode.PLUGIN_DATA_MALFORMED,
            key,
            "the token stored for \"" + key + "\" cannot be read",
            "the stored text is neither JSON text nor the word none",
            "apply the token again in the plugin, or remove it there");
      }
      for (AppliedToken missing : combination.tokens().missing()) {
        hindered = true;
        chunk.problems.add(
            ProblemCode.TOKEN_MISSING,
            () -> missingTokens.problem(missing.token()).at(place(missing.property())));
      }
      for (KeyProblem problem : combination.tokens().problems()) {
        problem(problem.key(), problem.problem());
      }
    }

    private void problem(PropertyKey key, Problem problem) {
      hindered |= problem.code().severity() != Severity.INFO;
      chunk.problems.add(problem.code(), () -> problem.at(place(key.storedName())));
    }

    private FigmaNode facts(String type, boolean partOfInstance, List<PropertyFamily> families) {
      long reads = 0;
      boolean readsParent = false;
      for (PropertyFamily family : families) {
        reads |= family.reads();
        readsParent |= family.readsParent();
      }
      Map<FigmaField, JsonValue> values = new EnumMap<>(FigmaField.class);
      FieldTable fields = node.fields;
      for (int row = 0; row < fields.count(); row++) {
        if ((reads & 1L << fields.field(row)) != 0) {
          values.put(FIELDS[fields.field(row)], JsonTree.read(bytes, fields.textFrom(row)));
        }
      }
      return new FigmaNode(type, partOfInstance, readsParent ? parent() : null, values);
    }

    private @Nullable ParentFacts parent() {
      return node.hasParent ? new ParentSoFar(node, bytes) : null;
    }

    private void write(Combination combination) {
      List<FieldPatch> patches = outcomes.get(0).patches();
      if (outcomes.size() > 1) {
        patches = new ArrayList<>();
        for (Outcome outcome : outcomes) {
          patches.addAll(outcome.patches());
        }
      }
      NodeSplices.write(node, patches, chunk.splices);
      if (withChanges) {
        String line = ChangeLine.of(node, bytes, combination.applied(), outcomes);
        chunk.changeLines.add(node.offset, 0, line.getBytes(StandardCharsets.UTF_8));
        node.lineTo = chunk.changeLines.count();
      }
    }

    private void fail(ProblemCode code, String what, String why) {
      chunk.nodesFailed++;
      report(code, null, what, why, "the node is left as it is; the others are not affected");
    }

    private void report(
        ProblemCode code, @Nullable String key, String what, String why, String help) {
      chunk.problems.add(code, () -> new Problem(code, what, place(key), why, help));
    }

    private Location place(@Nullable String key) {
      return new Location.InNode(
          document,
          decoded(ChangeLine.text(bytes, node.idFrom, node.idTo)),
          decoded(ChangeLine.path(node, bytes)),
          key,
          node.offset,
          ChangeLine.text(bytes, node.pointerFrom, node.pointerTo));
    }

    private static String decoded(String written) {
      return JsonText.decode(written);
    }
  }
}
