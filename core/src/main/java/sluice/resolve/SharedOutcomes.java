package sluice.resolve;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What tokens came to under one combination of themes, kept for those combinations where it must
/// come out the same.
///
/// Before a combination is resolved, every declaration in it is compared with its kept outcomes:
/// one holds when the names it was read from are declared as before and their outcomes hold too.
/// That is one look at each reference for each kept outcome, and needs neither parsing nor
/// arithmetic.
///
/// Implementation note: an outcome that did not fail met no cycle, so it does not depend on where
/// the resolver came from. Two outcomes of one declaration never hold at once: a token looks up its
/// names one after the other, and what it looks up next depends on nothing but what it found so
/// far. While a declaration is being compared, an outcome that needs it again is taken not to hold;
/// it is then resolved anew, which is never wrong.
final class SharedOutcomes {
  /// Rough size of everything kept; beyond it tokens are resolved anew.
  static final long SIZE_BYTES_MAX = 64L * 1024 * 1024;

  private static final long OUTCOME_SIZE_BYTES = 160;
  private static final long READ_SIZE_BYTES = 12;
  private static final long CHAR_SIZE_BYTES = 2;

  private long sizeBytes;

  /// Keeps an outcome, if it can be relied on and there is room.
  ///
  /// @param outcome without a failure
  /// @param kept by number of the name, the outcomes that may be relied on in this combination
  /// @return the outcome as kept, or null
  @Nullable KeptOutcome keep(
      Declaration declaration, Outcome outcome, Reads reads, @Nullable KeptOutcome[] kept) {
    List<KeptOutcome> known = declaration.outcomes();
    if (known.size() == Declaration.OUTCOMES_MAX || sizeBytes > SIZE_BYTES_MAX) {
      return null;
    }
    KeptOutcome keepsake = reads.keep(declaration, outcome, kept);
    if (keepsake != null) {
      known.add(keepsake);
      sizeBytes +=
          OUTCOME_SIZE_BYTES
              + READ_SIZE_BYTES * keepsake.readCount()
              + CHAR_SIZE_BYTES * outcome.size();
    }
    return keepsake;
  }

  /// The outcomes that hold among these declarations, by number of the name; null where none does.
  @Nullable KeptOutcome[] thatHoldIn(Declarations declarations) {
    Comparison comparison = new Comparison(declarations);
    for (Declaration declaration : declarations.all()) {
      comparison.decide(declaration);
    }
    return comparison.holding;
  }

  /// One walk over the declarations of one combination, on a stack of its own.
  private static final class Comparison {
    private static final byte OPEN = 1;
    private static final byte DECIDED = 2;

    private final Declarations declarations;
    private final @Nullable KeptOutcome[] holding;
    private final byte[] state;

    // by depth: the declaration, which of its outcomes is compared, and which name of that is next
    private Declaration[] stack = new Declaration[16];
    private int[] outcomeIndex = new int[16];
    private int[] nameIndex = new int[16];
    private int depth;

    Comparison(Declarations declarations) {
      this.declarations = declarations;
      int size = declarations.index().size();
      holding = new KeptOutcome[size];
      state = new byte[size];
    }

    void decide(Declaration root) {
      if (state[root.number()] == DECIDED) {
        return;
      }
      push(root);
      while (depth > 0) {
        Declaration needed = compare(stack[depth - 1]);
        if (needed != null) {
          push(needed);
        }
      }
    }

    /// Goes on with the declaration on top of the stack until it is decided, or another one has to
    /// be first.
    private @Nullable Declaration compare(Declaration declaration) {
      int top = depth - 1;
      List<KeptOutcome> outcomes = declaration.outcomes();
      while (outcomeIndex[top] < outcomes.size()) {
        KeptOutcome outcome = outcomes.get(outcomeIndex[top]);
        boolean holds = nameIndex[top] > 0 || findsTheSame(outcome);
        while (holds && nameIndex[top] < outcome.readCount()) {
          int name = outcome.name(nameIndex[top]);
          KeptOutcome used = outcome.used(nameIndex[top]);
          Declaration found = outcome.found(nameIndex[top]);
          if (used != null && found != null && state[name] == 0) {
            return found;
          }
          holds = used == null || holding[name] == used;
          nameIndex[top]++;
        }
        if (holds) {
          holding[declaration.number()] = outcome;
          declaration.holds(outcomeIndex[top]);
          break;
        }
        outcomeIndex[top]++;
        nameIndex[top] = 0;
      }
      state[declaration.number()] = DECIDED;
      depth--;
      return null;
    }

    private boolean findsTheSame(KeptOutcome outcome) {
      for (int i = 0; i < outcome.readCount(); i++) {
        if (declarations.find(outcome.name(i)) != outcome.found(i)) {
          return false;
        }
      }
      return true;
    }

    private void push(Declaration declaration) {
      if (depth == stack.length) {
        stack = Arrays.copyOf(stack, depth * 2);
        outcomeIndex = Arrays.copyOf(outcomeIndex, depth * 2);
        nameIndex = Arrays.copyOf(nameIndex, depth * 2);
      }
      stack[depth] = declaration;
      outcomeIndex[depth] = 0;
      nameIndex[depth] = 0;
      depth++;
      state[declaration.number()] = OPEN;
    }
  }
}
