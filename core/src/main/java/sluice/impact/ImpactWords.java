package sluice.impact;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonText;

/// Impact in sentences, the same in every format people read.
public final class ImpactWords {
  /// Longer values are cut.
  private static final int VALUE_SIZE_CHARS_MAX = 60;

  private ImpactWords() {}

  /// How a token is different: `changed`, `added`, `removed`, or `same`.
  public static String change(@Nullable TokenDelta delta) {
    return delta == null ? "same" : delta.kind().text();
  }

  /// A token's value: text without its quotes, anything else as JSON; `–` for none.
  public static String value(TokenDelta.@Nullable Value value) {
    if (value == null) {
      return "–";
    }
    String json = value.json();
    String plain =
        json.startsWith("\"") ? JsonText.decode(json.substring(1, json.length() - 1)) : json;
    String shown = cut(plain);
    return value.resolved() ? shown : shown + " (no value)";
  }

  private static String cut(String text) {
    if (text.length() <= VALUE_SIZE_CHARS_MAX) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(VALUE_SIZE_CHARS_MAX - 1));
    return text.substring(0, splits ? VALUE_SIZE_CHARS_MAX - 1 : VALUE_SIZE_CHARS_MAX) + "…";
  }

  /// What a value follows from, empty for a token that is written differently itself.
  public static String because(@Nullable TokenDelta delta) {
    List<String> because = delta == null ? null : delta.because();
    if (delta == null || because == null) {
      return "";
    }
    if (because.isEmpty()) {
      return "something else";
    }
    String names = String.join(", ", because);
    return delta.becauseOmitted() == 0
        ? names
        : "%s and %d more".formatted(names, delta.becauseOmitted());
  }

  /// `3 tokens change, 1 is added, 2 are removed`.
  public static String tokens(TokenDiff diff) {
    long changed = diff.count(TokenDelta.Kind.CHANGED);
    long added = diff.count(TokenDelta.Kind.ADDED);
    long removed = diff.count(TokenDelta.Kind.REMOVED);
    if (changed + added + removed == 0) {
      return "no token is different";
    }
    return String.format(
        Locale.ROOT,
        "%,d %s, %,d %s added, %,d %s removed",
        changed,
        changed == 1 ? "token changes" : "tokens change",
        added,
        are(added),
        removed,
        are(removed));
  }

  /// `12 nodes on 3 pages get 20 changes`.
  public static String nodes(Impact impact) {
    ImpactCounts counts = impact.counts();
    long pages = impact.pages().stream().filter(page -> page.counts().nodes() > 0).count();
    return String.format(
        Locale.ROOT,
        "%,d of %,d nodes with tokens %s touched, on %s%,d %s; %,d %s",
        counts.nodes(),
        impact.nodesWithTokens(),
        are(counts.nodes()),
        impact.otherPages().nodes() > 0 ? "more than " : "",
        pages,
        pages == 1 ? "page" : "pages",
        counts.changes(),
        counts.changes() == 1 ? "value changes" : "values change");
  }

  /// What becomes unwritable; empty when nothing does.
  public static String broken(ImpactCounts counts) {
    return counts.broken() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%,d %s on %,d %s can no longer get a value",
            counts.broken(),
            counts.broken() == 1 ? "property" : "properties",
            counts.brokenNodes(),
            counts.brokenNodes() == 1 ? "node" : "nodes");
  }

  /// What was different before; empty when nothing was.
  public static String drift(ImpactCounts counts) {
    StringBuilder text = new StringBuilder();
    if (counts.drift() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%,d %s on %,d %s already out of step, and applying either version changes %s",
              counts.drift(),
              counts.drift() == 1 ? "value" : "values",
              counts.driftNodes(),
              (counts.driftNodes() == 1 ? "node " : "nodes ") + are(counts.drift()),
              counts.drift() == 1 ? "it" : "them"));
    }
    if (counts.both() > 0) {
      add(
          String.format(
              Locale.ROOT,
              "%,d of the %,d changes %s a value that was out of step before",
              counts.both(),
              counts.changes(),
              counts.both() == 1 ? "is to" : "are to"),
          text);
    }
    if (counts.kept() > 0) {
      add(
          String.format(
              Locale.ROOT,
              "%,d %s out of step with the older tokens and stay%s as %s",
              counts.kept(),
              counts.kept() == 1 ? "value is" : "values are",
              counts.kept() == 1 ? "s" : "",
              counts.kept() == 1 ? "it is" : "they are"),
          text);
    }
    if (counts.stillBroken() > 0) {
      add(
          String.format(
              Locale.ROOT,
              "%,d %s no value with either version",
              counts.stillBroken(),
              counts.stillBroken() == 1 ? "property gets" : "properties get"),
          text);
    }
    return text.toString();
  }

  private static void add(String sentence, StringBuilder text) {
    text.append(text.isEmpty() ? "" : ". ").append(sentence);
  }

  /// The document and the page.
  public static String page(Impact.OfPage page) {
    String name = page.name().isEmpty() ? page.id() : page.name();
    return page.document() + (name.isEmpty() ? "" : ", " + name);
  }

  private static String are(long count) {
    return count == 1 ? "is" : "are";
  }
}
