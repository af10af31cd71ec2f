package sluice.apply.foreign;

import java.util.ArrayList;
import java.util.List;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.resolve.ResolvedToken;
import sluice.resolve.ResolvedTokens;
import sluice.token.Dialect;
import sluice.token.Token;
import sluice.token.TokenValue;

/// Gives the tokens of other dialects the form of values that a document's properties understand.
///
/// Tokens of the document's own dialect stay what they are. One that cannot be said has failed with
/// the problem `not-representable`, which is told where the token is applied; of one that can be
/// said in part, what is lost is told once, where the token is declared. Memory is that of the
/// values made.
public final class ForeignTokens {
  /// The type of every length, whatever it is called where it comes from: a number that is one is
  /// no share, factor or angle.
  private static final String LENGTH = "dimension";

  /// One form of values.
  private interface Form {
    TokenValue of(Meaning meaning, Losses losses) throws Unsayable;
  }

  private final Dialect own;
  private final String document;
  private final double basePx;
  private final Form form;
  private final ProblemTally problems;

  private ForeignTokens(
      Dialect own, String document, double basePx, Form form, ProblemTally problems) {
    this.own = own;
    this.document = document;
    this.basePx = basePx;
    this.form = form;
    this.problems = problems;
  }

  /// The tokens as the properties of Figma's nodes understand them, which is as Tokens Studio
  /// writes values.
  ///
  /// @param basePx what one `rem` is worth
  /// @param problems is told what is lost
  public static ResolvedTokens forFigma(
      ResolvedTokens tokens, double basePx, ProblemTally problems) {
    return new ForeignTokens(Dialect.TOKENS_STUDIO, "a Figma file", basePx, FigmaForm::of, problems)
        .all(tokens);
  }

  /// The tokens as the attributes of Penpot's shapes understand them, which is as
  /// `sluice.resolve.penpot` gives values.
  ///
  /// @param basePx what one `rem` is worth
  /// @param problems is told what is lost
  public static ResolvedTokens forPenpot(
      ResolvedTokens tokens, double basePx, ProblemTally problems) {
    return new ForeignTokens(Dialect.PENPOT, "a Penpot file", basePx, PenpotForm::of, problems)
        .all(tokens);
  }

  private ResolvedTokens all(ResolvedTokens tokens) {
    if (tokens.all().stream().allMatch(token -> token.dialect() == own)) {
      return tokens;
    }
    List<ResolvedToken> all = new ArrayList<>(tokens.all().size());
    for (ResolvedToken token : tokens.all()) {
      all.add(token.dialect() == own || token.failed() ? token : said(token));
    }
    return new ResolvedTokens(all);
  }

  private ResolvedToken said(ResolvedToken token) {
    if (token.problem() != null) {
      problems.add(token.problem());
    }
    Losses losses = new Losses(token, problems);
    try {
      Meaning meaning =
          switch (token.dialect()) {
            case DTCG -> new DtcgMeaning(basePx, losses).of(token);
            case PENPOT -> PenpotMeaning.of(token);
            case TOKENS_STUDIO -> new StudioMeaning(basePx, losses).of(token);
          };
      Token declared =
          meaning instanceof Meaning.Length ? token.token().withType(LENGTH) : token.token();
      return new ResolvedToken(
          declared, form.of(meaning, losses), false, null, token.problem(), token.dialect());
    } catch (Unsayable e) {
      return new ResolvedToken(
          token.token(), token.value(), true, null, unsayable(token, e), token.dialect());
    }
  }

  private Problem unsayable(ResolvedToken token, Unsayable e) {
    return new Problem(
        ProblemCode.NOT_REPRESENTABLE,
        "token \"%s\" can't be written to %s".formatted(token.name(), document),
        token.token().location(),
        e.why(),
        "the property was left as it is; " + e.help());
  }
}
