package sluice.token.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.resolve.ThemeSelection;
import sluice.resolve.penpot.PenpotJson;
import sluice.testkit.vector.VectorSuite;
import sluice.testkit.vector.VectorSuite.Area;
import sluice.testkit.vector.Vectors;
import sluice.token.NumberText;
import sluice.token.PenpotActivation;
import sluice.token.PenpotTokenType;
import sluice.token.SetStatus;
import sluice.token.Token;
import sluice.token.TokenJson;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Facts about Penpot's token libraries.
public final class PenpotLibraryVectors {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PenpotLibraryVectors() {}

  /// Every suite.
  public static List<VectorSuite> suites() {
    return List.of(
        VectorSuite.equal(
            "penpot/convert-dtcg-token",
            Area.PENPOT,
            "one token to Penpot's own spelling",
            PenpotLibraryVectors::convert),
        VectorSuite.of(
            "penpot/parse-lib",
            Area.PENPOT,
            "files of the import dialog",
            PenpotLibraryVectors::parse),
        VectorSuite.equal(
            "penpot/tokens-json-acceptance",
            Area.PENPOT,
            "what an archive may hold",
            PenpotLibraryVectors::accept),
        VectorSuite.equal(
            "penpot/tokens-json-normalisation",
            Area.PENPOT,
            "what Penpot writes back",
            PenpotLibraryVectors::normalise),
        VectorSuite.equal(
            "penpot/active-tokens",
            Area.PENPOT,
            "tokens of active sets",
            PenpotLibraryVectors::active));
  }

  /// Where a token comes from a plugin Penpot makes a number a text; in a file it stays a number.
  private static void convert(Vectors.Case fact) {
    JsonNode input = fact.input();
    PenpotTokenType type = PenpotTokenType.ofJson(input.get("type").asString());

    JsonNode expected = fact.expected();
    assertEquals(expected.path("type").asString(null), type == null ? null : type.internal());
    if (type != null) {
      TokenValue value =
          PenpotParts.of(
              type,
              SourceParser.parse(
                  input.get("value").toString(),
                  Places.inWhole("fact"),
                  ProblemCode.TOKEN_FILE_MALFORMED),
              false);
      assertEquals(
          TokenJson.value(expected.get("value")),
          value instanceof TokenValue.Num(double number)
              ? new TokenValue.Text(NumberText.of(number))
              : PenpotJson.internal(value));
    }
  }

  private static Set<String> parse(Vectors.Case fact) {
    ProblemTally problems = new ProblemTally();

    TokenLibrary library =
        PenpotLibrary.read(
            new StringReader(fact.input().get("json").toString()),
            "fact",
            fact.input().get("file").asString(),
            problems);

    List<String> names = new ArrayList<>();
    fact.expected().get("sets").forEach(name -> names.add(name.asString()));
    assertEquals(names, library.sets().stream().map(TokenSet::name).toList());
    boolean isOldStrokeWidth = problems.counts().containsKey(ProblemCode.QUIRK);
    for (TokenSet set : library.sets()) {
      JsonNode expected = fact.expected().get("tokens").get(set.name());
      Map<String, Map<String, TokenValue>> tokens = new LinkedHashMap<>();
      for (Token token : set.tokens()) {
        PenpotTokenType type =
            Objects.requireNonNull(PenpotTokenType.ofJson(Objects.requireNonNull(token.type())));
        if (isOldStrokeWidth
            && type == PenpotTokenType.STROKE_WIDTH
            && !expected.has(token.name())) {
          continue;
        }
        tokens.put(
            token.name(),
            Map.of(
                "type",
                new TokenValue.Text(type.internal()),
                "value",
                PenpotJson.internal(token.value())));
      }
      Map<String, Map<String, TokenValue>> facts = new LinkedHashMap<>();
      expected
          .properties()
          .forEach(token ->
              facts.put(
                  token.getKey(),
                  Map.of(
                      "type",
                      TokenJson.value(token.getValue().get("type")),
                      "value",
                      TokenJson.value(token.getValue().get("value")))));
      assertEquals(facts, tokens);
    }
    return isOldStrokeWidth ? Set.of("penpot-stroke-width") : Set.of();
  }

  private static void accept(Vectors.Case fact) {
    boolean isAccepted;
    try {
      archived(fact.input());
      isAccepted = true;
    } catch (SluiceException e) {
      assertEquals(ProblemCode.TOKEN_FILE_MALFORMED, e.problem().code());
      isAccepted = false;
    }

    assertEquals(fact.expected().asBoolean(), isAccepted);
  }

  private static void normalise(Vectors.Case fact) {
    TokenLibrary library = archived(fact.input());

    String text = PenpotLibraryWriter.text(library, PenpotActivation.standing(library));

    JsonNode written = MAPPER.readTree(text);
    JsonNode metadata = written.get("$metadata");
    JsonNode expected = fact.expected();
    if (!expected.get("sets").isNull()) {
      Map<String, TokenValue> sets = new LinkedHashMap<>();
      written
          .properties()
          .forEach(set -> {
            if (!set.getKey().startsWith("$")) {
              sets.put(set.getKey(), TokenJson.value(set.getValue()));
            }
          });
      assertEquals(TokenJson.value(expected.get("sets")), new TokenValue.Parts(sets));
    }
    assertEquals(expected.get("order"), metadata.get("tokenSetOrder"));
    assertEquals(expected.get("activeThemes"), metadata.get("activeThemes"));
    assertEquals(sorted(expected.get("activeSets")), sorted(metadata.get("activeSets")));
    TokenLibrary again = archived(written);
    assertEquals(text, PenpotLibraryWriter.text(again, PenpotActivation.standing(again)));
  }

  private static void active(Vectors.Case fact) {
    TokenLibrary library = archived(fact.input());
    ThemeSelection selection = ThemeSelection.standing(library);

    Map<String, TokenValue> active = new LinkedHashMap<>();
    for (TokenSet set : library.sets()) {
      if (selection.statuses().get(set.name()) == SetStatus.ENABLED) {
        set.tokens().forEach(token -> active.put(token.name(), token.value()));
      }
    }

    List<TokenValue> listed = new ArrayList<>();
    active.forEach((name, value) ->
        listed.add(new TokenValue.Many(List.of(new TokenValue.Text(name), value))));
    assertEquals(TokenJson.value(fact.expected()), new TokenValue.Many(listed));
  }

  private static TokenLibrary archived(JsonNode json) {
    return PenpotLibrary.readArchived(
        new StringReader(json.toString()), "fact", new ProblemTally());
  }

  private static List<String> sorted(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asString()));
    return texts.stream().sorted().toList();
  }
}
