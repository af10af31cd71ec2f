package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.resolve.ResolvedToken;
import sluice.token.Dialect;
import sluice.token.TokenValue;

/// Libraries of several dialects in one run.
class MixedLibrariesTest {
  @TempDir Path folder;
  private Path studio;
  private Path dtcg;
  private Path penpot;

  @BeforeEach
  void writeLibraries() throws IOException {
    studio =
        write(
            "studio.json",
            """
            {"core": {"r": {"value": "1", "type": "borderRadius"},
                      "only.studio": {"value": "{r}", "type": "borderRadius"},
                      "lost": {"value": "{only.dtcg}", "type": "borderRadius"}},
             "light": {"s": {"value": "1", "type": "borderRadius"}},
             "dark": {"s": {"value": "2", "type": "borderRadius"}},
             "$themes": [
               {"id": "1", "name": "Light", "group": "Mode", "selectedTokenSets": {"core": "enabled", "light": "enabled"}},
               {"id": "2", "name": "Dark", "group": "Mode", "selectedTokenSets": {"core": "enabled", "dark": "enabled"}}]}
            """);
    dtcg =
        write(
            "dtcg.json",
            """
            {"r": {"$type": "dimension", "$value": {"value": 10, "unit": "px"}},
             "only": {"dtcg": {"$type": "dimension", "$value": "{r}"}}}
            """);
    penpot =
        write(
            "penpot.json",
            """
            {"p": {"r": {"$value": "100", "$type": "borderRadius"},
                   "q": {"$value": "{r} * 2", "$type": "borderRadius"}},
             "night": {"s": {"$value": "200", "$type": "borderRadius"}},
             "$themes": [
               {"id": "1", "name": "Dark", "group": "Mode", "description": "", "selectedTokenSets": {"p": "enabled", "night": "enabled"}},
               {"id": "2", "name": "Day", "group": "Mode", "description": "", "selectedTokenSets": {"p": "enabled"}},
               {"id": "3", "name": "Night", "group": "Sky", "description": "", "selectedTokenSets": {"night": "enabled"}}],
             "$metadata": {"tokenSetOrder": ["p", "night"], "activeThemes": [], "activeSets": ["p"]}}
            """);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static TokenChoice choice(List<Path> paths, String... themes) {
    return new TokenChoice(paths, List.of(themes), List.of(), TokenChoice.BASE_FONT_SIZE);
  }

  private static TokenValues resolve(Path... paths) {
    return Sluice.resolve(choice(List.of(paths)));
  }

  private static ResolvedToken token(TokenValues values, String name) {
    ResolvedToken token = values.resolved().find(name);
    assertNotNull(token, name);
    return token;
  }

  @Test
  void ofTwoTokensWithOneName_theLaterFilesCounts() {
    assertEquals(Dialect.DTCG, token(resolve(studio, dtcg), "r").dialect());
    assertEquals(Dialect.TOKENS_STUDIO, token(resolve(dtcg, studio), "r").dialect());
    assertEquals(Dialect.PENPOT, token(resolve(dtcg, studio, penpot), "r").dialect());
    assertEquals(Dialect.DTCG, token(resolve(penpot, studio, dtcg), "r").dialect());
    assertEquals(Dialect.TOKENS_STUDIO, token(resolve(penpot, dtcg, studio), "r").dialect());
  }

  @Test
  void filesOfOneDialect_areOneLibrary_whateverStandsBetween() throws IOException {
    Path later =
        write(
            "later.json",
            "{\"more\": {\"b\": {\"value\": \"{only.studio} + 1\", \"type\": \"sizing\"}}}");

    TokenValues values = resolve(studio, dtcg, later);

    assertEquals(new TokenValue.Text("2"), text(token(values, "b")));
    assertEquals(Dialect.DTCG, token(values, "r").dialect());
    assertEquals(
        Dialect.TOKENS_STUDIO,
        token(resolve(dtcg, later, studio), "r").dialect(),
        "the place is that of the file that has the token");
  }

  @Test
  void dtcgFilesOfOneName_keepTheirPlaces() throws IOException {
    Path sub = Files.createDirectory(folder.resolve("sub"));
    Path first = write("x.tokens.json", "{\"r\": {\"$type\": \"number\", \"$value\": 1}}");
    Path second =
        Files.writeString(
            sub.resolve("x.tokens.json"), "{\"z\": {\"$type\": \"number\", \"$value\": 2}}");

    assertEquals(Dialect.TOKENS_STUDIO, token(resolve(first, studio, second), "r").dialect());
  }

  @Test
  void reference_staysInItsOwnLibrary() {
    TokenValues values = resolve(studio, dtcg, penpot);

    assertEquals(new TokenValue.Text("1"), text(token(values, "only.studio")));
    assertEquals(
        new TokenValue.Parts(
            Map.of("value", new TokenValue.Num(10), "unit", new TokenValue.Text("px"))),
        token(values, "only.dtcg").value());
    assertEquals(new TokenValue.Num(200), token(values, "q").value());
    assertTrue(token(values, "lost").failed());
  }

  private static TokenValue text(ResolvedToken token) {
    return token.value() instanceof TokenValue.Num(double number)
        ? new TokenValue.Text(String.valueOf((int) number))
        : token.value();
  }

  @Test
  void theme_isChosenInEveryLibraryThatHasIt() {
    TokenValues dark = Sluice.resolve(choice(List.of(studio, dtcg, penpot), "Mode/Dark"));
    TokenValues night = Sluice.resolve(choice(List.of(studio, dtcg, penpot), "Sky/Night"));

    assertEquals(List.of("Mode/Dark"), dark.themeLabels());
    assertEquals(new TokenValue.Num(200), token(dark, "s").value());
    assertEquals(List.of("core", "dark", "p", "night", "dtcg"), dark.enabledSets());
    assertEquals(List.of("Sky/Night"), night.themeLabels());
    assertEquals(List.of("core", "light", "dark", "night", "dtcg"), night.enabledSets());
  }

  @Test
  void themeThatNoLibraryHas_isAnError_andSoIsASet() {
    SluiceException theme =
        assertThrows(
            SluiceException.class,
            () -> Sluice.resolve(choice(List.of(studio, dtcg), "Mode/Drak")));
    SluiceException set =
        assertThrows(
            SluiceException.class,
            () ->
                Sluice.resolve(
                    new TokenChoice(List.of(studio, dtcg), List.of(), List.of("coer"), "16")));

    assertEquals(ProblemCode.THEME_UNKNOWN, theme.problem().code());
    assertEquals("did you mean \"Mode/Dark\"?", theme.problem().help());
    assertEquals(ProblemCode.SET_UNKNOWN, set.problem().code());
  }

  @Test
  void tokenOfASetThatDoesNotCount_givesWay() {
    TokenValues values = Sluice.resolve(choice(List.of(penpot, studio), "Sky/Night"));
    TokenValues light = Sluice.resolve(choice(List.of(penpot, studio), "Mode/Light", "Sky/Night"));

    assertEquals(Dialect.TOKENS_STUDIO, token(values, "s").dialect());
    assertEquals(Dialect.TOKENS_STUDIO, token(light, "s").dialect());
    TokenValues core =
        Sluice.resolve(
            new TokenChoice(List.of(penpot, studio), List.of(), List.of("core", "night"), "16"));
    assertEquals(Dialect.PENPOT, token(core, "s").dialect());
    assertTrue(core.isListed(token(core, "s")));
  }

  @Test
  void everyCombination_takesOneThemeOfEachGroupInAllLibraries() {
    List<String> seen = new ArrayList<>();
    TokenCombinations combinations =
        Sluice.resolveEveryCombination(choice(List.of(studio, dtcg, penpot)));
    for (TokenValues values : combinations) {
      seen.add(
          values.themeLabels()
              + " "
              + token(values, "s").dialect()
              + " "
              + token(values, "r").dialect());
    }

    assertEquals(
        List.of(
            "[Mode/Light, Sky/Night] PENPOT DTCG",
            "[Mode/Dark, Sky/Night] PENPOT PENPOT",
            "[Mode/Day, Sky/Night] PENPOT PENPOT"),
        seen);
    assertEquals(3, combinations.count());
  }

  @Test
  void mixedLibraries_applyToBothFormats() throws Exception {
    Path document =
        write(
            "document.json",
            """
            {"document":{"id":"0:0","type":"DOCUMENT","children":[{"id":"0:1","type":"CANVAS","children":[
            {"id":"1:1","type":"RECTANGLE","sharedPluginData":{"tokens":{"borderRadius":"\\"r\\""}}},
            {"id":"1:2","type":"RECTANGLE","sharedPluginData":{"tokens":{"borderRadius":"\\"q\\""}}},
            {"id":"1:3","type":"RECTANGLE","sharedPluginData":{"tokens":{"borderRadius":"\\"lost\\""}}}]}]}}
            """);
    Path archive = folder.resolve("a.penpot");
    PenpotPage.write(
        archive,
        Map.of(
            "one",
            "{\"id\":\"one\",\"type\":\"rect\",\"parentId\":\"root\",%s,\"appliedTokens\":{\"r1\":\"r\",\"r2\":\"q\",\"r3\":\"only.studio\",\"r4\":\"only.dtcg\"}}"
                .formatted(PenpotPage.box(0, 0, 9, 9))),
        "{\"s\":{}}");
    Path out = folder.resolve("out.json");
    Path shapes = folder.resolve("out.penpot");

    RunReport report =
        Sluice.apply(document).tokens(studio, penpot, dtcg).output(out).start().await();
    Sluice.apply(archive).tokens(dtcg, penpot, studio).output(shapes).start().await();

    String text = Files.readString(out);
    assertTrue(text.contains("\"cornerRadius\":10}"), text);
    assertTrue(text.contains("\"cornerRadius\":200"), text);
    assertEquals(1L, report.problems().counts().get(ProblemCode.TOKEN_MISSING));
    var shape = PenpotPage.shape(PenpotPage.shapes(shapes), "one");
    assertEquals(
        "1 200 1 10",
        "%s %s %s %s"
            .formatted(shape.get("r1"), shape.get("r2"), shape.get("r3"), shape.get("r4")));
  }

  @Test
  void onlyALibraryOfPenpotAlone_isPutIntoAnArchive() throws Exception {
    Path archive = folder.resolve("a.penpot");
    PenpotPage.write(archive, Map.of(), "{\"s\":{}}");

    for (List<Path> tokens : List.of(List.of(studio), List.of(penpot, dtcg))) {
      SluiceException refused =
          assertThrows(
              SluiceException.class,
              () ->
                  Sluice.apply(archive)
                      .tokens(tokens.toArray(Path[]::new))
                      .embedTokens(true)
                      .output(folder.resolve("never.penpot"))
                      .start()
                      .await());
      assertEquals(ProblemCode.OPTION_INVALID, refused.problem().code());
      assertFalse(Files.exists(folder.resolve("never.penpot")));
    }
    Sluice.apply(archive)
        .tokens(write("single.json", "{\"a\": {\"$value\": \"1\", \"$type\": \"sizing\"}}"))
        .embedTokens(true)
        .output(folder.resolve("out.penpot"))
        .start()
        .await();
    assertTrue(Files.exists(folder.resolve("out.penpot")));
  }
}
