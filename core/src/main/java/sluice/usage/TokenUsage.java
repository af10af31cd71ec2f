package sluice.usage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonLines;
import sluice.json.JsonText;
import sluice.json.ObjectSpans;
import sluice.resolve.NearestName;
import sluice.resolve.ResolvedToken;
import sluice.resolve.TokenReferences;

/// Which tokens the nodes of a document carry. Grows with the token library, not with the document.
///
/// A token is used directly where a node carries it, and indirectly where a token that is used
/// refers to it. Files of one archive are counted together, by name. Not safe for use by several
/// threads.
public final class TokenUsage {
  /// Names that are in no library and are told apart; nodes with further ones are only counted.
  public static final int UNKNOWN_NAMES_MAX = 1_000;

  /// Different values without a token that are told apart; further ones are only counted.
  public static final int RAW_VALUES_MAX = 10_000;

  /// Pages told apart; those after them count as one.
  public static final int PAGES_MAX = 1_000;

  private final Map<String, ResolvedToken> library = new LinkedHashMap<>();
  private final Map<String, UsedToken> tokens = new LinkedHashMap<>();
  private final Map<String, UsedToken> unknown = new LinkedHashMap<>();
  private final Map<String, String> suggestions = new HashMap<>();
  private final Map<RawKey, RawSeen> raw = new HashMap<>();
  private final Map<String, Integer> pages = new HashMap<>();
  private long nodes;
  private long otherUnknown;
  private long otherRaw;
  private long rawValues;

  private record RawKey(String kind, String value) {}

  private static final class RawSeen {
    final String nearest;
    final String nearestValue;
    final String distance;
    long count;

    RawSeen(String nearest, String nearestValue, String distance) {
      this.nearest = nearest;
      this.nearestValue = nearestValue;
      this.distance = distance;
    }
  }

  /// Takes in the tokens that count.
  public void library(List<ResolvedToken> listed) {
    for (ResolvedToken token : listed) {
      library.put(token.name(), token);
      tokens.putIfAbsent(token.name(), new UsedToken(token.name(), token.token().type()));
    }
  }

  /// Counts what the lines of a run tell, and works out what follows from it.
  public void count(Path lines) throws IOException {
    try (InputStream in = Files.newInputStream(lines)) {
      JsonLines reader = new JsonLines(in);
      while (reader.next()) {
        count(reader.bytes(), new ObjectSpans(reader.bytes(), reader.from()));
      }
    }
    follow();
    for (String name : unknown.keySet()) {
      suggestions.put(
          name,
          NearestName.find(name, library.keySet())
              .or(() -> NearestName.inGroup(name, library.keySet()))
              .orElse(""));
    }
  }

  private void count(byte[] bytes, ObjectSpans line) {
    if (text(bytes, line, "kind").equals("usage")) {
      nodes++;
      // Pages of several files of an archive may have one id.
      int page = page(text(bytes, line, "file") + ' ' + text(bytes, line, "page"));
      node(bytes, new ObjectSpans(bytes, line.valueFrom(line.find("applied"))), page);
    } else {
      value(bytes, line);
    }
  }

  private void node(byte[] bytes, ObjectSpans applied, int page) {
    Map<String, Set<String>> keys = new LinkedHashMap<>();
    for (int i = 0; i < applied.count(); i++) {
      String name = JsonText.decode(bytes, applied.valueFrom(i) + 1, applied.valueTo(i) - 1);
      keys.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(applied.key(i));
    }
    keys.forEach((name, properties) -> {
      UsedToken token = token(name);
      if (token == null) {
        otherUnknown++;
      } else {
        token.add(properties, page);
      }
    });
  }

  private @Nullable UsedToken token(String name) {
    UsedToken token = tokens.get(name);
    if (token == null) {
      token = unknown.get(name);
    }
    if (token == null && unknown.size() < UNKNOWN_NAMES_MAX) {
      token = new UsedToken(name, null);
      unknown.put(name, token);
    }
    return token;
  }

  private int page(String id) {
    Integer known = pages.get(id);
    if (known != null) {
      return known;
    }
    int number = pages.size();
    if (number < PAGES_MAX) {
      pages.put(id, number);
    }
    return number;
  }

  private void value(byte[] bytes, ObjectSpans line) {
    rawValues++;
    RawKey key = new RawKey(text(bytes, line, "value"), json(bytes, line, "actual"));
    RawSeen seen = raw.get(key);
    if (seen == null && raw.size() < RAW_VALUES_MAX) {
      seen =
          new RawSeen(
              text(bytes, line, "nearest"),
              json(bytes, line, "expected"),
              json(bytes, line, "distance"));
      raw.put(key, seen);
    }
    if (seen == null) {
      otherRaw++;
    } else {
      seen.count++;
    }
  }

  private static String text(byte[] bytes, ObjectSpans line, String member) {
    int found = line.find(member);
    return found < 0
        ? ""
        : JsonText.decode(bytes, line.valueFrom(found) + 1, line.valueTo(found) - 1);
  }

  private static String json(byte[] bytes, ObjectSpans line, String member) {
    int found = line.find(member);
    return found < 0
        ? ""
        : new String(
            bytes,
            line.valueFrom(found),
            line.valueTo(found) - line.valueFrom(found),
            StandardCharsets.UTF_8);
  }

  /// Goes from the tokens that nodes carry along what their values refer to.
  private void follow() {
    Map<String, Set<String>> references = new HashMap<>();
    library.forEach((name, token) -> {
      Set<String> names = TokenReferences.of(token.token());
      names.removeIf(other -> !tokens.containsKey(other));
      names.forEach(other -> used(other).addReferrer());
      references.put(name, names);
    });
    Deque<String> open = new ArrayDeque<>();
    for (UsedToken token : tokens.values()) {
      if (token.nodes() > 0) {
        open.push(token.name());
      }
    }
    while (!open.isEmpty()) {
      for (String other : references.getOrDefault(open.pop(), Set.of())) {
        if (used(other).reach()) {
          open.push(other);
        }
      }
    }
  }

  private UsedToken used(String name) {
    return Objects.requireNonNull(tokens.get(name));
  }

  /// Nodes that carry tokens.
  public long nodes() {
    return nodes;
  }

  /// The library's tokens in its order.
  public Collection<UsedToken> tokens() {
    return List.copyOf(tokens.values());
  }

  /// Names that nodes carry and no token has, in the order in which they were met.
  public Collection<UsedToken> unknown() {
    return List.copyOf(unknown.values());
  }

  /// The existing name an unknown one was probably meant to be; empty when none is near.
  public String suggestion(String name) {
    return suggestions.getOrDefault(name, "");
  }

  /// Uses of unknown names that were too many to be told apart.
  public long otherUnknown() {
    return otherUnknown;
  }

  /// Values without a token, those met most often first.
  public List<RawUse> untokenised() {
    List<RawUse> uses = new ArrayList<>();
    raw.forEach((key, seen) ->
        uses.add(
            new RawUse(
                key.kind(),
                key.value(),
                seen.nearest,
                seen.nearestValue,
                seen.distance,
                seen.count)));
    uses.sort(
        Comparator.comparingLong(RawUse::count)
            .reversed()
            .thenComparing(RawUse::kind)
            .thenComparing(RawUse::value));
    return uses;
  }

  /// All values without a token.
  public long untokenisedCount() {
    return rawValues;
  }

  /// Values without a token that were too many to be told apart.
  public long otherUntokenised() {
    return otherRaw;
  }
}
