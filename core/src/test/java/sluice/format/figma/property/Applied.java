package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.apply.FontCatalog;
import sluice.apply.NodeTokens;
import sluice.apply.TokenJson;
import sluice.json.JsonValue;
import sluice.problem.ProblemCode;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.TokenResolver;
import sluice.token.AppliedToken;
import tools.jackson.databind.node.ObjectNode;

/// A test's node with tokens applied to it, edits written as `path=value` or `-path`.
final class Applied {
  private final ObjectNode node;
  private final List<AppliedToken> applied = new ArrayList<>();
  private String tokens = "[]";
  private @Nullable ParentFacts parent;
  private ApplySettings settings = ApplySettings.DEFAULT;

  private Applied(String node) {
    this.node = NodeTree.parse(node);
  }

  /// Starts with a node's JSON.
  static Applied to(String node) {
    return new Applied(node);
  }

  /// The token list, unresolved.
  Applied tokens(String json) {
    tokens = json;
    return this;
  }

  /// One token on one key, with a token of the same value: a JSON value.
  Applied with(String key, String value) {
    tokens =
        tokens.equals("[]")
            ? "[" + token(key, value) + "]"
            : tokens.substring(0, tokens.length() - 1) + "," + token(key, value) + "]";
    return key(key, key);
  }

  private static String token(String key, String value) {
    return "{\"name\":\"" + key + "\",\"type\":\"" + key + "\",\"value\":" + value + "}";
  }

  /// A token of the list on a key.
  Applied key(String key, String token) {
    applied.add(new AppliedToken(key, token));
    return this;
  }

  Applied in(ParentFacts facts) {
    parent = facts;
    return this;
  }

  Applied rotating() {
    settings = new ApplySettings(16, settings.fonts(), true);
    return this;
  }

  Applied fonts(FontCatalog fonts) {
    settings = new ApplySettings(16, fonts, false);
    return this;
  }

  Recorded recorded() {
    ResolvedTokens resolved =
        TokenResolver.resolve(TokenJson.tokens(NodeTree.parse("{\"t\":" + tokens + "}").get("t")));
    return Recorded.apply(NodeTokens.of(applied, resolved), NodeTree.node(node, parent), settings);
  }

  List<String> edits() {
    return recorded().edits.stream().map(Applied::render).toList();
  }

  List<ProblemCode> problems() {
    return recorded().codes();
  }

  private static String render(Edit edit) {
    StringBuilder path = new StringBuilder(edit.field().jsonName());
    for (String name : edit.below()) {
      path.append('.').append(name);
    }
    JsonValue after = edit.after();
    return after == null ? "-" + path : path + "=" + NodeTree.json(after);
  }
}
