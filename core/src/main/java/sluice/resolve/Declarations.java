package sluice.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.token.Token;

/// A merged list of tokens, and what a reference finds in it.
final class Declarations {
  private final NameIndex names;
  private final List<Declaration> inOrder;
  private final @Nullable Declaration[] byNumber;

  /// Of two declarations with one name the last is found.
  Declarations(NameIndex names, List<Declaration> inOrder) {
    this.names = names;
    this.inOrder = inOrder;
    this.byNumber = new Declaration[names.size()];
    for (Declaration declaration : inOrder) {
      byNumber[declaration.number()] = declaration;
    }
  }

  static Declarations of(List<Token> merged) {
    NameIndex names = new NameIndex(merged.size());
    List<Declaration> inOrder = new ArrayList<>(merged.size());
    for (Token token : merged) {
      inOrder.add(new Declaration(token, names.add(token.name())));
    }
    return new Declarations(names, inOrder);
  }

  /// All declarations in merge order.
  List<Declaration> all() {
    return inOrder;
  }

  /// The declaration of a name, or null.
  @Nullable Declaration find(String name) {
    return find(names.of(name));
  }

  /// The declaration of a name by its number, or null.
  @Nullable Declaration find(int number) {
    return number == NameIndex.NONE ? null : byNumber[number];
  }

  /// The names, and perhaps some that are declared elsewhere in the library.
  Set<String> names() {
    return names.names();
  }

  NameIndex index() {
    return names;
  }
}
