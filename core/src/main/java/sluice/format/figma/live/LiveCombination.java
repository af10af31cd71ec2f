package sluice.format.figma.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sluice.apply.AppliedTokenReader;
import sluice.apply.NodeTokens;
import sluice.format.figma.property.ApplySettings;
import sluice.format.figma.property.FigmaPlan;
import sluice.json.JsonValue;

/// One list of applied tokens, resolved once for all nodes that carry it, and what it does to each
/// kind of node. Safe for use by several threads.
final class LiveCombination {
  private final List<String> malformed;
  private final NodeTokens tokens;
  private final ApplySettings settings;
  private final boolean dependsOnInstance;

  /// By type; at most two for each type that takes tokens.
  private final ConcurrentHashMap<String, FigmaPlan> plans = new ConcurrentHashMap<>();

  LiveCombination(AppliedTokenReader.Found found, NodeTokens tokens, ApplySettings settings) {
    this.malformed = found.malformed();
    this.tokens = tokens;
    this.settings = settings;
    this.dependsOnInstance = FigmaPlan.dependsOnInstance(tokens);
  }

  /// Property keys whose stored value names no token because it is malformed.
  List<String> malformed() {
    return malformed;
  }

  NodeTokens tokens() {
    return tokens;
  }

  /// What it does to nodes of one type.
  ///
  /// @param type REST's type, one that takes tokens
  FigmaPlan plan(String type, boolean partOfInstance) {
    boolean apart = partOfInstance && dependsOnInstance;
    return plans.computeIfAbsent(
        apart ? type + " inside" : type, _ -> FigmaPlan.compile(tokens, type, apart, settings));
  }

  /// Bytes that are the same for the same entries in the same order, and for no others.
  static byte[] key(JsonValue.Obj data) {
    StringBuilder key = new StringBuilder();
    for (Map.Entry<String, JsonValue> entry : data.members().entrySet()) {
      add(key, entry.getKey());
      if (entry.getValue() instanceof JsonValue.Str(String text)) {
        add(key, text);
      } else {
        key.append('-');
      }
    }
    return key.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void add(StringBuilder key, String text) {
    key.append(text.length()).append(':').append(text);
  }
}
