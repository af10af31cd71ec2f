package sluice.testkit.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A valid JSON text as a tree in which every value knows where it stands, to say what another text
/// has to look like, character by character.
///
/// Slow and simple: the whole text is held, and read by calling itself for every value inside.
public final class TextTree {
  private final String text;
  private int at;

  private TextTree(String text) {
    this.text = text;
  }

  /// One value.
  ///
  /// @param text all of the text it stands in
  /// @param from its first character
  /// @param to the character behind it
  /// @param members in the order of the text, when it is an object
  /// @param items when it is an array
  public record Node(String text, int from, int to, List<Member> members, List<Node> items) {
    public Node {
      members = List.copyOf(members);
      items = List.copyOf(items);
    }

    /// What it looks like.
    public String raw() {
      return text.substring(from, to);
    }

    /// Whether it is an object.
    public boolean isObject() {
      return text.charAt(from) == '{';
    }

    /// Whether it is an array.
    public boolean isArray() {
      return text.charAt(from) == '[';
    }

    /// Whether it is a string.
    public boolean isString() {
      return text.charAt(from) == '"';
    }

    /// Whether it is a number.
    public boolean isNumber() {
      char first = text.charAt(from);
      return first == '-' || (first >= '0' && first <= '9');
    }

    /// The text of a string.
    public String string() {
      return decoded(raw());
    }

    /// The value of a member, of several with one key the last; null when there is none.
    public @Nullable Node find(String key) {
      int index = indexOf(key);
      return index < 0 ? null : members.get(index).value();
    }

    /// The place of that member among the members, or -1.
    public int indexOf(String key) {
      for (int i = members.size() - 1; i >= 0; i--) {
        if (members.get(i).key().equals(key)) {
          return i;
        }
      }
      return -1;
    }
  }

  /// A member of an object.
  ///
  /// @param key decoded
  /// @param from its key's opening quote
  /// @param colonFrom the character behind its key's closing quote
  public record Member(String key, int from, int colonFrom, Node value) {}

  /// The values of a text, one after another; there may be a byte order mark first.
  public static List<Node> read(String text) {
    TextTree tree = new TextTree(text);
    if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
      tree.at = 1;
    }
    List<Node> roots = new ArrayList<>();
    tree.skipWhite();
    while (tree.at < text.length()) {
      roots.add(tree.value());
      tree.skipWhite();
    }
    return roots;
  }

  private void skipWhite() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private Node value() {
    skipWhite();
    int from = at;
    List<Member> members = new ArrayList<>();
    List<Node> items = new ArrayList<>();
    switch (text.charAt(at)) {
      case '{' -> readMembers(members);
      case '[' -> readItems(items);
      case '"' -> skipString();
      default -> {
        while (at < text.length() && "}],".indexOf(text.charAt(at)) < 0 && text.charAt(at) > ' ') {
          at++;
        }
      }
    }
    return new Node(text, from, at, members, items);
  }

  private void readMembers(List<Member> members) {
    at++;
    skipWhite();
    while (text.charAt(at) != '}') {
      int from = at;
      skipString();
      int colonFrom = at;
      skipWhite();
      at++;
      members.add(new Member(decoded(text.substring(from, colonFrom)), from, colonFrom, value()));
      skipComma();
    }
    at++;
  }

  private void readItems(List<Node> items) {
    at++;
    skipWhite();
    while (text.charAt(at) != ']') {
      items.add(value());
      skipComma();
    }
    at++;
  }

  private void skipComma() {
    skipWhite();
    if (text.charAt(at) == ',') {
      at++;
      skipWhite();
    }
  }

  private void skipString() {
    at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  /// The text of a JSON string with its quotes.
  private static String decoded(String raw) {
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < raw.length() - 1; i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char letter = raw.charAt(++i);
      switch (letter) {
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          out.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> out.append(letter);
      }
    }
    return out.toString();
  }
}
