package sluice.remap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.resolve.Reference;

/// References inside a text, with other names.
final class References {
  private References() {}

  /// The text with new names, or null when none of its references has one. A reference inside a
  /// name is renamed, the name around it is not: what it comes to is only known when it is
  /// resolved.
  ///
  /// @param dollars whether `$name` is a reference too
  static @Nullable String rename(String text, boolean dollars, NameMap names) {
    List<Reference> found = sluice.resolve.References.find(text);
    StringBuilder out = null;
    int done = 0;
    for (Reference reference : found) {
      boolean braces = reference.text().startsWith("{");
      if (!braces && !dollars) {
        continue;
      }
      String inner = reference.name();
      String name = inner.strip();
      String renamed =
          inner.indexOf('{') >= 0 ? rename(inner, dollars, names) : padded(inner, name, names);
      if (renamed != null) {
        out = out == null ? new StringBuilder() : out;
        out.append(text, done, reference.start() + 1).append(renamed);
        done = reference.end() - (braces ? 1 : 0);
      }
    }
    return out == null ? null : out.append(text.substring(done)).toString();
  }

  private static @Nullable String padded(String inner, String name, NameMap names) {
    String renamed = names.useInTokens(name);
    return renamed == null || name.isEmpty() ? null : inner.replace(name, renamed);
  }
}
