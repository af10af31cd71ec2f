package sluice.server.tokens;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.TokenValues;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// A server that was started to take a run back needs no tokens and has none.
public final class NoTokens implements TokenSupply {
  private static final Problem NONE =
      Problem.of(ProblemCode.LIBRARY_MISSING, "this server has no tokens")
          .because("it was started to take a run back")
          .advising("start sluice serve");

  @Override
  public LibraryState state() {
    return LibraryState.unusable(NONE);
  }

  @Override
  public TokenValues values(@Nullable List<String> themes) {
    throw new SluiceException(NONE);
  }
}
