package sluice;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.css.CssSheet;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.token.Dialect;

/// Resolved tokens as the CSS that `sluice resolve --format css` writes: custom properties, in one
/// block for each combination of themes. `docs/reference/css.md` has the rules.
public final class TokensCss {
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
    if (combination.dialect() != Dialect.DTCG) {
      inFileOrder(shown, combination.selection().setNames());
    }
    return sheet.add(combination.selection().themes(), shown);
  }

  /// By the set that declares a token. The order in which sets are merged depends on the themes
  /// that are chosen, and so would every line of the sheet.
  private static void inFileOrder(List<ResolvedToken> tokens, List<String> sets) {
    Map<String, Integer> positions = new HashMap<>();
    for (String set : sets) {
      positions.putIfAbsent(set, positions.size());
    }
    tokens.sort(Comparator.comparingInt(token -> positions.getOrDefault(token.token().set(), 0)));
  }
}
