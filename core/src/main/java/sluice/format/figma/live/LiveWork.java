package sluice.format.figma.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedTokenReader;
import sluice.apply.KeyProblem;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.discover.CombinationTable;
import sluice.format.figma.live.LiveDecision.End;
import sluice.format.figma.property.ApplySettings;
import sluice.format.figma.property.Edit;
import sluice.format.figma.property.EditSink;
import sluice.format.figma.property.MissingTokens;
import sluice.format.figma.property.NodeTypes;
import sluice.format.figma.property.StoredTokens;
import sluice.json.JsonValue;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.Severity;
import sluice.resolve.ResolvedTokens;
import sluice.token.AppliedToken;

/// Decides nodes of an open file. Depends on nothing but the node and the resolved tokens; keeps
/// lists of tokens that were worked out, never nodes. Safe for use by several threads.
public final class LiveWork {
  private final ResolvedTokens tokens;
  private final ApplySettings settings;
  private final MissingTokens missingTokens;
  private final CombinationTable<LiveCombination> combinations =
      new CombinationTable<>(CombinationTable.ENTRIES_MAX);

  /// Work with the tokens of one run.
  ///
  /// @param sets the sets the tokens come from, lowest priority first, for what is told of missing
  ///   ones
  /// @param settings how tokens are applied, in whichever terms
  public LiveWork(ResolvedTokens tokens, List<String> sets, ApplySettings settings) {
    this.tokens = tokens;
    this.settings = settings.inPluginTerms();
    this.missingTokens = new MissingTokens(tokens, sets);
  }

  /// Decides one node.
  public LiveDecision decide(LiveNode node) {
    return new Decision(node).made();
  }

  private LiveCombination combination(JsonValue.Obj data) {
    byte[] key = LiveCombination.key(data);
    return combinations.get(key, 0, key.length, () -> workOut(data)).value();
  }

  private LiveCombination workOut(JsonValue.Obj data) {
    AppliedTokenReader.Found found = StoredTokens.read(data);
    return new LiveCombination(found, NodeTokens.of(found.applied(), tokens), settings);
  }

  /// The work on one node.
  private final class Decision implements EditSink {
    private final LiveNode node;
    private final List<Edit> edits = new ArrayList<>(4);
    private final List<Problem> problems = new ArrayList<>(0);

    Decision(LiveNode node) {
      this.node = node;
    }

    LiveDecision made() {
      String type = LiveFacts.restType(node.type());
      if (!NodeTypes.isTokenBearing(type)) {
        return end(End.SKIPPED);
      }
      List<String> unreadable = LiveFacts.malformed(node.current());
      if (!unreadable.isEmpty()) {
        for (String field : unreadable) {
          report(
              field,
              Problem.of(
                      ProblemCode.PLUGIN_DATA_MALFORMED,
                      "the value of \"" + field + "\" is nothing that the field can have")
                  .because("the plugin sent something else than the Plugin API has there")
                  .advising("the layer is left as it is; update the plugin"));
        }
        return end(End.FAILED);
      }
      LiveCombination combination = combination(node.data());
      reportTokens(combination);
      combination.plan(type, node.partOfInstance()).apply(new LiveFacts(node), this);
      boolean hindered = isHindered();
      PatchMaker maker = new PatchMaker(node.current(), edits);
      if (maker.isEmpty()) {
        return end(
            !combination.malformed().isEmpty()
                ? End.FAILED
                : hindered ? End.SKIPPED : End.UNCHANGED);
      }
      LivePatch patch = maker.patch();
      maker.problems().forEach((field, problem) -> report(field, problem));
      return new LiveDecision(End.CHANGED, patch, maker.changes(), problems);
    }

    private LiveDecision end(End end) {
      return new LiveDecision(end, null, List.of(), problems);
    }

    /// Whether anything told so far kept a token from being applied.
    private boolean isHindered() {
      for (Problem problem : problems) {
        if (problem.code().severity() != Severity.INFO) {
          return true;
        }
      }
      return false;
    }

    private void reportTokens(LiveCombination combination) {
      for (String key : combination.malformed()) {
        report(
            key,
            Problem.of(
                    ProblemCode.PLUGIN_DATA_MALFORMED,
                    "the token stored for \"" + key + "\" cannot be read")
                .because("the stored text is neither JSON text nor the word none")
                .advising("apply the token again in the plugin, or remove it there"));
      }
      for (AppliedToken missing : combination.tokens().missing()) {
        report(missing.property(), missingTokens.problem(missing.token()));
      }
      for (KeyProblem problem : combination.tokens().problems()) {
        report(problem.key().storedName(), problem.problem());
      }
    }

    /// A field that isn't told is one the node doesn't have; tokens for it do nothing.
    @Override
    public void edit(Edit edit) {
      LiveField field = LiveField.written(edit);
      if (field == null || field.isWholeOfParts() || node.current().find(field.fieldName()) >= 0) {
        edits.add(edit);
      }
    }

    /// Layout that is still to come is nothing to tell: Figma does it at once in an open file.
    @Override
    public void problem(PropertyKey key, Problem problem) {
      if (problem.code() != ProblemCode.LAYOUT_PENDING) {
        report(key.storedName(), problem);
      }
    }

    private void report(@Nullable String property, Problem problem) {
      problems.add(problem.at(new Location.InLayer(node.id(), node.name(), property)));
    }
  }
}
