package sluice.resolve.dtcg;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.problem.Problem;
import sluice.resolve.ResolvedTokens;

/// What the chosen sources came to.
///
/// @param tokens every token of the merged tree, named by its path with `$root` in it
/// @param remarks by the token's name; tokens of which nothing is said are left out
/// @param problems what is wrong with groups; what is wrong with a token is with the token
public record DtcgResolution(
    ResolvedTokens tokens, Map<String, DtcgRemarks> remarks, List<Problem> problems) {
  public DtcgResolution {
    remarks = Collections.unmodifiableMap(new LinkedHashMap<>(remarks));
    problems = List.copyOf(problems);
  }
}
