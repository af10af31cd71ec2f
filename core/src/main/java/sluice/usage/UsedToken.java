package sluice.usage;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of the uses of one name.
public final class UsedToken {
  private final String name;
  private final @Nullable String type;
  private final Map<String, Long> properties = new LinkedHashMap<>();
  private final BitSet pages = new BitSet();
  private long nodes;
  private long referrers;
  private boolean indirect;

  UsedToken(String name, @Nullable String type) {
    this.name = name;
    this.type = type;
  }

  void add(Iterable<String> keys, int page) {
    nodes++;
    pages.set(page);
    for (String key : keys) {
      properties.merge(key, 1L, Long::sum);
    }
  }

  void addReferrer() {
    referrers++;
  }

  /// Notes that a token that is used leads here; returns whether that is new.
  boolean reach() {
    boolean isNew = !indirect;
    indirect = true;
    return isNew;
  }

  public String name() {
    return name;
  }

  /// The token's type; null when it has none.
  public @Nullable String type() {
    return type;
  }

  /// Nodes that carry it.
  public long nodes() {
    return nodes;
  }

  /// Pages with such a node.
  public int pages() {
    return pages.cardinality();
  }

  /// How often it is applied to each property key.
  public Map<String, Long> properties() {
    return Collections.unmodifiableMap(properties);
  }

  /// Tokens whose value refers to it.
  public long referrers() {
    return referrers;
  }

  /// How it is used.
  public Use use() {
    return nodes > 0 ? Use.DIRECT : indirect ? Use.INDIRECT : Use.UNUSED;
  }

  /// How a token may be used.
  public enum Use {
    /// Some node carries it.
    DIRECT,
    /// No node carries it, but some node carries a token that refers to it, itself or by way of
    /// others.
    INDIRECT,
    UNUSED;

    /// The word in files.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
