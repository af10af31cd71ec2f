package sluice.resolve.dtcg;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.problem.ProblemCode;
import sluice.token.dtcg.LocatedJson;

/// Where a reference leads, other references on the way followed.
sealed interface Landing {

  /// To a token.
  ///
  /// @param isWhole whether it stands for the token, so that the type comes along; otherwise for
  ///   nothing but its value
  record OnToken(Entry token, boolean isWhole) implements Landing {}

  /// Into a value, or to a property; never to another reference.
  record OnPart(LocatedJson json) implements Landing {}

  /// Nowhere.
  ///
  /// @param circle the tokens that lead to each other, for `token-cycle`; otherwise empty
  record Nowhere(ProblemCode code, String why, @Nullable String help, List<Entry> circle)
      implements Landing {
    public Nowhere {
      circle = List.copyOf(circle);
    }
  }
}
