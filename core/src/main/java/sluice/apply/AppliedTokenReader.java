package sluice.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.token.AppliedToken;

/// Reads what a node's plugin data says about its tokens (Tokens Studio, where the data is).
///
/// The stored form of a token name is JSON text, except for the bare word `none`. Keys that are no
/// property keys belong to someone else and are ignored, and so are empty values, which mean
/// deleted. A value that is JSON but no string never names a token. A value that isn't JSON at all
/// is dropped and named, so that somebody can be told.
public final class AppliedTokenReader {
  private static final String NONE = "none";

  private AppliedTokenReader() {}

  /// What was found on one node.
  ///
  /// @param applied tokens in stored key order
  /// @param malformed property keys whose stored value is not JSON, in stored key order
  public record Found(List<AppliedToken> applied, List<String> malformed) {
    public Found {
      applied = List.copyOf(applied);
      malformed = List.copyOf(malformed);
    }
  }

  /// Reads the entries of the plugin data namespace `tokens` of one node.
  ///
  /// @param stored key to stored string, in stored order
  public static Found read(Map<String, String> stored) {
    List<AppliedToken> applied = new ArrayList<>(stored.size());
    List<String> malformed = new ArrayList<>(0);
    for (Map.Entry<String, String> entry : stored.entrySet()) {
      String key = entry.getKey();
      String text = entry.getValue();
      if (text.isEmpty() || PropertyKey.of(key) == null) {
        continue;
      }
      if (text.equals(NONE)) {
        applied.add(new AppliedToken(key, NONE));
        continue;
      }
      StoredJson json = StoredJson.read(text);
      @Nullable String name = json.text();
      if (!json.valid()) {
        malformed.add(key);
      } else if (name != null) {
        applied.add(new AppliedToken(key, name));
      }
    }
    return new Found(applied, malformed);
  }
}
