package sluice.token.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sluice.token.Token;
import sluice.token.TokenSet;

/// One token set to its tokens: a nested object, legacy or DTCG, or the plugin's own flat list
/// (Tokens Studio, one set).
///
/// The format is decided for the whole set: DTCG when the text `$value` occurs anywhere in it. What
/// people write about a group (`$description`, `$extensions`, a legacy `description` text) is no
/// token here, though the plugin makes junk tokens of it.
final class SetReader {
  private static final String OTHER = "other";

  private final String set;
  private final TokenReader reader;
  private final List<Token> tokens = new ArrayList<>();
  private String valueKey = "value";
  private String typeKey = "type";

  private SetReader(String set, TokenReader reader) {
    this.set = set;
    this.reader = reader;
  }

  /// The set, tokens in written order.
  static TokenSet read(String set, SourceValue content, TokenReader reader) {
    SetReader walk = new SetReader(set, reader);
    walk.readContent(content);
    return new TokenSet(set, walk.tokens);
  }

  private void readContent(SourceValue content) {
    switch (content) {
      case SourceValue.Arr list -> flatList(list);
      case SourceValue.Obj object -> {
        if (object.mentionsValueKey()) {
          valueKey = "$value";
          typeKey = "$type";
        }
        if (value(object) != null) {
          skip(object, "the set itself", "it is a single token, which has no name");
        } else {
          group(object, "", null);
        }
      }
      case SourceValue.Str _, SourceValue.Num _, SourceValue.Bool _, SourceValue.Null _ ->
          skip(content, "\"" + set + "\"", "a token set is an object or a list");
    }
  }

  private void group(SourceValue.Obj group, String path, @Nullable String inheritedType) {
    // A type that is an empty text takes the inherited one away.
    String type =
        group.get(typeKey) instanceof SourceValue.Str
            ? TokenReader.text(group, typeKey)
            : inheritedType;
    for (Map.Entry<String, SourceValue.Member> entry : group.members().entrySet()) {
      String key = entry.getKey();
      SourceValue.Member member = entry.getValue();
      if (saysSomethingAboutTheGroup(key, member.value())) {
        continue;
      }
      child(key, path, type, member.value(), member.line(), member.column());
    }
  }

  private boolean saysSomethingAboutTheGroup(String key, SourceValue value) {
    if (value instanceof SourceValue.Str && (key.equals(typeKey) || key.equals("description"))) {
      return true;
    }
    return key.startsWith("$") && !key.equals(valueKey) && !key.equals("$root");
  }

  private void child(
      String key, String path, @Nullable String type, SourceValue child, int line, int column) {
    String name = path.isEmpty() ? key : path + "." + key;
    switch (child) {
      case SourceValue.Null _ -> reader.skip(line, column, "\"" + name + "\"", "it is null");
      case SourceValue.Str _, SourceValue.Num _, SourceValue.Bool _ ->
          add(reader.read(name, OTHER, child, line, column));
      case SourceValue.Arr list -> {
        int index = 0;
        for (SourceValue item : list.items()) {
          child(
              Integer.toString(index),
              key.isEmpty() ? path : name,
              type,
              item,
              item.line(),
              item.column());
          index++;
        }
      }
      case SourceValue.Obj object -> {
        SourceValue value = value(object);
        if (value instanceof SourceValue.Null) {
          reader.skip(line, column, "token \"" + name + "\"", "its " + valueKey + " is null");
        } else if (value != null) {
          String own = TokenReader.text(object, typeKey);
          add(reader.read(name, own == null ? type : own, value, object, line, column));
        } else {
          group(object, key.isEmpty() ? path : name, type);
        }
      }
    }
  }

  /// What makes an object a token: its value member, unless that holds one itself.
  private @Nullable SourceValue value(SourceValue.Obj object) {
    SourceValue value = object.get(valueKey);
    return value instanceof SourceValue.Obj inner && inner.get(valueKey) != null ? null : value;
  }

  private void flatList(SourceValue.Arr list) {
    for (SourceValue item : list.items()) {
      if (item instanceof SourceValue.Obj object && TokenReader.text(object, "name") != null) {
        listed(object);
      } else {
        skip(item, "an entry", "it has no name");
      }
    }
  }

  private void listed(SourceValue.Obj object) {
    String name = Objects.requireNonNull(TokenReader.text(object, "name"));
    String type = TokenReader.text(object, "type");
    SourceValue value = object.get("value");
    if (value == null) {
      value = object.get("$value");
      type = type == null ? TokenReader.text(object, "$type") : type;
    }
    if (value == null || value instanceof SourceValue.Null) {
      skip(object, "token \"" + name + "\"", "it has no value");
    } else {
      add(reader.read(name, type, value, object, object.line(), object.column()));
    }
  }

  private void add(@Nullable Token token) {
    if (token != null) {
      tokens.add(token);
    }
  }

  private void skip(SourceValue value, String what, String why) {
    reader.skip(value.line(), value.column(), what, why);
  }
}
