package sluice.token.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sluice.token.Dialect;

/// Which dialect a token file is of, told by its content: by what only one of them writes.
final class SourceDialect {
  private static final String STUDIO = "studio.tokens";

  private SourceDialect() {}

  /// The dialect a file says it is of, or null when it could be one of Tokens Studio as well as one
  /// of Penpot.
  ///
  /// Penpot's says what is active. DTCG is as [DtcgSource#isOne] has it. Tokens Studio alone writes
  /// a bare list, themes without what is active, a token whose value and type have no `$`, and its
  /// own `$extensions`.
  static @Nullable Dialect of(SourceValue root, Path file) {
    if (PenpotLibrary.isOne(root)) {
      return Dialect.PENPOT;
    }
    if (DtcgSource.isOne(root, file)) {
      return Dialect.DTCG;
    }
    return isOfStudio(root) ? Dialect.TOKENS_STUDIO : null;
  }

  private static boolean isOfStudio(SourceValue root) {
    if (!(root instanceof SourceValue.Obj object)) {
      return root instanceof SourceValue.Arr;
    }
    return object.get(LibraryReader.THEMES) != null
        || object.get(LibraryReader.METADATA) != null
        || isSurelyOfStudio(root)
        || DtcgSource.holds(root, SourceDialect::hasExtension);
  }

  /// Whether there is something in it that is no DTCG in any case.
  static boolean isSurelyOfStudio(SourceValue root) {
    return root instanceof SourceValue.Arr || DtcgSource.holds(root, DtcgSource::isLegacy);
  }

  private static boolean hasExtension(SourceValue.Obj node) {
    return node.get("$extensions") instanceof SourceValue.Obj extensions
        && extensions.get(STUDIO) != null;
  }
}
