package sluice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sluice.impact.Impact;
import sluice.impact.TokenDiff;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.resolve.ResolvedToken;
import sluice.token.Dialect;

/// Two versions of the tokens, for runs that tell what the newer one changes. Made by
/// [Sluice#impact]; read and resolved when the first document asks for them, once for each format
/// of documents. For one run after the other, not several at the same time.
public final class TokenVersions {
  private final TokenChoice older;
  private final TokenChoice newer;
  private @Nullable ForFigma figma;
  private @Nullable ForPenpot penpot;
  private @Nullable TokenDiff diff;
  private Impact.Themes themes = new Impact.Themes(List.of(), List.of());

  /// Both as the properties of Figma's nodes understand them.
  record ForFigma(TokenValues older, TokenValues newer) {}

  /// Both for the files of archives.
  record ForPenpot(PenpotLibraries.Given older, PenpotLibraries.Given newer) {}

  TokenVersions(TokenChoice older, TokenChoice newer) {
    this.older = older;
    this.newer = newer;
  }

  TokenChoice older() {
    return older;
  }

  TokenChoice newer() {
    return newer;
  }

  /// @throws SluiceException what reading and choosing say, with the version it is about
  synchronized ForFigma forFigma() {
    ForFigma known = figma;
    if (known == null) {
      TokenValues before = ofVersion("--from", "older", () -> TokenValues.fromFiles(older));
      TokenValues after = ofVersion("--to", "newer", () -> TokenValues.fromFiles(newer));
      known = new ForFigma(before.forFigma(), after.forFigma());
      figma = known;
      note(before, after, known.older(), known.newer());
    }
    return known;
  }

  /// @throws SluiceException what reading and choosing say, with the version it is about
  synchronized ForPenpot forPenpot() {
    ForPenpot known = penpot;
    if (known == null) {
      PenpotLibraries.Given before =
          ofVersion("--from", "older", () -> PenpotLibraries.read(older));
      PenpotLibraries.Given after = ofVersion("--to", "newer", () -> PenpotLibraries.read(newer));
      known = new ForPenpot(before, after);
      penpot = known;
      note(before.plain(), after.plain(), before.values(), after.values());
    }
    return known;
  }

  /// A theme or set has to be in both versions, so the message names the one that lacks it.
  private static <T> T ofVersion(String option, String version, Supplier<T> read) {
    try {
      return read.get();
    } catch (SluiceException e) {
      Problem problem = e.problem();
      if (problem.code() != ProblemCode.THEME_UNKNOWN
          && problem.code() != ProblemCode.SET_UNKNOWN) {
        throw e;
      }
      throw new SluiceException(
          new Problem(
              problem.code(),
              problem.what() + " in the " + version + " tokens (" + option + ")",
              problem.where(),
              problem.why(),
              problem.help() == null
                  ? "choose what both versions have; values under different themes cannot be"
                      + " compared"
                  : problem.help()),
          e);
    }
  }

  /// Works out which tokens are different, as the documents met first have them.
  private void note(
      TokenValues before, TokenValues after, TokenValues beforeSaid, TokenValues afterSaid) {
    if (diff != null) {
      return;
    }
    themes = new Impact.Themes(before.themeLabels(), after.themeLabels());
    boolean oneDialect = dialects(before).equals(dialects(after));
    diff =
        TokenDiff.of(
            listed(before),
            listed(after),
            // What is written differently in another dialect may still mean the same.
            oneDialect ? null : new TokenDiff.Meant(beforeSaid.resolved(), afterSaid.resolved()),
            TokensJson::of);
  }

  private static List<Dialect> dialects(TokenValues values) {
    return values.parts().stream().map(TokenValues.Part::dialect).toList();
  }

  private static List<ResolvedToken> listed(TokenValues values) {
    List<ResolvedToken> listed = new ArrayList<>();
    for (ResolvedToken token : values.resolved().all()) {
      if (values.isListed(token)) {
        listed.add(token);
      }
    }
    return listed;
  }

  /// Which tokens are different.
  ///
  /// @throws IllegalStateException when no run has asked for the tokens yet
  public synchronized TokenDiff diff() {
    if (diff == null) {
      throw new IllegalStateException("no document has been looked at");
    }
    return diff;
  }

  /// What counted of the tokens; empty when no run has asked for them yet.
  public synchronized Impact.Themes themes() {
    return themes;
  }
}
