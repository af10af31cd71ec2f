package sluice.cli.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.testkit.vector.ProjectFiles;

/// The options that the launcher gives to Java, read from the launcher.
final class LauncherFlags {
  private static final Pattern LINE =
      Pattern.compile("^java_opts=(?:'([^']*)'|\"\\$java_opts ([^\"]*)\")$", Pattern.MULTILINE);

  private LauncherFlags() {}

  static List<String> all() {
    String script;
    try {
      script = Files.readString(ProjectFiles.root().resolve("sluice"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> flags = new ArrayList<>();
    Matcher line = LINE.matcher(script);
    while (line.find()) {
      flags.addAll(List.of((line.group(1) == null ? line.group(2) : line.group(1)).split(" ")));
    }
    if (flags.stream().noneMatch(flag -> flag.startsWith("-Xmx"))) {
      throw new IllegalStateException("no heap limit among the launcher's options: " + flags);
    }
    return flags;
  }

  /// The heap limit among them, as the launcher says it: `512m`.
  static String heapLimit() {
    return all().stream()
        .filter(flag -> flag.startsWith("-Xmx"))
        .findFirst()
        .orElseThrow()
        .substring("-Xmx".length());
  }
}
