package sluice.remap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Which token name becomes which. All mappings apply at once to the name as it was, so `a=b` and
/// `b=a` swap two names. Counts how often each was used.
///
/// Not safe for use by several threads.
public final class NameMap {
  /// Mappings of one run.
  public static final int MAPPINGS_MAX = 100_000;

  /// Different names that are renamed; more would have to be remembered to know clashes.
  static final int NAMES_MAX = 400_000;

  private static final int SHOWN_MAX_CHARS = 100;

  private final List<Mapping> mappings;
  private final List<Pattern> patterns;
  private final Map<String, Integer> exact;
  private final Set<String> targets;
  private final long[] applied;
  private final long[] inTokens;
  private final Map<String, Renamed> known = new HashMap<>();
  private final Map<String, String> taken = new HashMap<>();

  /// One mapping as a person gave it.
  ///
  /// @param from a name, or a regular expression for whole names
  /// @param to a name; of a regular expression with `$1` for what its first group found
  public record Mapping(String from, String to) {}

  /// @param to the new name; the old one when nothing is said about it
  /// @param mapping which one says so, or -1
  private record Renamed(String to, int mapping) {}

  private NameMap(List<Mapping> mappings, List<Pattern> patterns, Map<String, Integer> exact) {
    this.mappings = List.copyOf(mappings);
    this.patterns = patterns;
    this.exact = exact;
    this.targets = new HashSet<>();
    exact.values().forEach(mapping -> targets.add(mappings.get(mapping).to()));
    this.applied = new long[mappings.size()];
    this.inTokens = new long[mappings.size()];
  }

  /// The mappings of names.
  ///
  /// @throws SluiceException `mapping-clash` when a name is to become two, or two are to become
  ///   one; `option-invalid` when one is empty or changes nothing
  public static NameMap ofNames(List<Mapping> mappings) {
    Map<String, Integer> exact = new HashMap<>();
    Map<String, String> reached = new HashMap<>();
    for (int i = 0; i < limited(mappings).size(); i++) {
      Mapping mapping = mappings.get(i);
      if (mapping.from().isEmpty() || mapping.to().isEmpty()) {
        throw invalid("a mapping has no name on one side", shown(mapping));
      }
      if (mapping.from().equals(mapping.to())) {
        throw invalid("a mapping changes nothing", shown(mapping));
      }
      Integer before = exact.putIfAbsent(mapping.from(), i);
      if (before != null) {
        throw clash(
            "\"%s\" is to become two names".formatted(mapping.from()),
            "%s and %s".formatted(shown(mappings.get(before)), shown(mapping)));
      }
      String other = reached.putIfAbsent(mapping.to(), mapping.from());
      if (other != null) {
        throw clash(
            "two names are to become \"%s\"".formatted(mapping.to()),
            "\"%s\" and \"%s\", which could not be told apart again"
                .formatted(other, mapping.from()));
      }
    }
    return new NameMap(mappings, List.of(), exact);
  }

  /// The mappings of regular expressions, each for whole names.
  ///
  /// @throws SluiceException `option-invalid` when one is no regular expression
  public static NameMap ofPatterns(List<Mapping> mappings) {
    List<Pattern> patterns = new ArrayList<>();
    for (Mapping mapping : limited(mappings)) {
      try {
        Pattern pattern = Pattern.compile(mapping.from());
        checkGroups(pattern, mapping);
        patterns.add(pattern);
      } catch (PatternSyntaxException e) {
        throw invalid(
            "\"" + mapping.from() + "\" is no regular expression",
            String.valueOf(e.getDescription()));
      }
    }
    return new NameMap(mappings, patterns, Map.of());
  }

  private static List<Mapping> limited(List<Mapping> mappings) {
    if (mappings.isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "there is no mapping")
              .advising("give --map OLD=NEW, or --map FILE with a mapping on each line"));
    }
    if (mappings.size() > MAPPINGS_MAX) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "there are too many mappings")
              .because("%,d, at most %,d".formatted(mappings.size(), MAPPINGS_MAX))
              .advising("give some of them, then the others; an expression maps many at once"));
    }
    return mappings;
  }

  /// Every group the new name asks for has to be in the expression.
  private static void checkGroups(Pattern pattern, Mapping mapping) {
    Matcher groups = Pattern.compile("\\\\.|\\$(\\d|\\{(\\w+)\\})?").matcher(mapping.to());
    int count = pattern.matcher("").groupCount();
    while (groups.find()) {
      String number = groups.group(1);
      boolean wrong =
          groups.group().startsWith("$")
              && (number == null
                  || (groups.group(2) == null && Integer.parseInt(number) > count)
                  || (groups.group(2) != null
                      && !pattern.namedGroups().containsKey(groups.group(2))));
      if (wrong) {
        throw invalid(
            "\"%s\" in %s is no group".formatted(groups.group(), shown(mapping)),
            "the expression has %d; a dollar that is meant is \\$".formatted(count));
      }
    }
  }

  /// What a name becomes, or null when nothing is said about it. Not counted.
  ///
  /// @throws SluiceException `mapping-clash`, `limit-exceeded`
  public @Nullable String newName(String name) {
    Renamed renamed = renamed(name);
    return renamed.mapping() < 0 ? null : renamed.to();
  }

  /// What a name that is applied to a node becomes, or null. Counts as a use of the mapping.
  ///
  /// @throws SluiceException `mapping-clash`, `limit-exceeded`
  public @Nullable String useApplied(String name) {
    return use(name, applied);
  }

  /// What a name in a token library becomes, or null. Counts as a use of the mapping.
  ///
  /// @throws SluiceException `mapping-clash`, `limit-exceeded`
  @Nullable String useInTokens(String name) {
    return use(name, inTokens);
  }

  private @Nullable String use(String name, long[] uses) {
    Renamed renamed = renamed(name);
    if (renamed.mapping() < 0) {
      return null;
    }
    uses[renamed.mapping()]++;
    return renamed.to();
  }

  /// Whether another name becomes this one, as far as is known.
  public boolean isTarget(String name) {
    return targets.contains(name) || taken.containsKey(name);
  }

  private Renamed renamed(String name) {
    if (patterns.isEmpty()) {
      Integer mapping = exact.get(name);
      return mapping == null
          ? new Renamed(name, -1)
          : new Renamed(mappings.get(mapping).to(), mapping);
    }
    Renamed before = known.get(name);
    if (before == null) {
      before = byPattern(name);
      remember(name, before);
    }
    return before;
  }

  private void remember(String name, Renamed renamed) {
    if (known.size() >= NAMES_MAX) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "there are too many different token names")
              .because("more than %,d".formatted(NAMES_MAX))
              .advising("limit the run to some documents, then rename in the others"));
    }
    known.put(name, renamed);
    if (renamed.mapping() >= 0) {
      String other = taken.putIfAbsent(renamed.to(), name);
      if (other != null) {
        throw clash(
            "two names are to become \"%s\"".formatted(renamed.to()),
            "\"%s\" and \"%s\", which could not be told apart again".formatted(other, name));
      }
    }
  }

  private Renamed byPattern(String name) {
    Renamed found = new Renamed(name, -1);
    for (int i = 0; i < patterns.size(); i++) {
      String to = byPattern(i, name);
      if (to == null) {
        continue;
      }
      if (to.isEmpty()) {
        throw invalid("\"" + name + "\" would have no name", shown(mappings.get(i)));
      }
      if (found.mapping() >= 0 && !found.to().equals(to)) {
        throw clash(
            "\"%s\" is to become two names".formatted(name),
            "%s and %s".formatted(shown(mappings.get(found.mapping())), shown(mappings.get(i))));
      }
      if (!to.equals(name) && found.mapping() < 0) {
        found = new Renamed(to, i);
      }
    }
    return found;
  }

  /// What one expression makes of a name, or null when it is not for it.
  private @Nullable String byPattern(int mapping, String name) {
    try {
      Matcher matcher = patterns.get(mapping).matcher(new CountedText(name));
      return matcher.matches() ? matcher.replaceFirst(mappings.get(mapping).to()) : null;
    } catch (CountedText.TooManyReads | StackOverflowError e) {
      // Repeated groups are matched by recursion, one level for each time.
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "a regular expression takes too long on a name")
              .because(
                  "%s on \"%s\", of %,d characters"
                      .formatted(shown(mappings.get(mapping)), start(name), name.length()))
              .advising("write it without repetitions inside repetitions; nothing was written"),
          e);
    }
  }

  private static String start(String name) {
    return name.length() <= SHOWN_MAX_CHARS ? name : name.substring(0, SHOWN_MAX_CHARS) + "…";
  }

  /// How often a mapping was used.
  ///
  /// @param applied places on nodes
  /// @param inTokens places in token files: declarations, references, and what themes tell
  public record Use(Mapping mapping, long applied, long inTokens) {}

  /// The mappings, in the order they were given, and how often each was used.
  public List<Use> uses() {
    List<Use> all = new ArrayList<>();
    for (int i = 0; i < applied.length; i++) {
      all.add(new Use(mappings.get(i), applied[i], inTokens[i]));
    }
    return all;
  }

  /// The new names that are known without a document; none of regular expressions.
  public List<Mapping> exactMappings() {
    return patterns.isEmpty() ? mappings : List.of();
  }

  private static String shown(Mapping mapping) {
    return mapping.from() + "=" + mapping.to();
  }

  private static SluiceException invalid(String what, String why) {
    return new SluiceException(Problem.of(ProblemCode.OPTION_INVALID, what).because(why));
  }

  static SluiceException clash(String what, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.MAPPING_CLASH, what)
            .because(why)
            .advising("give each name one new name of its own; nothing was written"));
  }
}
