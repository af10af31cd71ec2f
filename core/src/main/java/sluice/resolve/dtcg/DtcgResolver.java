package sluice.resolve.dtcg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.ThemeSelection;
import sluice.token.Dialect;
import sluice.token.SetStatus;
import sluice.token.Token;
import sluice.token.TokenValue;
import sluice.token.dtcg.DtcgLayer;
import sluice.token.dtcg.DtcgLibrary;
import sluice.token.dtcg.LocatedJson;

/// A DTCG library under one selection to values.
///
/// The order of the work is that of the report: sources are laid over each other, `$extends` is
/// applied, and only then types and references are looked at, in the finished tree. A value has its
/// references resolved and is otherwise as written. A token without a value keeps what is written
/// and carries the reason; the others are not touched by it.
public final class DtcgResolver {
  private DtcgResolver() {}

  /// Resolves the layers whose sets count.
  ///
  /// @throws sluice.problem.SluiceException `limit-exceeded` when `$extends` makes more tokens or
  ///   deeper groups than are allowed
  public static DtcgResolution resolve(DtcgLibrary library, ThemeSelection selection) {
    return resolve(library, selection, null);
  }

  /// The same with what is known of other selections of the library, which changes no result.
  ///
  /// @param known is given what is worth knowing for further ones; null for none
  static DtcgResolution resolve(
      DtcgLibrary library, ThemeSelection selection, @Nullable KnownTokens known) {
    SourceTree tree = new SourceTree();
    for (DtcgLayer layer : library.layers()) {
      if (selection.statuses().get(layer.set()) == SetStatus.ENABLED) {
        tree.add(layer);
      }
    }
    List<Problem> problems = new ArrayList<>();
    GroupExtension.apply(tree, problems);
    List<Entry> tokens = new ArrayList<>();
    collect(tree.root(), tokens);
    if (known != null) {
      known.recall(tree.root(), tokens);
    }
    DtcgRun run = new DtcgRun(tree.root());
    List<ResolvedToken> resolved = new ArrayList<>(tokens.size());
    Map<String, DtcgRemarks> remarks = new LinkedHashMap<>();
    for (Entry token : tokens) {
      run.resolve(token);
      ResolvedToken result = token.result;
      if (result == null) {
        result = resolved(token);
        token.result = result;
        token.remarks = remarks(token);
      }
      resolved.add(result);
      if (token.remarks != null) {
        remarks.put(result.name(), token.remarks);
      }
    }
    if (known != null) {
      if (!run.isFarFromLimits()) {
        // What was recalled was not counted, so that a limit might be met here and not there.
        return resolve(library, selection, null);
      }
      known.keep(tree.root(), tokens);
    }
    return new DtcgResolution(new ResolvedTokens(resolved), remarks, problems);
  }

  private static @Nullable DtcgRemarks remarks(Entry token) {
    LocatedJson deprecated = token.deprecated();
    LocatedJson extensions = token.properties.get("$extensions");
    return deprecated == null && extensions == null
        ? null
        : new DtcgRemarks(written(deprecated), written(extensions));
  }

  private static @Nullable TokenValue written(@Nullable LocatedJson json) {
    return json == null ? null : Json.asWritten(json);
  }

  /// The tokens of a tree in its order. Depth is bounded where files are read and where `$extends`
  /// is applied.
  private static void collect(Entry group, List<Entry> tokens) {
    for (Entry child : group.children.values()) {
      if (child.kind == Entry.Kind.GROUP) {
        collect(child, tokens);
      } else {
        tokens.add(child);
      }
    }
  }

  private static ResolvedToken resolved(Entry entry) {
    TokenValue raw = raw(entry);
    Token token =
        new Token(
            entry.path(),
            entry.type == null ? entry.text("$type") : entry.type.text(),
            raw,
            entry.text("$description"),
            null,
            entry.set,
            entry.at);
    if (entry.failure != null || entry.value == null) {
      return new ResolvedToken(token, raw, true, null, entry.failure, Dialect.DTCG);
    }
    boolean isComposite = raw instanceof TokenValue.Many || raw instanceof TokenValue.Parts;
    return new ResolvedToken(
        token, entry.value, false, isComposite ? raw : null, entry.doubt, Dialect.DTCG);
  }

  private static TokenValue raw(Entry entry) {
    LocatedJson value = entry.properties.get("$value");
    if (value != null) {
      return Json.asWritten(value);
    }
    LocatedJson reference = entry.properties.get("$ref");
    return reference == null
        ? new TokenValue.Nothing()
        : new TokenValue.Parts(Map.of("$ref", Json.asWritten(reference)));
  }
}
