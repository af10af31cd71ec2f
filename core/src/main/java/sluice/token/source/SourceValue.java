package sluice.token.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One JSON value of a token source, with the place it starts at: line and column counted from 1,
/// columns in UTF-16 units.
sealed interface SourceValue {
  int line();

  int column();

  /// Whether the text `$value` occurs in a key or string of this value or below, which is how
  /// Tokens Studio tells DTCG sets from legacy ones.
  boolean mentionsValueKey();

  /// An object; of two members with one key the last counts, at the position of the first.
  record Obj(Map<String, Member> members, boolean mentionsValueKey, int line, int column)
      implements SourceValue {

    /// The value of a member, or null when there is no such member.
    @Nullable SourceValue get(String key) {
      Member member = members.get(key);
      return member == null ? null : member.value();
    }
  }

  /// One member of an object.
  ///
  /// @param line where its key is
  /// @param column where its key is
  /// @param isRepeated whether an earlier member of the object has the same key
  record Member(SourceValue value, int line, int column, boolean isRepeated) {}

  record Arr(List<SourceValue> items, boolean mentionsValueKey, int line, int column)
      implements SourceValue {}

  record Str(String text, boolean mentionsValueKey, int line, int column) implements SourceValue {}

  /// A number; infinite when it is too large for a double, as in JavaScript.
  record Num(double value, int line, int column) implements SourceValue {
    @Override
    public boolean mentionsValueKey() {
      return false;
    }
  }

  record Bool(boolean value, int line, int column) implements SourceValue {
    @Override
    public boolean mentionsValueKey() {
      return false;
    }
  }

  record Null(int line, int column) implements SourceValue {
    @Override
    public boolean mentionsValueKey() {
      return false;
    }
  }
}
