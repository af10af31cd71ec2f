package sluice.token.dtcg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A choice that a resolver document leaves open (Resolver module, modifiers).
///
/// @param name the key of its input
/// @param contexts what can be chosen, in written order
/// @param standard the context that counts when none is chosen, or null when one has to be
public record DtcgModifier(String name, List<String> contexts, @Nullable String standard) {
  public DtcgModifier {
    contexts = List.copyOf(contexts);
  }

  /// The name of the token set that a context is.
  public static String setName(String modifier, String context) {
    return modifier + "=" + context;
  }
}
