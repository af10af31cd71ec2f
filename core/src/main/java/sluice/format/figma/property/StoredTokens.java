package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedTokenReader;
import sluice.apply.PropertyKey;
import sluice.json.JsonValue;

/// Reads a node's plugin data of the tokens' namespace from its JSON.
public final class StoredTokens {
  private StoredTokens() {}

  /// What is applied to a node.
  ///
  /// @param entries keys to stored texts; a property key with anything else is malformed
  public static AppliedTokenReader.Found read(@Nullable JsonValue entries) {
    Map<String, String> stored = new LinkedHashMap<>();
    List<String> malformed = new ArrayList<>();
    for (Map.Entry<String, JsonValue> entry : Json.members(entries).entrySet()) {
      if (entry.getValue() instanceof JsonValue.Str(String text)) {
        stored.put(entry.getKey(), text);
      } else if (PropertyKey.of(entry.getKey()) != null) {
        malformed.add(entry.getKey());
      }
    }
    AppliedTokenReader.Found found = AppliedTokenReader.read(stored);
    malformed.addAll(found.malformed());
    return new AppliedTokenReader.Found(found.applied(), malformed);
  }
}
