package sluice.cli.command;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.ApplyRequest;
import sluice.Run;
import sluice.Sluice;
import sluice.fetch.FakeFigma;
import sluice.fetch.RemoteProblems;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Every code that `problems.md` lists comes out of a real command on a small real input. The
/// `switch` has no default, so that a new code does not compile without its input.
@Timeout(60)
final class EveryProblemTest {
  private static final String APPLIED = "\"\\\\\"color.bg\\\\\"\"";

  /// Its text takes the font [#FONT].
  private static final String WITH_FONT =
      Samples.SMALL.replace(
          "\"characters\":",
          "\"sharedPluginData\": {\"tokens\": {\"fontFamilies\": \"\\\"color.bg\\\"\"}},"
              + " \"style\": {\"fontFamily\": \"Inter\", \"fontStyle\": \"Regular\"},"
              + " \"characters\":");

  private static final String FONT =
      """
      {"core": {"color": {"bg": {"value": "Roboto", "type": "fontFamilies"}}}}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyCode_comesOutOfARealInput(ProblemCode code) throws Exception {
    String said = said(code);

    String level =
        switch (code.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
          case INFO -> "info";
        };
    assertTrue(said.contains("%s[%s]: ".formatted(level, code.text())), said);
  }

  private String said(ProblemCode code) throws Exception {
    return switch (code) {
      case TOKEN_MISSING -> applied(Samples.SMALL, "{\"core\": {\"b\": {\"value\": \"1\"}}}");
      case TOKEN_DANGLING -> appliedTo("rect", "\"appliedTokens\": {\"fill\": \"gone\"}");
      case TOKEN_CYCLE ->
          resolved("{\"core\": {\"a\": {\"value\": \"{b}\"}, \"b\": {\"value\": \"{a}\"}}}");
      case VALUE_INVALID ->
          applied(Samples.SMALL, Samples.SMALL_TOKENS.replace("#102030", "no colour"));
      case TOKEN_INVALID ->
          resolved("{\"a\": {\"$type\": \"size\", \"$value\": 1}}", "--dialect", "dtcg");
      case TOKEN_DOUBTFUL ->
          resolved(
              "{\"g\": {\"$type\": \"number\"}, \"a\": {\"$type\": \"number\", \"$value\": 1}}",
              "--dialect",
              "dtcg");
      case TOKEN_FILE_MALFORMED -> resolved("{\"core\": {");
      case TOKEN_SKIPPED -> resolved("{\"core\": {\"a\": {\"value\": \"1\"}}, \"set\": \"x\"}");
      case NAME_TAKEN ->
          resolved(
              "{\"s\": {\"a-b\": {\"value\": \"1\"}, \"aB\": {\"value\": \"2\"}}}",
              "--format",
              "css");
      case THEME_UNKNOWN -> resolved(Samples.SMALL_TOKENS, "--theme", "Night");
      case SET_UNKNOWN -> resolved(Samples.SMALL_TOKENS, "--sets", "brand");
      case LIBRARY_MISSING -> run("apply", document(Samples.SMALL), "--dry-run");
      case MAPPING_CLASH -> remapped("--map", "color.bg=a", "--map", "color.bg=b");
      case TARGET_UNKNOWN -> remapped("--map", "color.bg=color.fg");
      case QUIRK -> appliedTo("rect", "\"appliedTokens\": {\"fontSize\": \"w\"}");
      case PLUGIN_DATA_MALFORMED ->
          applied(Samples.SMALL.replaceFirst(APPLIED, "7"), Samples.SMALL_TOKENS);
      case NOT_REPRESENTABLE ->
          resolved(
              "{\"s\": {\"a\": {\"value\": \"small_caps\", \"type\": \"textCase\"}}}",
              "--format",
              "css");
      case NOT_IMPORTABLE ->
          appliedTo(
              "rect",
              "\"strokes\": [{\"strokeWidth\": 1}], \"appliedTokens\": {\"strokeWidth\": \"w\"}");
      case LAYOUT_PENDING ->
          applied(
              Samples.SMALL
                  .replace("\"fill\":", "\"itemSpacing\":")
                  .replace("\"fills\":", "\"layoutMode\": \"VERTICAL\", \"fills\":"),
              "{\"core\": {\"color\": {\"bg\": {\"value\": \"3\", \"type\": \"spacing\"}}}}");
      case FONT_MISSING ->
          applied(
              WITH_FONT,
              FONT,
              "--fonts",
              Samples.write(folder.resolve("fonts.json"), "{\"Inter\": [\"Regular\"]}"));
      case FONT_UNKNOWN ->
          appliedTo(
              "text",
              "\"content\": {\"type\": \"root\", \"children\": [{\"type\": \"paragraph-set\","
                  + " \"children\": [{\"type\": \"paragraph\", \"children\": [{\"text\": \"x\"}]}]}]},"
                  + " \"appliedTokens\": {\"fontFamily\": \"f\"}");
      case BINDING_REMOVED ->
          applied(
              Samples.SMALL
                  .replace("\"fill\":", "\"opacity\":")
                  .replace(
                      "\"fills\":",
                      "\"boundVariables\": {\"opacity\": {\"id\": \"v\"}}, \"fills\":"),
              "{\"core\": {\"color\": {\"bg\": {\"value\": \"0.5\", \"type\": \"opacity\"}}}}");
      case SCOPE_UNKNOWN -> applied(Samples.SMALL, Samples.SMALL_TOKENS, "--page", "Nowhere");
      case FORMAT_UNKNOWN -> applied("<html></html>", Samples.SMALL_TOKENS);
      case FORMAT_UNSUPPORTED -> run("convert", document(Samples.SMALL));
      case NO_NODES -> applied("{\"meta\": {\"variables\": {}}}", Samples.SMALL_TOKENS);
      case DOCUMENT_EMPTY -> applied("", Samples.SMALL_TOKENS);
      case DOCUMENT_TRUNCATED -> applied("{\"document\": ", Samples.SMALL_TOKENS);
      case JSON_MALFORMED -> applied(Samples.SMALL + "]", Samples.SMALL_TOKENS);
      case ENCODING_INVALID -> {
        Path document = document("");
        Files.write(document, new byte[] {'{', '"', (byte) 0xC3, 'x', '"', ':', '1', '}'});
        yield run("apply", document, "--tokens", tokens(Samples.SMALL_TOKENS), "--dry-run");
      }
      case GZIP_MALFORMED -> {
        Path document = document("");
        Files.write(document, new byte[] {0x1F, (byte) 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8});
        yield run("apply", document, "--tokens", tokens(Samples.SMALL_TOKENS), "--dry-run");
      }
      case ARCHIVE_MALFORMED -> applied("PK\u0003\u0004 archive", Samples.SMALL_TOKENS);
      case ARCHIVE_UNSUPPORTED -> packedOtherwise();
      case LIMIT_EXCEEDED ->
          applied("{\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}", Samples.SMALL_TOKENS);
      case CHANGE_SET_MALFORMED ->
          run(
              "revert",
              document(Samples.SMALL),
              "--changes",
              Samples.write(folder.resolve("changes.ndjson"), "nonsense\n"));
      case DOCUMENT_DIFFERS -> revertedAfterAnEdit();
      case ACCESS_TOKEN_MISSING -> CliRun.withEnvironment(Map.of(), "fetch", FakeFigma.KEY).talk();
      case ACCESS_REFUSED,
          REMOTE_MISSING,
          REQUEST_REFUSED,
          REMOTE_TOO_LARGE,
          RATE_LIMITED,
          REMOTE_UNAVAILABLE,
          REMOTE_CHANGING,
          ANSWER_MALFORMED ->
          RemoteProblems.said(code, folder);
      case BASELINE_MALFORMED ->
          run(
              "check",
              document(Samples.SMALL),
              "--tokens",
              tokens(Samples.SMALL_TOKENS),
              "--baseline",
              Samples.write(folder.resolve("baseline"), "nonsense\n"));
      case FILE_MISSING -> run("apply", folder.resolve("gone.json"), "--dry-run");
      case FILE_UNREADABLE -> run("apply", folder, "--dry-run");
      case OUTPUT_UNWRITABLE ->
          run(
              "apply",
              document(Samples.SMALL),
              "--tokens",
              tokens(Samples.SMALL_TOKENS),
              "-o",
              folder.resolve("gone").resolve("out.json"));
      case INPUT_CHANGED -> changedWhileRead();
      case OPTION_INVALID -> run("apply", "--no-such-option");
      case CANCELLED -> cancelledWhileItWaits();
    };
  }

  private static String run(Object... args) {
    return CliRun.of(args).talk();
  }

  private static Object[] joined(Object[] first, Object... more) {
    Object[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  private Path document(String text) {
    return Samples.write(folder.resolve("document.json"), text);
  }

  private Path tokens(String text) {
    return Samples.write(folder.resolve("tokens.json"), text);
  }

  private String applied(String document, String tokens, Object... more) {
    Object[] args = {"apply", document(document), "--tokens", tokens(tokens), "--dry-run"};
    return run(joined(args, more));
  }

  private String resolved(String tokens, Object... more) {
    return run(joined(new Object[] {"resolve", "--tokens", tokens(tokens)}, more));
  }

  private String remapped(Object... maps) {
    Object[] args = {
      "remap", document(Samples.SMALL), "--tokens", tokens(Samples.SMALL_TOKENS), "--dry-run"
    };
    return run(joined(args, maps));
  }

  /// Applies the library of an archive to its only shape; `w` is a width, `f` a font.
  private String appliedTo(String type, String members) {
    Path archive =
        SmallArchive.write(
            folder.resolve("kit.penpot"),
            type,
            members,
            """
            "s": {"w": {"$type": "borderWidth", "$value": "3"},
                  "f": {"$type": "fontFamilies", "$value": ["Inter"]}}\
            """);
    return run("apply", archive, "--dry-run");
  }

  /// An archive that says of its entries that they are packed by bzip2.
  private String packedOtherwise() throws IOException {
    Path archive =
        SmallArchive.write(folder.resolve("kit.penpot"), "rect", "\"fills\": []", "\"s\": {}");
    byte[] bytes = Files.readAllBytes(archive);
    for (int i = 0; i + 12 < bytes.length; i++) {
      boolean isRecord = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == bytes[i + 3] - 1;
      if (isRecord && bytes[i + 2] == 1) {
        bytes[i + 10] = 12;
      } else if (isRecord && bytes[i + 2] == 3) {
        bytes[i + 8] = 12;
      }
    }
    Files.write(archive, bytes);
    return run("apply", archive, "--dry-run");
  }

  private String revertedAfterAnEdit() throws IOException {
    Path out = folder.resolve("out.json");
    Path changes = folder.resolve("changes.ndjson");
    CliRun.of(
            "apply",
            document(Samples.SMALL),
            "--tokens",
            tokens(Samples.SMALL_TOKENS),
            "-o",
            out,
            "--changes",
            changes)
        .ends(0);
    Files.writeString(out, Files.readString(out).replace("\"r\":", "\"r\" :"));
    return run("revert", out, "--changes", changes, "-o", folder.resolve("back.json"));
  }

  /// Somebody writes to the document while the run looks up a font of it.
  private String changedWhileRead() throws Exception {
    Path document = document(WITH_FONT);
    Run run =
        applying(document)
            .fontLookUp(_ -> {
              Files.writeString(document, WITH_FONT + " ");
              return Set.of();
            })
            .start();
    return assertThrows(SluiceException.class, run::await).problem().render();
  }

  /// A run waits for a look-up that gets no answer, and is told to stop.
  private String cancelledWhileItWaits() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Run run =
        applying(document(WITH_FONT))
            .fontLookUp(_ -> {
              asked.countDown();
              new CountDownLatch(1).await();
              return Set.of();
            })
            .start();
    asked.await();
    assertTrue(run.cancel());
    return assertThrows(SluiceException.class, run::await).problem().render();
  }

  private ApplyRequest applying(Path document) {
    return Sluice.apply(document).tokens(tokens(FONT)).output(folder.resolve("out.json"));
  }
}
