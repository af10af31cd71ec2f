package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import sluice.testkit.oracle.TreeOracle;

/// Names of layers, pages, tokens, sets and themes that would do something to a terminal, or end a
/// report's text early: they are shown, and do nothing.
final class HostileNamesTest {
  /// Clears the screen, sets the window's title, rings, moves up, begins a line, turns direction.
  private static final String TERMINAL =
      "\u001b[2J\u001b]0;x\u0007\u009b1A\r\nerror[internal]: made up\u0085\u202Etxt.exe\u2066\u2028";

  private static final String MARKUP = "]]>--><script>alert(\"1\")</script>&amp;'\u0001\uFFFE";

  @TempDir private Path folder;
  private Path document;
  private Path tokens;

  @BeforeEach
  void files() {
    String name = json(TERMINAL + MARKUP);
    document =
        Samples.write(
            folder.resolve("doc\u001b[31m.json"),
            Samples.SMALL
                .replace("Card", name)
                .replace("Home", name)
                .replace("Größe \\u00fc", name)
                .replace(
                    "\"characters\"",
                    "\"sharedPluginData\": {\"tokens\": {\"fill\": \"\\\"%s\\\"\"}}, \"characters\""
                        .formatted(name.replace("\\", "\\\\"))));
    tokens =
        Samples.write(
            folder.resolve("tokens.json"),
            """
            {"%1$s": {"color": {"bg": {"value": "#102030", "type": "color"}},
              "%1$s": {"value": "{gone.%1$s}", "type": "color", "description": "%1$s"}},
             "$themes": [{"id": "a", "name": "%1$s", "group": "%1$s",
               "selectedTokenSets": {"%1$s": "enabled"}},
              {"id": "b", "name": "plain", "group": "%1$s",
               "selectedTokenSets": {"%1$s": "enabled"}}]}
            """
                .formatted(name));
  }

  private static String json(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
    return escaped.toString();
  }

  /// Nothing but letters, signs and ends of lines, and no line that a name began.
  private static void assertHarmless(String shown) {
    assertTrue(shown.contains("made up"), shown);
    shown
        .chars()
        .filter(c -> c != '\n')
        .forEach(c ->
            assertFalse(
                Character.isISOControl(c)
                    || (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2066 && c <= 0x2069)
                    || c == 0x2028,
                () -> "U+%04X in %s".formatted(c, shown)));
    assertFalse(shown.lines().anyMatch(line -> line.startsWith("error[internal]")), shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apply DOCUMENT --tokens TOKENS --dry-run",
        "apply DOCUMENT --tokens TOKENS --dry-run --theme nowhere",
        "apply DOCUMENT --tokens TOKENS --dry-run --page nowhere",
        "check DOCUMENT --tokens TOKENS",
        "inspect DOCUMENT --tokens TOKENS",
        "resolve --tokens TOKENS --format table",
        "resolve --tokens TOKENS --format table --theme *",
        "resolve --tokens TOKENS --theme nowhere",
        "remap DOCUMENT --tokens TOKENS --map (?s)(.*made.up.*)=x$1 --regex --dry-run"
      })
  void shownToPeople_doNothing(String command) {
    Object[] args =
        Stream.of(command.split(" "))
            .map(word ->
                switch (word) {
                  case "DOCUMENT" -> document;
                  case "TOKENS" -> tokens;
                  default -> word;
                })
            .toArray();

    CliRun run = CliRun.of(args);

    assertHarmless(run.talk() + run.out());
  }

  @Test
  void inXml_endNothing() throws Exception {
    byte[] report = report("junit");

    Document xml =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report));
    assertEquals(0, xml.getElementsByTagName("script").getLength());
    assertEquals(2, xml.getElementsByTagName("testcase").getLength());
    assertTrue(
        xml.getElementsByTagName("testcase")
            .item(0)
            .getAttributes()
            .getNamedItem("name")
            .getNodeValue()
            .contains("]]>--><script>alert(\"1\")</script>&amp;'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif"})
  void inJson_endNothing(String format) {
    byte[] report = report(format);

    TreeOracle.read(report);
    String text = new String(report, StandardCharsets.UTF_8);
    assertFalse(text.chars().anyMatch(c -> c < ' ' && c != '\n'), text);
  }

  private byte[] report(String format) {
    List<Object> args = List.of("check", document, "--tokens", tokens, "--format", format);
    return CliRun.of(args.toArray()).outBytes();
  }
}
