package sluice.format.figma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedTokenReader;
import sluice.apply.KeyProblem;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.discover.CombinationTable;
import sluice.finding.NodeLines;
import sluice.format.figma.property.ApplySettings;
import sluice.format.figma.property.FigmaField;
import sluice.format.figma.property.MissingTokens;
import sluice.format.figma.property.PropertyFamily;
import sluice.format.figma.property.StoredTokens;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.Severity;
import sluice.report.gather.Change;
import sluice.report.gather.KnownChanges;
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
  private static final int OUTCOMES_AT_START = 8;

  private final String document;
  private final ResolvedTokens tokens;
  private final ApplySettings settings;
  private final boolean splices;
  private final @Nullable KnownChanges looks;
  private final @Nullable NodeLines lines;

  /// The same, or null where lines tell no changes.
  private final @Nullable NodeLines changeLines;

  private final @Nullable SourceBytes source;
  private final MissingTokens missingTokens;
  private final CombinationTable<Combination> combinations;
  private final OutcomeMemo memo;

  /// @param writes whether a document is written
  /// @param lines what is told of nodes, or null
  /// @param source the document at any place, for the change set; null when there is none to write
  /// @param looks whether what changes look like is asked for
  NodeWork(
      String document,
      ResolvedTokens tokens,
      List<String> sets,
      ApplySettings settings,
      boolean writes,
      @Nullable NodeLines lines,
      @Nullable SourceBytes source,
      boolean looks,
      int combinationsMax,
      boolean remembersOutcomes) {
    this.document = document;
    this.tokens = tokens;
    this.settings = settings;
    // A change set says how to take splices back, and a report draws parts of the document again.
    this.splices = writes || looks || (lines != null && lines.kind() == NodeLines.Kind.CHANGES);
    this.lines = lines;
    this.changeLines = lines != null && lines.tellsChanges() ? lines : null;
    this.source = source;
    this.looks = looks ? new KnownChanges() : null;
    this.missingTokens = new MissingTokens(tokens, sets);
    this.combinations = new CombinationTable<>(combinationsMax);
    this.memo = new OutcomeMemo(remembersOutcomes);
  }

  /// The same work with the same tables for another document, telling nothing.
  private NodeWork(NodeWork other) {
    this.document = other.document;
    this.tokens = other.tokens;
    this.settings = other.settings;
    this.splices = other.splices;
    this.looks = other.looks;
    this.lines = null;
    this.changeLines = other.changeLines;
    this.source = null;
    this.missingTokens = other.missingTokens;
    this.combinations = other.combinations;
    this.memo = other.memo;
  }

  /// The same work for a part of the document that lies elsewhere now; outcomes are shared, lines
  /// are not told. Only where what changes look like is asked for.
  NodeWork again() {
    return new NodeWork(this);
  }

  /// Combinations met.
  long combinationCount() {
    return combinations.size();
  }

  void work(FigmaChunk chunk) {
    if (chunk.recordCount() == 0) {
      return;
    }
    CurrentNode current = new CurrentNode(chunk);
    for (int i = 0; i < chunk.recordCount(); i++) {
      NodeRecord node = chunk.record(i);
      node.spliceFrom = node.spliceHeadEnd = node.spliceTo = chunk.splices.count();
      node.lineFrom = node.lineTo = chunk.changeLines.count();
      if (node.kind == NodeRecord.Kind.NODE) {
        current.work(node);
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
      if (node.kind == NodeRecord.Kind.NODE
          && node.bearsTokens()
          && !node.tooLarge
          && !node.dataMalformed) {
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
    if (NodeTypeNames.find(bytes, node.typeFrom, node.typeTo) != NodeTypeNames.TEXT) {
      return;
    }
    CombinationTable.Found<Combination> found =
        combinations.get(
            bytes, node.tokensFrom, node.tokensTo, () -> workOut(bytes, node.tokensFrom));
    FieldTable fields = node.fields;
    for (PropertyFamily family : found.value().kind(NodeTypeNames.TEXT, false).all()) {
      families.addAll(
          family.fontFamilies(() -> {
            int row = fields.find(FigmaField.STYLE.ordinal());
            return row < 0 ? null : JsonTree.read(bytes, fields.textFrom(row));
          }));
    }
  }

  private Combination workOut(byte[] bytes, int from) {
    AppliedTokenReader.Found found = StoredTokens.read(JsonTree.read(bytes, from));
    NodeTokens said = NodeTokens.of(found.applied(), tokens);
    return new Combination(found.applied(), found.malformed(), said, settings);
  }

  /// The work on one node of a chunk after the other.
  private final class CurrentNode {
    private final FigmaChunk chunk;
    private final byte[] bytes;
    private final NodeFacts facts;
    private final LineText text;
    private final MemoKey key = new MemoKey(changeLines != null);
    private NodeRecord node;
    private @Nullable Combination combination;
    private int type;
    private boolean hindered;
    private Outcome[] outcomes = new Outcome[OUTCOMES_AT_START];
    private int outcomeCount;

    CurrentNode(FigmaChunk chunk) {
      this.chunk = chunk;
      this.bytes = chunk.bytes.bytes();
      this.node = chunk.record(0);
      this.facts = new NodeFacts(bytes, node);
      this.text = new LineText(chunk, lines, new NodeUndo(chunk.splices, source));
    }

    void work(NodeRecord next) {
      node = next;
      combination = null;
      hindered = false;
      outcomeCount = 0;
      type = NodeTypeNames.find(bytes, node.typeFrom, node.typeTo);
      boolean bears = node.bearsTokens();
      if (!NodeTypeNames.isTokenBearing(type)
          && !(node.selected && type == NodeTypeNames.SECTION)) {
        chunk.nodesSkipped += bears ? 1 : 0;
        return;
      }
      text.turnTo(node);
      facts.turnTo(node, NodeTypeNames.name(type));
      if (bears) {
        decide();
      }
      if (text.wantsUntokenised() && !node.tooLarge) {
        text.untokenised(facts, combination == null ? null : combination.tokens());
      }
      text.end();
    }

    private void decide() {
      if (node.tooLarge) {
        fail(
            ProblemCode.LIMIT_EXCEEDED,
            "the node's own fields are too large",
            "they take more than %,d bytes".formatted(FigmaReader.CAPTURE_SIZE_BYTES_MAX),
            "shorten its text, or take its tokens off; it is left as it is, and only it");
        return;
      }
      if (node.dataMalformed) {
        fail(
            ProblemCode.PLUGIN_DATA_MALFORMED,
            "the node's plugin data is malformed",
            "\"sharedPluginData\" and its \"tokens\" must be objects",
            "the node is left as it is; the others are not affected");
        return;
      }
      try {
        apply();
      } catch (JsonTree.TooDeepException e) {
        fail(
            ProblemCode.LIMIT_EXCEEDED,
            "a field of the node is nested too deeply",
            "it is nested deeper than " + JsonTree.NESTING_MAX,
            "take its tokens off, or find out what wrote it; it is left as it is, and only it");
      }
    }

    private void apply() {
      Combination taken = combination();
      combination = taken;
      text.carries(taken.applied());
      decide(taken.kind(type, isPartOfInstance()));
      if (!taken.isSilent()) {
        reportCombination(taken);
      }
      int changes = 0;
      for (int i = 0; i < outcomeCount; i++) {
        changes += outcomes[i].changeCount();
        if (!outcomes[i].reports().isEmpty()) {
          report(outcomes[i]);
        }
      }
      if (changes > 0) {
        write(taken);
        if (looks != null) {
          look();
        }
        chunk.nodesChanged++;
        chunk.changeCount += changes;
      } else if (!taken.malformed().isEmpty()) {
        chunk.nodesFailed++;
      } else if (hindered) {
        chunk.nodesSkipped++;
      } else {
        chunk.nodesUnchanged++;
      }
    }

    /// Whether the node's id begins with `I`; it may be written with escapes.
    private boolean isPartOfInstance() {
      if (node.idTo <= node.idFrom) {
        return false;
      }
      byte first = bytes[node.idFrom];
      return first == 'I'
          || (first == '\\' && JsonText.decode(bytes, node.idFrom, node.idTo).startsWith("I"));
    }

    private Combination combination() {
      int from = node.tokensFrom;
      Combination known = combinations.find(bytes, from, node.tokensTo);
      boolean metBefore = known != null;
      if (known == null) {
        CombinationTable.Found<Combination> found =
            combinations.get(bytes, from, node.tokensTo, () -> workOut(bytes, from));
        known = found.value();
        metBefore = found.known();
      }
      boolean onlyForFonts = settings.fonts().fetches() && known.firstUse();
      if (metBefore && !onlyForFonts) {
        chunk.cacheHits++;
      } else {
        chunk.cacheMisses++;
      }
      return known;
    }

    private void decide(NodeKind kind) {
      long patched = 0;
      boolean apart = true;
      for (int i = 0; i < kind.repeatableCount(); i++) {
        Outcome outcome = remembered(kind.repeatable(i));
        apart &= (patched & outcome.patched()) == 0;
        patched |= outcome.patched();
        add(outcome);
      }
      if (!kind.unique().isEmpty()) {
        Outcome outcome = outcome(kind.unique(), kind.uniqueReads());
        apart &= (patched & outcome.patched()) == 0;
        add(outcome);
      }
      if (!apart) {
        // Several touch members of one field: worked out together, they become one patch.
        outcomeCount = 0;
        add(outcome(kind.all(), kind.allReads()));
      }
    }

    private void add(Outcome outcome) {
      if (outcomeCount == outcomes.length) {
        outcomes = Arrays.copyOf(outcomes, outcomeCount * 2);
      }
      outcomes[outcomeCount++] = outcome;
    }

    private Outcome remembered(MemoFamily family) {
      if (!key.turnTo(family, node.fields, bytes)) {
        return outcome(family.alone(), family.reads());
      }
      Outcome known = memo.find(family, key);
      if (known == null) {
        known = outcome(family.alone(), family.reads());
        memo.keep(family, key, known);
      }
      return known;
    }

    private Outcome outcome(List<PropertyFamily> families, long reads) {
      facts.checkDepth(reads);
      return Outcome.of(families, facts, node.fields, bytes, splices, changeLines, looks);
    }

    private void report(Outcome outcome) {
      for (Outcome.Report report : outcome.reports()) {
        problem(report.key(), report.problem());
      }
    }

    private void reportCombination(Combination taken) {
      for (String key : taken.malformed()) {
        report(
            ProblemCode.PLUGIN_DATA_MALFORMED,
            key,
            "the token stored for \"" + key + "\" cannot be read",
            "the stored text is neither JSON text nor the word none",
            "apply the token again in the plugin, or remove it there");
      }
      for (AppliedToken missing : taken.tokens().missing()) {
        hindered = true;
        tell(
            ProblemCode.TOKEN_MISSING,
            missing.property(),
            () -> missingTokens.problem(missing.token()));
      }
      for (KeyProblem problem : taken.tokens().problems()) {
        problem(problem.key(), problem.problem());
      }
    }

    private void problem(PropertyKey key, Problem problem) {
      hindered |= problem.code().severity() != Severity.INFO;
      tell(problem.code(), key.storedName(), () -> problem);
    }

    private void write(Combination taken) {
      if (splices) {
        NodeSplices.write(node, outcomes, outcomeCount, chunk.splices);
      }
      text.changed(taken.applied(), Arrays.asList(outcomes).subList(0, outcomeCount));
    }

    /// What a report wants to know of the changes.
    private void look() {
      List<Change> changes = List.of();
      for (int i = 0; i < outcomeCount; i++) {
        List<Change> some = outcomes[i].changes();
        if (changes.isEmpty()) {
          changes = some;
        } else if (!some.isEmpty()) {
          List<Change> joined = new ArrayList<>(changes);
          joined.addAll(some);
          changes = joined;
        }
      }
      node.changes = changes;
      node.counts = true;
      node.area = area();
    }

    private double area() {
      int row = node.fields.find(FigmaField.ABSOLUTE_BOUNDING_BOX.ordinal());
      NodeBox box = row < 0 ? NodeBox.UNKNOWN : NodeBox.of(bytes, node.fields.textFrom(row));
      return box.isKnown() ? Math.max(1, box.width() * box.height()) : 1;
    }

    private void fail(ProblemCode code, String what, String why, String help) {
      chunk.nodesFailed++;
      report(code, null, what, why, help);
    }

    private void report(
        ProblemCode code, @Nullable String key, String what, String why, String help) {
      tell(code, key, () -> new Problem(code, what, null, why, help));
    }

    /// Counts a problem and tells it in the node's lines; it is only made where somebody reads it.
    private void tell(ProblemCode code, @Nullable String key, Supplier<Problem> problem) {
      chunk.problems.add(code, () -> problem.get().at(place(key)));
      if (text.tellsProblems()) {
        text.broken(key, combination, problem.get());
      }
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
