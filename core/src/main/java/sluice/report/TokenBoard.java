package sluice.report;

import java.util.List;

/// The tokens whose values changed nodes, the largest visual impact first.
///
/// @param tokens those shown
/// @param tokensOmitted tokens with changes that are not shown; where more tokens were met than are
///   told apart, at least so many
/// @param changesOmitted changes of tokens that are not shown
public record TokenBoard(List<TokenChange> tokens, long tokensOmitted, long changesOmitted) {
  public TokenBoard {
    tokens = List.copyOf(tokens);
  }
}
