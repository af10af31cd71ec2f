package sluice.token.dtcg;

import java.util.List;

/// Sources that count together: those of a set, of one context of a modifier, or one token file.
///
/// @param set the name of the token set they are: a set's own, `modifier=context`, or the file's
/// @param sources in written order, later ones win
public record DtcgLayer(String set, List<DtcgNode.Group> sources) {
  public DtcgLayer {
    sources = List.copyOf(sources);
  }
}
