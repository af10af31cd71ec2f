package sluice.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.SetStatus;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;

/// A library made ready to be merged under one choice of themes after the other (Tokens Studio,
/// merging). The same two composites always merge into the same declaration, so that what it came
/// to can be found again.
final class SetMerge {
  /// Merged composites kept; further ones are made anew each time, and nothing is kept for them.
  static final int COMPOSITES_MAX = 100_000;

  private static final Declaration[] NO_TOKENS = {};

  private record Pair(Declaration earlier, Declaration later) {}

  private final NameIndex names;
  private final Map<String, Declaration[]> sets;
  private final Map<Pair, Declaration> composites = new HashMap<>();

  SetMerge(TokenLibrary library) {
    int tokenCount = 0;
    for (TokenSet set : library.sets()) {
      tokenCount += set.tokens().size();
    }
    names = new NameIndex(tokenCount);
    sets = HashMap.newHashMap(library.sets().size());
    for (TokenSet set : library.sets()) {
      Declaration[] declared = new Declaration[set.tokens().size()];
      for (int i = 0; i < declared.length; i++) {
        Token token = set.tokens().get(i);
        Token typed = token.type() == null ? token.withType(TypeFromName.of(token.name())) : token;
        declared[i] = new Declaration(typed, names.add(token.name()));
      }
      sets.put(set.name(), declared);
    }
  }

  /// The tokens under a choice, one for each name, in order of first occurrence.
  ///
  /// Of two tokens with one name the one of the later set counts, whole; only two composites from
  /// sets that both count merge, part by part. A token without a type gets one from its first name
  /// segment.
  Declarations under(ThemeSelection selection) {
    @Nullable Declaration[] declared = new Declaration[names.size()];
    boolean[] isUsed = new boolean[names.size()];
    int[] order = new int[names.size()];
    int count = 0;
    for (String set : selection.order()) {
      boolean counts =
          selection.statuses().getOrDefault(set, SetStatus.DISABLED) != SetStatus.DISABLED;
      for (Declaration declaration : sets.getOrDefault(set, NO_TOKENS)) {
        int number = declaration.number();
        Declaration earlier = declared[number];
        if (earlier == null) {
          order[count++] = number;
        }
        declared[number] =
            earlier != null && counts && isUsed[number]
                ? merged(earlier, declaration)
                : declaration;
        isUsed[number] = counts;
      }
    }
    List<Declaration> inOrder = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Declaration declaration = declared[order[i]];
      if (declaration != null) {
        inOrder.add(declaration);
      }
    }
    return new Declarations(names, inOrder);
  }

  private Declaration merged(Declaration earlier, Declaration later) {
    if (!(later.token().value() instanceof TokenValue.Parts(Map<String, TokenValue> parts))
        || !(earlier.token().value()
            instanceof TokenValue.Parts(Map<String, TokenValue> earlierParts))) {
      return later;
    }
    Pair pair = new Pair(earlier, later);
    Declaration known = composites.get(pair);
    if (known != null) {
      return known;
    }
    Map<String, TokenValue> both = new LinkedHashMap<>(earlierParts);
    both.putAll(parts);
    Declaration composite =
        new Declaration(later.token().withValue(new TokenValue.Parts(both)), later.number());
    if (composites.size() < COMPOSITES_MAX) {
      composites.put(pair, composite);
    }
    return composite;
  }
}
