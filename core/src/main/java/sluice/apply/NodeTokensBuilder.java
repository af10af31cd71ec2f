package sluice.apply;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.token.AppliedToken;
import sluice.token.Dialect;
import sluice.token.Token;
import sluice.token.TokenValue;

/// Takes compositions and borders apart and looks every token up (Tokens Studio, from applied data
/// to values).
///
/// Two maps come out of one walk: `data` says which token stands behind a key, `values` what the
/// key takes. They may disagree, because compositions and borders contribute to each in their own
/// way; a property is written only when both know its key. A composition stored after another key
/// overwrites its value, as in the plugin, and that is reported.
final class NodeTokensBuilder {
  private static final String NONE = "none";
  private static final String NO_DESCRIPTION = "No description";

  /// Keys that are written from the token behind them, so that a composition's value for them has
  /// no effect beside a token of their own.
  private static final Set<PropertyKey> WRITTEN_FROM_TOKEN =
      Set.of(
          PropertyKey.FILL,
          PropertyKey.BORDER_COLOR,
          PropertyKey.BOX_SHADOW,
          PropertyKey.TYPOGRAPHY);

  private final ResolvedTokens tokens;
  private final Map<PropertyKey, String> applied = new LinkedHashMap<>();
  private final Map<PropertyKey, String> data = new LinkedHashMap<>();

  /// Keys a border brings along; they take part in the values as if they were applied.
  private final Map<PropertyKey, String> derived = new LinkedHashMap<>();

  private final Map<PropertyKey, AppliedValue> values = new LinkedHashMap<>();
  private final List<AppliedToken> missing = new ArrayList<>(0);
  private final List<KeyProblem> problems = new ArrayList<>(0);

  NodeTokensBuilder(List<AppliedToken> applied, ResolvedTokens tokens) {
    this.tokens = tokens;
    for (AppliedToken one : applied) {
      PropertyKey key = PropertyKey.of(one.property());
      if (key != null) {
        this.applied.put(key, one.token());
      }
    }
  }

  NodeTokens build() {
    boolean composed = expandComposition();
    expandBorder(composed);
    applied.forEach((key, name) -> addValue(key, name, true));
    derived.forEach((key, name) -> addValue(key, name, false));
    EnumMap<PropertyKey, ResolvedToken> referenced = new EnumMap<>(PropertyKey.class);
    EnumSet<PropertyKey> unresolved = EnumSet.noneOf(PropertyKey.class);
    data.forEach((key, name) -> {
      ResolvedToken token = tokens.find(name);
      if (token != null) {
        TokenValue usable = usableValue(token);
        if (usable == null) {
          unresolved.add(key);
        } else {
          referenced.put(key, withValue(token, usable));
        }
      }
    });
    return new NodeTokens(data, values, referenced, unresolved, missing, problems);
  }

  /// Fills `data`; returns whether a composition was taken apart.
  private boolean expandComposition() {
    String name = applied.get(PropertyKey.COMPOSITION);
    ResolvedToken token = name == null ? null : tokens.find(name);
    if (token == null) {
      data.putAll(applied);
      return false;
    }
    if (isForeign(token)
        || !(token.token().value() instanceof TokenValue.Parts(Map<String, TokenValue> members))) {
      data.putAll(applied);
      problems.add(
          new KeyProblem(
              PropertyKey.COMPOSITION,
              token.name(),
              isForeign(token) ? foreignComposition(token) : aliasedComposition(token)));
      return false;
    }
    members.forEach((member, value) -> {
      PropertyKey key = PropertyKey.of(member);
      if (key != null) {
        data.put(key, referencedName(value, token.name()));
      }
    });
    data.putAll(applied);
    data.remove(PropertyKey.COMPOSITION);
    return true;
  }

  private static Problem aliasedComposition(ResolvedToken token) {
    return Problem.of(
            ProblemCode.QUIRK,
            "composition \"" + token.name() + "\" is an alias and has little effect")
        .because("a composition is taken apart as its author wrote it, and this one has no members")
        .advising("apply the composition it refers to");
  }

  private static Problem foreignComposition(ResolvedToken token) {
    return Problem.of(
            ProblemCode.NOT_REPRESENTABLE,
            "token \"" + token.name() + "\" is no composition and is not taken apart")
        .because("only libraries of Tokens Studio have compositions")
        .advising("apply tokens to the properties one by one");
  }

  private static String referencedName(TokenValue member, String otherwise) {
    if (member instanceof TokenValue.Text(String text)) {
      if (text.startsWith("{")) {
        return text.substring(1, Math.max(1, text.length() - 1));
      }
      if (text.startsWith("$")) {
        return text.substring(1);
      }
    }
    return otherwise;
  }

  private void expandBorder(boolean composed) {
    String border = data.get(PropertyKey.BORDER);
    if (border != null
        && !data.containsKey(PropertyKey.BORDER_COLOR)
        && !data.containsKey(PropertyKey.BORDER_WIDTH)) {
      ResolvedToken token = tokens.find(border);
      if (token != null
          && token.valueWithReferences()
              instanceof TokenValue.Parts(Map<String, TokenValue> parts)) {
        derive(PropertyKey.BORDER_COLOR, parts.get("color"), composed);
        derive(PropertyKey.BORDER_WIDTH, parts.get("width"), composed);
      }
      nameBorderColor(PropertyKey.BORDER);
    }
    nameBorderColor(PropertyKey.BORDER_TOP);
    nameBorderColor(PropertyKey.BORDER_RIGHT);
    nameBorderColor(PropertyKey.BORDER_LEFT);
    nameBorderColor(PropertyKey.BORDER_BOTTOM);
    if (border != null && !data.containsKey(PropertyKey.BORDER_COLOR)) {
      reportLostColor(border);
    }
  }

  private void reportLostColor(String border) {
    ResolvedToken token = tokens.find(border);
    if (token != null && borderColor(PropertyKey.BORDER, token.value()) != null) {
      problems.add(
          new KeyProblem(
              PropertyKey.BORDER,
              border,
              Problem.of(
                      ProblemCode.QUIRK, "the colour of border \"" + border + "\" is not applied")
                  .because("the node has a token for its border width too")
                  .advising("apply the colour with a token of its own (borderColor)")));
    }
  }

  private void derive(PropertyKey key, @Nullable TokenValue part, boolean composed) {
    if (part == null) {
      return;
    }
    String name = withoutFirst(withoutFirst(DocumentationText.of(part), '{'), '}');
    if (name.isEmpty()) {
      return;
    }
    data.put(key, name);
    if (!composed) {
      derived.put(key, name);
    }
  }

  private static String withoutFirst(String text, char unwanted) {
    int at = text.indexOf(unwanted);
    return at < 0 ? text : text.substring(0, at) + text.substring(at + 1);
  }

  private void nameBorderColor(PropertyKey border) {
    String name = data.get(border);
    if (name != null && !name.isEmpty()) {
      data.putIfAbsent(PropertyKey.BORDER_COLOR, name);
    }
  }

  private void addValue(PropertyKey key, String name, boolean stored) {
    ResolvedToken token = tokens.find(name);
    if (token == null) {
      if (stored && !name.equals(NONE)) {
        missing.add(new AppliedToken(key.storedName(), name));
      }
      return;
    }
    TokenValue documentation = documentation(key, token);
    if (documentation != null) {
      values.put(key, new AppliedValue(documentation, name));
      return;
    }
    if (token.failed() && stored) {
      problems.add(new KeyProblem(key, name, unresolved(token)));
    }
    TokenValue value = usableValue(token);
    if (value == null) {
      return;
    }
    if (key == PropertyKey.COMPOSITION) {
      addMembers(token, value);
      return;
    }
    if (key == PropertyKey.LINE_HEIGHTS
        && isForeign(token)
        && value instanceof TokenValue.Num(double factor)) {
      // Without a unit it is a share of the font size everywhere but in Tokens Studio.
      value = new TokenValue.Text(Percentage.text(Percentage.ofShare(factor)));
    }
    TokenValue color = borderColor(key, value);
    if (color != null && "border".equals(token.token().type())) {
      values.putIfAbsent(PropertyKey.BORDER_COLOR, new AppliedValue(color, name));
    }
    values.put(key, new AppliedValue(value, name));
  }

  private void addMembers(ResolvedToken token, TokenValue value) {
    String composition = token.name();
    if (isForeign(token) || !(value instanceof TokenValue.Parts(Map<String, TokenValue> members))) {
      return;
    }
    members.forEach((member, memberValue) -> {
      PropertyKey key = PropertyKey.of(member);
      if (key == null) {
        return;
      }
      overwrite(key, new AppliedValue(memberValue, composition));
      TokenValue color = borderColor(key, memberValue);
      if (color instanceof TokenValue.Text) {
        overwrite(PropertyKey.BORDER_COLOR, new AppliedValue(color, composition));
      }
    });
  }

  /// Puts in what a composition says, over what an earlier key said.
  private void overwrite(PropertyKey key, AppliedValue value) {
    AppliedValue earlier = values.put(key, value);
    if (earlier != null
        && applied.containsKey(key)
        && !WRITTEN_FROM_TOKEN.contains(key)
        && !earlier.value().equals(value.value())) {
      problems.add(
          new KeyProblem(
              key,
              earlier.token(),
              Problem.of(
                      ProblemCode.QUIRK,
                      "composition \"" + value.token() + "\" overwrites " + key.storedName())
                  .because("it is stored after the node's own token \"" + earlier.token() + "\"")
                  .advising("apply one of the two")));
    }
  }

  private static @Nullable TokenValue borderColor(PropertyKey key, TokenValue value) {
    return switch (key) {
      case BORDER, BORDER_TOP, BORDER_RIGHT, BORDER_BOTTOM, BORDER_LEFT ->
          value instanceof TokenValue.Parts(Map<String, TokenValue> parts)
              ? parts.get("color")
              : null;
      default -> null;
    };
  }

  /// What a documentation key says of a token, or null for a key that takes the token's value.
  private static @Nullable TokenValue documentation(PropertyKey key, ResolvedToken resolved) {
    Token token = resolved.token();
    return switch (key) {
      case TOKEN_NAME -> new TokenValue.Text(token.name());
      case DESCRIPTION -> {
        String description = token.description();
        yield new TokenValue.Text(
            description == null || description.isEmpty() ? NO_DESCRIPTION : description);
      }
      case TOKEN_VALUE -> rawValue(token);
      default -> null;
    };
  }

  private static TokenValue rawValue(Token token) {
    if (token.modifier() == null) {
      return token.value();
    }
    StringBuilder text = new StringBuilder(DocumentationText.of(token.value())).append(" / ");
    if (token.modifier().type().equals("mix")) {
      TokenValue color = token.modifier().color();
      text.append("mix(").append(color == null ? "" : DocumentationText.of(color)).append(", ");
    } else {
      text.append(token.modifier().type()).append('(');
    }
    text.append(DocumentationText.of(token.modifier().value())).append(") / ");
    String space = token.modifier().space();
    return new TokenValue.Text(text.append(space == null ? "" : space).toString());
  }

  /// The value as far as it could be resolved: a composite without the parts that couldn't, or null
  /// when nothing of it can be used.
  private static @Nullable TokenValue usableValue(ResolvedToken token) {
    if (!token.failed()) {
      return token.value();
    }
    return isForeign(token) ? null : UnresolvedParts.removedFrom(token.value());
  }

  /// Whether a token is of another dialect than the document. Its value is one the properties
  /// understand, or it has failed as a whole.
  private static boolean isForeign(ResolvedToken token) {
    return token.dialect() != Dialect.TOKENS_STUDIO;
  }

  private static ResolvedToken withValue(ResolvedToken token, TokenValue value) {
    return new ResolvedToken(
        token.token(),
        value,
        token.failed(),
        token.valueWithReferences(),
        token.problem(),
        token.dialect());
  }

  private static Problem unresolved(ResolvedToken token) {
    Problem problem = token.problem();
    if (problem != null) {
      return problem;
    }
    return Problem.of(
            ProblemCode.VALUE_INVALID, "token \"" + token.name() + "\" could not be resolved")
        .because("a reference in its value leads nowhere");
  }
}
