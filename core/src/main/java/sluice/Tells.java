package sluice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.finding.NearestTokens;
import sluice.finding.NodeLines;
import sluice.resolve.ResolvedToken;
import sluice.usage.TokenUsage;

/// What a run is asked to tell of nodes.
///
/// @param kind what lines say
/// @param untokenised whether values without a token are told
/// @param usage is given the tokens of the run, or null
record Tells(NodeLines.Kind kind, boolean untokenised, @Nullable TokenUsage usage) {
  /// A change set.
  static final Tells CHANGES = new Tells(NodeLines.Kind.CHANGES, false, null);

  /// What is needed for it, now that the tokens are known.
  ///
  /// @param values the tokens by file of an archive, under the empty name for a document without
  ///   files
  NodeLines lines(Map<String, TokenValues> values) {
    if (kind == NodeLines.Kind.CHANGES) {
      return NodeLines.CHANGES;
    }
    IdentityHashMap<TokenValues, NearestTokens> made = new IdentityHashMap<>();
    Map<String, NearestTokens> nearest = new HashMap<>();
    for (Map.Entry<String, TokenValues> file : values.entrySet()) {
      List<ResolvedToken> listed = listed(file.getValue());
      if (usage != null) {
        usage.library(listed);
      }
      if (untokenised) {
        // Files of one archive often share a library.
        nearest.put(
            file.getKey(),
            made.computeIfAbsent(
                file.getValue(), some -> new NearestTokens(listed, some.baseFontSizePx())));
      }
    }
    NearestTokens none = new NearestTokens(List.of(), 1);
    return new NodeLines(kind, untokenised ? file -> nearest.getOrDefault(file, none) : null);
  }

  private static List<ResolvedToken> listed(TokenValues values) {
    List<ResolvedToken> listed = new ArrayList<>();
    for (ResolvedToken token : values.resolved().all()) {
      if (values.isListed(token)) {
        listed.add(token);
      }
    }
    return listed;
  }
}
