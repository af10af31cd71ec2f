package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.testkit.vector.ProjectFiles;

/// The Java example of the README does what it says.
class ReadmeTest {
  private static final Pattern JAVA_BLOCK =
      Pattern.compile("(?s)^```java\n(.*?)^```$", Pattern.MULTILINE);
  private static final int SECONDS_MAX = 60;

  private static final String TOKENS =
      """
      {"dark": {"bg": {"value": "#000000", "type": "color"}},
       "$themes": [{"id": "1", "name": "dark", "group": "mode",
                    "selectedTokenSets": {"dark": "enabled"}}]}
      """;

  private static final String DOCUMENT =
      """
      {"document": {"id": "0:0", "type": "DOCUMENT", "children": [
        {"id": "0:1", "name": "Home", "type": "CANVAS", "children": [
          {"id": "1:1", "name": "Card", "type": "RECTANGLE",
           "sharedPluginData": {"tokens": {"fill": "\\"bg\\""}}, "fills": []},
          {"id": "1:2", "name": "Lost", "type": "RECTANGLE",
           "sharedPluginData": {"tokens": {"fill": "\\"gone\\""}}, "fills": []}]}]}}
      """;

  @TempDir Path folder;

  @Test
  void firstJavaBlock_compilesAndRuns() throws Exception {
    Path source = Files.writeString(folder.resolve("Example.java"), firstJavaBlock());
    Files.writeString(folder.resolve("design.json"), DOCUMENT);
    Files.writeString(folder.resolve("tokens.json"), TOKENS);
    String classPath = System.getProperty("java.class.path");

    compile(source, folder, classPath);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder + File.pathSeparator + classPath,
                "Example")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("printed").toFile())
            .start();
    boolean ended = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
    process.destroyForcibly();
    String printed = Files.readString(folder.resolve("printed"));

    assertTrue(ended, printed);
    assertEquals(0, process.exitValue(), printed);
    assertTrue(printed.startsWith("4 nodes, 1 changed\n"), printed);
    assertTrue(printed.contains("error[token-missing]: no token named \"gone\""), printed);
    assertTrue(Files.readString(folder.resolve("design.dark.json")).contains("\"type\":\"SOLID\""));
  }

  private static String firstJavaBlock() throws Exception {
    Matcher block = JAVA_BLOCK.matcher(Files.readString(ProjectFiles.root().resolve("README.md")));
    assertTrue(block.find(), "README.md has no java block");
    return block.group(1);
  }

  private static void compile(Path source, Path target, String classPath) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-proc:none", "-cp", classPath, "-d", target.toString());
      boolean compiled =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertTrue(compiled, messages.toString());
    }
  }
}
