package sluice.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ThemeSelection;
import sluice.resolve.dtcg.DtcgRemarks;
import sluice.resolve.dtcg.DtcgResolution;
import sluice.resolve.dtcg.DtcgResolver;
import sluice.token.SetStatus;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.dtcg.DtcgLayer;
import sluice.token.dtcg.DtcgLibrary;
import sluice.token.dtcg.DtcgModifier;
import sluice.token.dtcg.DtcgNode;

/// The tokens that each layer of a DTCG library declares, with their types and values.
///
/// A layer is worked out as if it came last, so that everything it declares counts, beside all
/// layers that no modifier decides about and the default of every other modifier. What a group of
/// the layer takes over by `$extends` is the layer's too.
final class LayerTokens {
  private final TokenLibrary library;
  private final DtcgLibrary dtcg;

  LayerTokens(TokenLibrary library) {
    this.library = library;
    this.dtcg = Objects.requireNonNull(library.dtcg());
  }

  /// A layer's tokens.
  ///
  /// @param remarks what is said about tokens, by name
  record Declared(List<ResolvedToken> tokens, Map<String, DtcgRemarks> remarks) {}

  Declared of(DtcgLayer layer) {
    List<DtcgLayer> layers = new ArrayList<>(dtcg.layers());
    layers.remove(layer);
    layers.add(layer);
    DtcgResolution resolution =
        DtcgResolver.resolve(new DtcgLibrary(layers, dtcg.modifiers()), selection(layer));
    Set<String> own = new HashSet<>();
    Set<String> extending = new HashSet<>();
    for (DtcgNode.Group source : layer.sources()) {
      names(source, "", own, extending);
    }
    List<ResolvedToken> tokens = new ArrayList<>();
    for (ResolvedToken token : resolution.tokens().all()) {
      if (own.contains(token.name()) || isInside(token.name(), extending)) {
        tokens.add(token);
      }
    }
    return new Declared(tokens, resolution.remarks());
  }

  private ThemeSelection selection(DtcgLayer layer) {
    List<Theme> chosen = new ArrayList<>();
    for (DtcgModifier modifier : dtcg.modifiers()) {
      Theme standard = null;
      for (Theme theme : library.themes()) {
        if (!modifier.name().equals(theme.group())) {
          continue;
        }
        boolean isOwn = theme.statuses().containsKey(layer.set());
        boolean isDefault = theme.name().equals(modifier.standard());
        if (standard == null
            || isOwn
            || (isDefault && !standard.statuses().containsKey(layer.set()))) {
          standard = theme;
        }
      }
      if (standard != null) {
        chosen.add(standard);
      }
    }
    ThemeSelection selection = ThemeSelection.ofThemes(library, chosen);
    if (selection.statuses().get(layer.set()) != SetStatus.ENABLED) {
      throw new IllegalStateException("a layer that nothing enables: " + layer.set());
    }
    return selection;
  }

  private static void names(
      DtcgNode.Group group, String path, Set<String> own, Set<String> extending) {
    if (group.properties().containsKey("$extends") || group.properties().containsKey("$ref")) {
      extending.add(path);
    }
    group
        .children()
        .forEach((name, child) -> {
          String inner = path.isEmpty() ? name : path + "." + name;
          own.add(inner);
          if (child instanceof DtcgNode.Group inside) {
            names(inside, inner, own, extending);
          }
        });
  }

  private static boolean isInside(String name, Set<String> groups) {
    if (groups.contains("")) {
      return true;
    }
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (groups.contains(name.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }
}
