package sluice.remap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.json.ArraySpans;
import sluice.json.JsonSpans;
import sluice.json.JsonText;
import sluice.json.ObjectSpans;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.PenpotNames;
import sluice.token.source.LibraryPart;

/// A token file with other names: where tokens are declared, in references inside values, sums and
/// modifiers, and where themes tell of a token's style or variable. Every other byte stays.
public final class LibraryText {
  /// Members of a token that people write for people, and those that never name a token.
  private static final Set<String> UNTOUCHED =
      Set.of("description", "$description", "type", "$type", "name", "$deprecated");

  private static final Set<String> THEME_REFERENCES =
      Set.of("$figmaStyleReferences", "$figmaVariableReferences");

  private static final Set<String> THEMES = Set.of("$themes", "themes");
  private static final String EXTENSIONS = "$extensions";
  private static final String ROOT = ".$root";
  private static final String STUDIO = "studio.tokens";
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final byte[] bytes;
  private final String file;
  private final LibraryPart.Form form;
  private final Dialect dialect;
  private final NameMap names;
  private final Splices splices;
  private final List<SetRename> renames = new ArrayList<>();
  private boolean changed;

  private LibraryText(
      byte[] bytes, String file, LibraryPart.Form form, Dialect dialect, NameMap names) {
    this.bytes = bytes;
    this.file = file;
    this.form = form;
    this.dialect = dialect;
    this.names = names;
    this.splices = new Splices(bytes);
  }

  /// Renames in a text.
  ///
  /// @param text valid JSON
  /// @param file what the person calls it
  /// @return the new text, or null when there is nothing to rename in it
  /// @throws SluiceException `mapping-clash`, `option-invalid` for names the dialect does not know,
  ///   `format-unsupported`
  public static byte @Nullable [] rename(
      byte[] text, String file, LibraryPart.Form form, Dialect dialect, NameMap names) {
    // A blank at the end, so that a number at the very end of the text has one too.
    byte[] padded = Arrays.copyOf(text, text.length + 1);
    padded[text.length] = ' ';
    LibraryText library = new LibraryText(padded, file, form, dialect, names);
    library.run();
    return library.changed ? library.splices.apply(0, text.length) : null;
  }

  private void run() {
    int root = JsonSpans.skipWhite(bytes, startsWithMark() ? MARK.length : 0);
    switch (form) {
      case THEMES -> themes(root);
      case METADATA -> {}
      case ONE_SET -> set(root);
      case SETS -> sets(root);
      case WRAPPED_SETS -> wrapped(root);
    }
    renames.forEach(SetRename::write);
  }

  private boolean startsWithMark() {
    return bytes.length > MARK.length
        && bytes[0] == MARK[0]
        && bytes[1] == MARK[1]
        && bytes[2] == MARK[2];
  }

  private void wrapped(int root) {
    ObjectSpans members = new ObjectSpans(bytes, root);
    for (int i = 0; i < members.count(); i++) {
      if (members.is(i, "values")) {
        sets(members.valueFrom(i));
      } else if (THEMES.contains(members.key(i))) {
        themes(members.valueFrom(i));
      }
    }
  }

  private void sets(int from) {
    if (bytes[from] != '{') {
      set(from);
      return;
    }
    ObjectSpans sets = new ObjectSpans(bytes, from);
    for (int i = 0; i < sets.count(); i++) {
      String key = sets.key(i);
      if (key.equals("$themes")) {
        themes(sets.valueFrom(i));
      } else if (!key.startsWith("$")) {
        set(sets.valueFrom(i));
      }
    }
  }

  private void set(int from) {
    if (bytes[from] == '[') {
      list(from);
    } else if (bytes[from] == '{') {
      SetTree tree = new SetTree(bytes, from, JsonSpans.endOfValue(bytes, from));
      for (SetTree.Member token : tree.tokens) {
        token(token.in.spans.valueFrom(token.index));
        checkName(token.name);
      }
      if (dialect == Dialect.DTCG) {
        refuseLinks(from, false);
      }
      SetRename rename = new SetRename(tree, splices);
      changed |= rename.run(names);
      renames.add(rename);
    }
  }

  /// The plugin's own flat list of tokens, each with its name.
  private void list(int from) {
    ArraySpans items = new ArraySpans(bytes, from);
    for (int i = 0; i < items.count(); i++) {
      if (bytes[items.from(i)] == '{') {
        ObjectSpans token = new ObjectSpans(bytes, items.from(i));
        int name = token.find("name");
        if (name >= 0 && bytes[token.valueFrom(name)] == '"') {
          name(token.valueFrom(name), token.valueTo(name));
        }
        token(items.from(i));
      }
    }
  }

  private void checkName(String name) {
    String renamed = names.newName(name);
    if (renamed == null) {
      return;
    }
    boolean wrong =
        renamed.startsWith(".")
            || renamed.endsWith(".")
            || renamed.contains("..")
            || renamed.indexOf('{') >= 0
            || renamed.indexOf('}') >= 0
            || (dialect == Dialect.PENPOT && !PenpotNames.isTokenName(renamed))
            || (dialect == Dialect.DTCG && !isDtcgName(renamed));
    if (wrong) {
      throw new SluiceException(
          Problem.of(
                  ProblemCode.OPTION_INVALID,
                  "\"%s\" cannot be the name of a token in this file".formatted(renamed))
              .at(new Location.InWhole(file))
              .because("\"%s\" is to become it".formatted(name)));
    }
  }

  /// Only the last part of a name may begin with a dollar, and only as `$root`.
  private static boolean isDtcgName(String name) {
    String bare = name.endsWith(ROOT) ? name.substring(0, name.length() - ROOT.length()) : name;
    return !bare.startsWith("$") && !bare.contains(".$");
  }

  /// A string that is a name.
  private void name(int from, int to) {
    String name = JsonText.decode(bytes, from + 1, to - 1);
    checkName(name);
    String renamed = names.useInTokens(name);
    if (renamed != null) {
      String raw = new String(bytes, from + 1, to - from - 2, StandardCharsets.UTF_8);
      splices.replace(from + 1, to - 1, StoredName.replace(raw, renamed));
      changed = true;
    }
  }

  /// References in what a token says; of extensions only those of Tokens Studio are known.
  private void token(int from) {
    ObjectSpans members = new ObjectSpans(bytes, from);
    for (int i = 0; i < members.count(); i++) {
      String key = members.key(i);
      int value = members.valueFrom(i);
      if (key.equals(EXTENSIONS)) {
        if (bytes[value] == '{') {
          ObjectSpans extensions = new ObjectSpans(bytes, value);
          int studio = extensions.find(STUDIO);
          if (studio >= 0) {
            references(extensions.valueFrom(studio));
          }
        }
      } else if (!UNTOUCHED.contains(key)) {
        references(value);
      }
    }
  }

  private void references(int from) {
    switch (bytes[from]) {
      case '{' -> {
        ObjectSpans members = new ObjectSpans(bytes, from);
        for (int i = 0; i < members.count(); i++) {
          references(members.valueFrom(i));
        }
      }
      case '[' -> {
        ArraySpans items = new ArraySpans(bytes, from);
        for (int i = 0; i < items.count(); i++) {
          references(items.from(i));
        }
      }
      case '"' -> text(from, JsonSpans.endOfValue(bytes, from));
      default -> {}
    }
  }

  private void text(int from, int to) {
    String text = JsonText.decode(bytes, from + 1, to - 1);
    String renamed = References.rename(text, dialect == Dialect.TOKENS_STUDIO, names);
    if (renamed != null) {
      String raw = new String(bytes, from + 1, to - from - 2, StandardCharsets.UTF_8);
      splices.replace(from + 1, to - 1, StoredName.spell(renamed, raw));
      changed = true;
    }
  }

  /// Ends the run where DTCG links groups or parts of tokens by other means than braces, and a
  /// token that is renamed may be what is linked to.
  private void refuseLinks(int from, boolean isLink) {
    switch (bytes[from]) {
      case '{' -> {
        ObjectSpans members = new ObjectSpans(bytes, from);
        for (int i = 0; i < members.count(); i++) {
          refuseLinks(members.valueFrom(i), members.is(i, "$ref") || members.is(i, "$extends"));
        }
      }
      case '[' -> {
        ArraySpans items = new ArraySpans(bytes, from);
        for (int i = 0; i < items.count(); i++) {
          refuseLinks(items.from(i), isLink);
        }
      }
      case '"' -> {
        if (isLink) {
          int to = JsonSpans.endOfValue(bytes, from);
          refuseLink(JsonText.decode(bytes, from + 1, to - 1));
        }
      }
      default -> {}
    }
  }

  private void refuseLink(String link) {
    throw new SluiceException(
        Problem.of(ProblemCode.FORMAT_UNSUPPORTED, "tokens are not renamed in this file")
            .at(new Location.InWhole(file))
            .because("it links \"%s\" with $ref or $extends, which is not followed".formatted(link))
            .advising("rename in this file by hand, and in documents without --rename-tokens"));
  }

  /// What themes say of the styles and variables of tokens: members named like them.
  private void themes(int from) {
    switch (bytes[from]) {
      case '{' -> {
        ObjectSpans members = new ObjectSpans(bytes, from);
        for (int i = 0; i < members.count(); i++) {
          int value = members.valueFrom(i);
          if (bytes[value] == '{' && THEME_REFERENCES.contains(members.key(i))) {
            ObjectSpans tokens = new ObjectSpans(bytes, value);
            for (int token = 0; token < tokens.count(); token++) {
              name(tokens.keyFrom(token), tokens.keyTo(token));
            }
          } else {
            themes(value);
          }
        }
      }
      case '[' -> {
        ArraySpans items = new ArraySpans(bytes, from);
        for (int i = 0; i < items.count(); i++) {
          themes(items.from(i));
        }
      }
      default -> {}
    }
  }
}
