package sluice;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.css.CssSheet;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.token.Dialect;

/// Resolved tokens as the CSS that `sluice resolve --format css` writes: custom properties, in one
/// block for each combination of themes. `docs/reference/css.md` has the rules.
public final class TokensCss {
  /// Stands for a set that is not listed; no set has an empty name.
  private static final String FIRST_SET = "";

  private final boolean includeAll;
  private final CssSheet sheet;

  /// A style sheet that goes to a stream, in UTF-8.
  ///
  /// @param includeAll whether tokens of disabled sets are there too
  /// @param keepReferences whether a value that is one reference is `var()`
  /// @param out is neither flushed nor closed; many small pieces are written to it
  public TokensCss(boolean includeAll, boolean keepReferences, OutputStream out) {
    this.includeAll = includeAll;
    this.sheet = new CssSheet(keepReferences, out);
  }

  /// Writes the block of one combination; the first one is `:root`.
  ///
  /// @return what CSS cannot say
  /// @throws IOException what the stream throws
  public List<Problem> add(TokenValues combination) throws IOException {
    List<ResolvedToken> shown = new ArrayList<>();
    for (ResolvedToken token : combination.resolved().all()) {
      if (!token.token().isRemark() && (includeAll || combination.isListed(token))) {
        shown.add(token);
      }
    }
    inFileOrder(shown, combination.parts());
    return sheet.add(combination.themes(), shown);
  }

  /// By the set that declares a token. The order in which sets are merged depends on the themes
  /// that are chosen, and so would every line of the sheet.
  private static void inFileOrder(List<ResolvedToken> tokens, List<TokenValues.Part> parts) {
    Map<Dialect, Map<String, Integer>> positions = new EnumMap<>(Dialect.class);
    int position = 0;
    for (TokenValues.Part part : parts) {
      Map<String, Integer> own = new HashMap<>();
      positions.put(part.dialect(), own);
      // Tokens of DTCG come in the order of their tree, whatever is chosen.
      List<String> sets = part.dialect() == Dialect.DTCG ? List.of() : part.selection().setNames();
      own.put(FIRST_SET, position);
      for (String set : sets) {
        own.putIfAbsent(set, position++);
      }
      position++;
    }
    tokens.sort(Comparator.comparingInt(token -> position(positions.get(token.dialect()), token)));
  }

  private static int position(@Nullable Map<String, Integer> sets, ResolvedToken token) {
    if (sets == null) {
      return 0;
    }
    return sets.getOrDefault(token.token().set(), sets.getOrDefault(FIRST_SET, 0));
  }
}
