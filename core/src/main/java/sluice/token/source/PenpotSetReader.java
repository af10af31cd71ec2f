package sluice.token.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.PenpotNames;
import sluice.token.PenpotTokenType;
import sluice.token.Token;
import sluice.token.TokenSet;

/// One set of a Penpot library to its tokens (`flatten-nested-tokens-json` of `tokens_lib.cljc`).
///
/// What has a value is a token; every other object is a group, whose `$type` holds for the tokens
/// below it. A token whose type Penpot does not know is left out and reported. Of two tokens with
/// one name the later counts, at the place of the earlier.
final class PenpotSetReader {
  private static final String TYPE = "$type";
  private static final String DESCRIPTION = "$description";
  private static final String OLD_STROKE_WIDTH = "strokeWidth";

  private final String set;
  private final boolean isLegacy;
  private final Places places;
  private final ProblemTally problems;
  private final LibraryCount count;
  private final Map<String, Token> tokens = new LinkedHashMap<>();

  private PenpotSetReader(
      String set, boolean isLegacy, Places places, ProblemTally problems, LibraryCount count) {
    this.set = set;
    this.isLegacy = isLegacy;
    this.places = places;
    this.problems = problems;
    this.count = count;
  }

  /// The set, tokens in written order.
  ///
  /// @param set its name, normalised
  /// @param isLegacy whether tokens are written with `value` and `type`
  static TokenSet read(
      String set,
      SourceValue.Obj content,
      boolean isLegacy,
      Places places,
      ProblemTally problems,
      LibraryCount count) {
    PenpotSetReader reader = new PenpotSetReader(set, isLegacy, places, problems, count);
    reader.group(content, "", null);
    return new TokenSet(set, List.copyOf(reader.tokens.values()));
  }

  private void group(SourceValue.Obj group, String path, @Nullable String inherited) {
    for (Map.Entry<String, SourceValue.Member> entry : group.members().entrySet()) {
      String key = entry.getKey();
      SourceValue.Member member = entry.getValue();
      String name = path.isEmpty() ? key : path + "." + key;
      switch (member.value()) {
        case SourceValue.Obj child -> {
          SourceValue value = value(child);
          if (value == null) {
            String type = TokenReader.text(child, TYPE);
            group(child, name, type == null ? inherited : type);
          } else {
            token(name, child, value, inherited, member);
          }
        }
        case SourceValue.Str _,
            SourceValue.Num _,
            SourceValue.Bool _,
            SourceValue.Null _,
            SourceValue.Arr _ -> {
          if (!key.startsWith("$")) {
            skip(name, member, "it is neither a token nor a group");
          }
        }
      }
    }
  }

  /// What makes an object a token, or null. A legacy token has a type too.
  private @Nullable SourceValue value(SourceValue.Obj object) {
    SourceValue value = object.get("$value");
    return value == null && isLegacy && object.get("type") != null ? object.get("value") : value;
  }

  private void token(
      String name,
      SourceValue.Obj declared,
      SourceValue value,
      @Nullable String inherited,
      SourceValue.Member member) {
    String own = TokenReader.text(declared, TYPE);
    if (own == null && isLegacy && declared.get("value") != null) {
      own = TokenReader.text(declared, "type");
    }
    String written = own == null ? inherited : own;
    PenpotTokenType type = written == null ? null : PenpotTokenType.ofJson(written);
    if (OLD_STROKE_WIDTH.equals(written)) {
      type = PenpotTokenType.STROKE_WIDTH;
      oldStrokeWidth(name, member);
    }
    if (type == null) {
      skip(
          name,
          member,
          written == null
              ? "it has no $type"
              : "its $type \"" + written + "\" is none that Penpot knows");
      return;
    }
    add(name, type, declared, value, member);
  }

  private void add(
      String name,
      PenpotTokenType type,
      SourceValue.Obj declared,
      SourceValue value,
      SourceValue.Member member) {
    Location where = places.at(member.line(), member.column());
    if (name.length() > SourceLimits.TOKEN_NAME_MAX_CHARS) {
      throw SourceLimits.exceeded(
          "a token name is too long",
          where,
          "%,d characters, at most %,d"
              .formatted(name.length(), SourceLimits.TOKEN_NAME_MAX_CHARS));
    }
    if (!PenpotNames.isTokenName(name)) {
      throw malformed(
          where,
          "token name \"" + name + "\" is refused by Penpot",
          "a name has ASCII letters, digits, \"_\", \"-\" and \"$\" in segments joined by dots, and"
              + " no \"$\" in front",
          "rename the token");
    }
    SourceValue description = declared.get(DESCRIPTION);
    if (description != null
        && !(description instanceof SourceValue.Str)
        && !(description instanceof SourceValue.Null)) {
      throw malformed(
          where,
          "the $description of token \"" + name + "\" is refused by Penpot",
          "it is no text",
          "make it a text");
    }
    if (TokenReader.holdsInfinity(value)) {
      skip(name, member, "a number in its value is out of range");
      return;
    }
    count.addToken(where);
    tokens.put(
        name,
        new Token(
            name,
            type.json(),
            PenpotParts.of(type, value, isLegacy),
            description instanceof SourceValue.Str text ? text.text() : "",
            null,
            set,
            where));
  }

  private static SluiceException malformed(Location where, String what, String why, String help) {
    return new SluiceException(
        Problem.of(ProblemCode.TOKEN_FILE_MALFORMED, what).at(where).because(why).advising(help));
  }

  private void oldStrokeWidth(String name, SourceValue.Member member) {
    problems.add(
        ProblemCode.QUIRK,
        () ->
            Problem.of(
                    ProblemCode.QUIRK,
                    "token \"%s\" in set \"%s\" is read as a borderWidth".formatted(name, set))
                .at(places.at(member.line(), member.column()))
                .because("its $type \"strokeWidth\" is an older one, which Penpot now leaves out")
                .advising("write \"borderWidth\""));
  }

  private void skip(String name, SourceValue.Member member, String why) {
    problems.add(
        ProblemCode.TOKEN_SKIPPED,
        () ->
            Problem.of(
                    ProblemCode.TOKEN_SKIPPED,
                    "\"%s\" in set \"%s\" is skipped".formatted(name, set))
                .at(places.at(member.line(), member.column()))
                .because(why));
  }
}
