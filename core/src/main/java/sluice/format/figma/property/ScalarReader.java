package sluice.format.figma.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedValue;
import sluice.apply.KeyProblem;
import sluice.apply.NodeTokens;
import sluice.apply.PropertyKey;
import sluice.problem.Problem;
import sluice.resolve.ResolvedToken;
import sluice.resolve.color.GradientText;
import sluice.token.NumberText;
import sluice.token.TokenValue;

/// Reads the numbers and words of one combination of tokens for one family, collecting what is
/// wrong with them.
///
/// A key counts when it has a value and refers to a token; composites on a key that takes one
/// number or word are reported, never written.
final class ScalarReader {
  /// Text to number: the text, what an `em` is worth in pixels.
  interface Conversion {
    /// NaN when the text is no good.
    double convert(String text, double basePx);
  }

  private final NodeTokens tokens;
  private final ApplySettings settings;
  private final List<KeyProblem> notices = new ArrayList<>(0);

  ScalarReader(NodeTokens tokens, ApplySettings settings) {
    this.tokens = tokens;
    this.settings = settings;
  }

  NodeTokens tokens() {
    return tokens;
  }

  /// In whose terms the values will be written.
  boolean inPluginTerms() {
    return settings.terms() == Terms.PLUGIN;
  }

  double basePx() {
    return settings.baseFontSizePx();
  }

  /// The paint of a text, or null when it is no colour a paint can have.
  @Nullable TokenPaint paint(String text) {
    return settings.paints().paint(text);
  }

  /// What was wrong so far; the family reports it on every node.
  List<KeyProblem> notices() {
    return List.copyOf(notices);
  }

  /// Adds something to say on every node.
  void notice(Source source, Problem problem) {
    notices.add(new KeyProblem(source.key(), source.token(), problem));
  }

  /// The value to write for a key, or null.
  @Nullable AppliedValue value(PropertyKey key) {
    return tokens.refersTo(key) ? tokens.value(key) : null;
  }

  /// What a key paints with: of the token it refers to the value, or the `color` of a border; the
  /// value of the key itself where that token has no colour or doesn't exist. Null when there is
  /// nothing to paint with, because the key has no value or its token couldn't be resolved. A
  /// gradient is only taken from a token.
  @Nullable TokenValue color(PropertyKey key) {
    AppliedValue applied = value(key);
    if (applied == null || tokens.isUnresolved(key)) {
      return null;
    }
    TokenValue given = applied.value();
    if (!(given instanceof TokenValue.Text(String text))) {
      return given;
    }
    boolean gradient = GradientText.isGradient(text);
    ResolvedToken token = tokens.referenced(key);
    if (token == null) {
      return gradient ? new TokenValue.Nothing() : given;
    }
    return switch (token.value()) {
      case TokenValue.Text own -> own;
      case TokenValue.Parts(Map<String, TokenValue> parts) -> {
        TokenValue part = parts.get(gradient ? "fill" : "color");
        yield part == null || isEmpty(part) ? given : part;
      }
      case TokenValue.Num _, TokenValue.Bool _, TokenValue.Many _, TokenValue.Nothing _ -> given;
    };
  }

  private static boolean isEmpty(TokenValue value) {
    return value instanceof TokenValue.Nothing
        || (value instanceof TokenValue.Text text && text.text().isEmpty());
  }

  /// What clears the key, or null when nothing does.
  @Nullable Source cleared(PropertyKey key) {
    AppliedValue value = tokens.values().get(key);
    return value != null && value.clears() ? new Source(key, value.token()) : null;
  }

  /// The number 0 (or another) if the key is cleared, or null.
  @Nullable Setting cleared(PropertyKey key, double to) {
    Source source = cleared(key);
    return source == null ? null : new Setting(to, source);
  }

  /// The value of a key as text, or null when there is none.
  @Nullable String text(PropertyKey key) {
    AppliedValue value = needsNoToken(key) ? tokens.value(key) : value(key);
    if (value == null) {
      return null;
    }
    String text = primitive(value.value());
    if (text == null) {
      Source source = new Source(key, value.token());
      notice(source, Notices.invalid(source, value.value(), "a single number or word"));
    }
    return text;
  }

  /// Whether a value is enough: the blur of an alias of a composition takes effect though no token
  /// is known to stand behind it.
  private static boolean needsNoToken(PropertyKey key) {
    return key == PropertyKey.BACKGROUND_BLUR;
  }

  /// Where the value of a key comes from; asked only of keys that have one.
  Source source(PropertyKey key) {
    AppliedValue value = tokens.values().get(key);
    return new Source(key, value == null ? "" : value.token());
  }

  /// The value of a key as a number, or null when there is none or it is no good.
  @Nullable Setting number(PropertyKey key, Conversion conversion) {
    String text = text(key);
    return text == null ? null : number(key, text, conversion);
  }

  /// The same number, or null when Figma would refuse it: the Plugin API takes numbers from `least`
  /// on. A file can hold any number.
  @Nullable Setting atLeast(double least, @Nullable Setting setting) {
    if (setting == null || !inPluginTerms() || setting.value() >= least) {
      return setting;
    }
    invalid(setting.source().key(), "a number from " + NumberText.of(least) + " on");
    return null;
  }

  /// A text as the number of a key, or null when it is no good.
  @Nullable Setting number(PropertyKey key, String text, Conversion conversion) {
    double number = conversion.convert(text, settings.baseFontSizePx());
    if (Double.isFinite(number)) {
      return new Setting(number, source(key));
    }
    invalid(key, "a number, with or without a unit");
    return null;
  }

  /// One to four numbers separated by single spaces, or null when there is none or any is no good.
  /// Five and more are ignored, which is what the plugin does.
  double @Nullable [] numbers(PropertyKey key, Conversion conversion) {
    String text = text(key);
    if (text == null) {
      return null;
    }
    List<String> parts = parts(text);
    double[] numbers = new double[parts.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = conversion.convert(parts.get(i), settings.baseFontSizePx());
      if (!Double.isFinite(numbers[i]) || numbers.length > 4) {
        invalid(key, "one to four numbers separated by single spaces");
        return null;
      }
    }
    return numbers;
  }

  /// Says that a key's value is no good.
  void invalid(PropertyKey key, String allowed) {
    AppliedValue value = tokens.values().get(key);
    if (value != null) {
      Source source = source(key);
      notice(source, Notices.invalid(source, value.value(), allowed));
    }
  }

  /// A number, word or truth value as text; null for composites and nothing.
  static @Nullable String primitive(TokenValue value) {
    return switch (value) {
      case TokenValue.Text(String text) -> text;
      case TokenValue.Num(double number) -> NumberText.of(number);
      case TokenValue.Bool(boolean truth) -> Boolean.toString(truth);
      case TokenValue.Nothing _, TokenValue.Many _, TokenValue.Parts _ -> null;
    };
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>(4);
    int start = 0;
    for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', start)) {
      parts.add(text.substring(start, space));
      start = space + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }
}
