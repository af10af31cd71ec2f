package sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.vector.ProjectFiles;

/// The launcher as a process. Nothing is built: where there is no build yet, tests that need one
/// are skipped.
final class LauncherTest {
  private static final Path LAUNCHER = ProjectFiles.root().resolve("sluice");

  @TempDir private Path folder;

  private record Outcome(int exitCode, String out, String talk) {}

  private Outcome run(Path launcher, String... args) throws IOException, InterruptedException {
    Path out = folder.resolve("stdout");
    Path talk = folder.resolve("stderr");
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(launcher.toString());
    builder.command().addAll(List.of(args));
    builder.directory(folder.toFile());
    builder.environment().putAll(Map.of("SLUICE_MVN", "false"));
    builder.redirectOutput(out.toFile()).redirectError(talk.toFile());
    Process process = builder.start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the launcher does not end");
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(talk));
  }

  private Outcome runBuilt(Path launcher, String... args) throws IOException, InterruptedException {
    Outcome outcome = run(launcher, args);
    Assumptions.assumeFalse(
        outcome.talk().contains("error[build]"), "skipped: there is no build to launch");
    return outcome;
  }

  @Test
  void launcher_startsTheProgramFromAnyFolder() throws Exception {
    Outcome outcome = runBuilt(LAUNCHER, "--version");

    assertEquals(0, outcome.exitCode(), outcome.talk());
    assertTrue(outcome.out().startsWith("sluice "), outcome.out());
  }

  @Test
  void launcher_worksThroughALinkWithSpacesInItsName() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("a link"), LAUNCHER);

    Outcome outcome = runBuilt(link, "resolve", "--tokens", "no such file");
    Files.delete(link);

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.talk().contains("error[file-missing]"), outcome.talk());
  }

  @Test
  void withoutAJdk_launcherSaysWhatToDo() throws Exception {
    String script = Files.readString(LAUNCHER).replace("_version_min=25", "_version_min=999");
    Path copy = folder.resolve("sluice");
    Files.write(copy, script.getBytes(StandardCharsets.UTF_8));
    assertTrue(copy.toFile().setExecutable(true));
    Files.copy(ProjectFiles.root().resolve("pom.xml"), folder.resolve("pom.xml"));

    Outcome outcome = run(copy, "--version");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.talk().startsWith("error[jdk]: Sluice needs a JDK 999"), outcome.talk());
  }
}
