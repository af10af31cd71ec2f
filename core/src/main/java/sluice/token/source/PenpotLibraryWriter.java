package sluice.token.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sluice.json.JsonText;
import sluice.token.Dialect;
import sluice.token.NumberText;
import sluice.token.PenpotActivation;
import sluice.token.PenpotTokenType;
import sluice.token.Theme;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;

/// A Penpot library as the `tokens.json` that Penpot itself writes (`export-dtcg-json` of
/// penpot/penpot `common/src/app/common/types/tokens_lib.cljc`): sets in library order as nested
/// groups, every token with `$value`, `$type` and `$description`, themes with the sets they select,
/// and what is active.
///
/// The same library and activation give the same text. Numbers are written as JavaScript writes
/// them.
public final class PenpotLibraryWriter {
  /// Groups inside each other; what is deeper in a name stays joined by dots, which reads the same.
  private static final int GROUP_DEPTH_MAX = 64;

  private static final String INDENT = "  ";

  private static final Map<String, String> TYPOGRAPHY =
      Map.of(
          "fontFamily", "fontFamilies",
          "fontSize", "fontSizes",
          "fontWeight", "fontWeights",
          "letterSpacing", "letterSpacing",
          "lineHeight", "lineHeights",
          "textCase", "textCase",
          "textDecoration", "textDecoration");

  private final StringBuilder out = new StringBuilder();
  private int depth;

  private PenpotLibraryWriter() {}

  /// The text, with a line end.
  ///
  /// @param library of the Penpot dialect
  /// @param activation what `$metadata` says is active, such as [PenpotActivation#standing]
  /// @throws IllegalArgumentException for another dialect's library
  public static String text(TokenLibrary library, PenpotActivation activation) {
    if (library.dialect() != Dialect.PENPOT) {
      throw new IllegalArgumentException("not a Penpot library: " + library.dialect());
    }
    PenpotLibraryWriter writer = new PenpotLibraryWriter();
    writer.library(library, activation);
    return writer.out.append('\n').toString();
  }

  private void library(TokenLibrary library, PenpotActivation activation) {
    open('{');
    for (TokenSet set : library.sets()) {
      key(set.name());
      group(tree(set));
    }
    key(LibraryReader.THEMES);
    open('[');
    for (Theme theme : library.themes()) {
      item();
      theme(theme);
    }
    close(']');
    key(LibraryReader.METADATA);
    open('{');
    key("tokenSetOrder");
    texts(library.sets().stream().map(TokenSet::name).toList());
    key("activeThemes");
    texts(activation.themes().stream().map(PenpotLibraryWriter::path).toList());
    key("activeSets");
    texts(activation.sets());
    close('}');
    close('}');
  }

  /// The path of a theme, which begins with a slash where there is no group.
  private static String path(Theme theme) {
    return Objects.requireNonNullElse(theme.group(), "") + "/" + theme.name();
  }

  /// Groups and tokens by key. Where one token's name begins another's the shorter one stays, as
  /// its object has no room for groups.
  private static Map<String, Object> tree(TokenSet set) {
    Map<String, Object> root = new LinkedHashMap<>();
    for (Token token : set.tokens()) {
      put(root, token);
    }
    return root;
  }

  @SuppressWarnings("unchecked") // What is no token is a group made here.
  private static void put(Map<String, Object> root, Token token) {
    Map<String, Object> group = root;
    String rest = token.name();
    for (int i = 0; i < GROUP_DEPTH_MAX && rest.indexOf('.') >= 0; i++) {
      int dot = rest.indexOf('.');
      Object child =
          group.computeIfAbsent(rest.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
      if (child instanceof Token) {
        return;
      }
      group = (Map<String, Object>) child;
      rest = rest.substring(dot + 1);
    }
    group.put(rest, token);
  }

  @SuppressWarnings("unchecked") // What is no token is a group made above.
  private void group(Map<String, Object> group) {
    open('{');
    for (Map.Entry<String, Object> entry : group.entrySet()) {
      key(entry.getKey());
      if (entry.getValue() instanceof Token token) {
        token(token);
      } else {
        group((Map<String, Object>) entry.getValue());
      }
    }
    close('}');
  }

  private void token(Token token) {
    open('{');
    key("$value");
    boolean isTypography = PenpotTokenType.TYPOGRAPHY.json().equals(token.type());
    value(token.value(), isTypography ? TYPOGRAPHY : Map.of());
    key("$type");
    JsonText.quote(Objects.requireNonNullElse(token.type(), ""), out);
    key("$description");
    JsonText.quote(Objects.requireNonNullElse(token.description(), ""), out);
    close('}');
  }

  private void value(TokenValue value, Map<String, String> spelling) {
    switch (value) {
      case TokenValue.Text(String text) -> JsonText.quote(text, out);
      case TokenValue.Num(double number) ->
          out.append(Double.isFinite(number) ? NumberText.of(number) : "null");
      case TokenValue.Bool(boolean flag) -> out.append(flag);
      case TokenValue.Nothing() -> out.append("null");
      case TokenValue.Many(List<TokenValue> items) -> {
        open('[');
        for (TokenValue item : items) {
          item();
          value(item, Map.of());
        }
        close(']');
      }
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        open('{');
        for (Map.Entry<String, TokenValue> part : parts.entrySet()) {
          key(spelling.getOrDefault(part.getKey(), part.getKey()));
          value(part.getValue(), Map.of());
        }
        close('}');
      }
    }
  }

  private void theme(Theme theme) {
    open('{');
    key("id");
    JsonText.quote(theme.id(), out);
    key("name");
    JsonText.quote(theme.name(), out);
    key("group");
    JsonText.quote(Objects.requireNonNullElse(theme.group(), ""), out);
    key("description");
    JsonText.quote("", out);
    key("isSource");
    out.append(theme.isSource());
    key("selectedTokenSets");
    open('{');
    for (String set : theme.statuses().keySet()) {
      key(set);
      JsonText.quote("enabled", out);
    }
    close('}');
    close('}');
  }

  private void texts(Collection<String> texts) {
    open('[');
    for (String text : texts) {
      item();
      JsonText.quote(text, out);
    }
    close(']');
  }

  private void open(char bracket) {
    out.append(bracket);
    depth++;
  }

  private void close(char bracket) {
    depth--;
    boolean isEmpty = out.charAt(out.length() - 1) == (bracket == '}' ? '{' : '[');
    if (!isEmpty) {
      line();
    }
    out.append(bracket);
  }

  private void item() {
    char last = out.charAt(out.length() - 1);
    if (last != '{' && last != '[') {
      out.append(',');
    }
    line();
  }

  private void key(String name) {
    item();
    JsonText.quote(name, out);
    out.append(": ");
  }

  private void line() {
    out.append('\n').append(INDENT.repeat(depth));
  }
}
