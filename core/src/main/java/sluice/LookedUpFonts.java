package sluice;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.apply.FontCatalog;
import sluice.pipeline.LookUps;
import sluice.pipeline.LookUps.Answer;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Fonts that are looked up one family at a time. Where [#fetch] was not called for a family, or
/// too many are known to keep its answer, asking about it waits.
///
/// @param lookUps family name to its style names; no styles mean that there is no such family
record LookedUpFonts(LookUps<String, Set<String>> lookUps) implements FontCatalog {

  @Override
  public boolean exists(String family, String style) {
    return switch (answer(family)) {
      case Answer.Known<Set<String>>(Set<String> styles) -> styles.contains(style);
      case Answer.Unknown<Set<String>> _ -> false;
    };
  }

  @Override
  public boolean assumed() {
    return false;
  }

  @Override
  public boolean fetches() {
    return true;
  }

  @Override
  public void fetch(Collection<String> families) {
    try {
      lookUps.askAll(families);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  @Override
  public @Nullable String failure(String family) {
    return switch (answer(family)) {
      case Answer.Known<Set<String>> _ -> null;
      case Answer.Unknown<Set<String>>(String reason) -> reason;
    };
  }

  private Answer<Set<String>> answer(String family) {
    try {
      return lookUps.answer(family);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static SluiceException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new SluiceException(
        Problem.of(ProblemCode.CANCELLED, "the run was cancelled while fonts were looked up"),
        cause);
  }
}
