package sluice.token.source;

import org.jspecify.annotations.Nullable;

/// How a file of Penpot's import is written; the first node that is clearly a token of one form
/// decides for all (`get-json-format` of `common/src/app/common/types/tokens_lib.cljc`).
enum PenpotForm {
  DTCG,
  LEGACY;

  /// The form of a text; DTCG when nothing in it is a token.
  static PenpotForm of(SourceValue root) {
    PenpotForm found = find(root);
    return found == null ? DTCG : found;
  }

  private static @Nullable PenpotForm find(SourceValue value) {
    if (!(value instanceof SourceValue.Obj node)) {
      return null;
    }
    if (isLegacy(node)) {
      return LEGACY;
    }
    if (node.get("$value") != null) {
      return DTCG;
    }
    for (SourceValue.Member member : node.members().values()) {
      PenpotForm found = find(member.value());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean isLegacy(SourceValue.Obj node) {
    return node.get("type") instanceof SourceValue.Str
        && switch (node.get("value")) {
          case SourceValue.Str _, SourceValue.Obj _ -> true;
          case SourceValue.Arr layers ->
              layers.items().stream()
                  .allMatch(item ->
                      item instanceof SourceValue.Obj layer
                          && layer.get("type") instanceof SourceValue.Str);
          case SourceValue.Num _, SourceValue.Bool _, SourceValue.Null _ -> false;
          case null -> false;
        };
  }
}
