package sluice.token.dtcg;

import java.util.List;

/// What a token file or a resolver document holds: layers of sources, lowest priority first, and
/// the modifiers that choose among them.
///
/// @param layers in resolution order; a layer of a context counts only when that context is chosen
/// @param modifiers in resolution order
public record DtcgLibrary(List<DtcgLayer> layers, List<DtcgModifier> modifiers) {
  public DtcgLibrary {
    layers = List.copyOf(layers);
    modifiers = List.copyOf(modifiers);
  }
}
