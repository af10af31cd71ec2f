package sluice.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What the benchmarks run on.
public final class Machine {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private Machine() {}

  /// A short name, made of processors and architecture.
  public static String name() {
    return "%dcpu-%s"
        .formatted(Runtime.getRuntime().availableProcessors(), System.getProperty("os.arch"));
  }

  /// Memory in megabytes, 0 where the system does not tell.
  public static int memoryMegabytes() throws IOException {
    String kibibytes = first(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", "");
    return kibibytes.isEmpty() ? 0 : Math.toIntExact(Long.parseLong(kibibytes) / 1000);
  }

  /// The facts, by what they are about. No names of machines, people or folders.
  public static Map<String, String> facts(Path project, Path folder)
      throws IOException, InterruptedException {
    Map<String, String> facts = new LinkedHashMap<>();
    String model = first(Path.of("/proc/cpuinfo"), "model name");
    facts.put(
        "processor",
        "%d × %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                model.isEmpty() ? System.getProperty("os.arch") : model));
    facts.put("memory", "%,d MB".formatted(memoryMegabytes()));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("Java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
    for (PeerBench.Peer peer : List.of(PeerBench.Peer.NODE, PeerBench.Peer.JQ)) {
      facts.put(peer.key(), PeerBench.version(peer, folder).orElse("not present"));
    }
    facts.put("commit", commit(project, folder));
    return facts;
  }

  private static String commit(Path project, Path folder) throws IOException, InterruptedException {
    if (Commands.find("git").isEmpty()) {
      return "unknown";
    }
    List<String> git = List.of("git", "-C", project.toString());
    ProcessProbe.Outcome head =
        ProcessProbe.run(with(git, "rev-parse", "--short", "HEAD"), null, folder, TIMEOUT);
    // Results themselves do not make a checkout another one.
    ProcessProbe.Outcome changed =
        ProcessProbe.run(
            with(git, "status", "--porcelain", "--untracked-files=no", "--", "*.java", "*.xml"),
            null,
            folder,
            TIMEOUT);
    if (!head.succeeded()) {
      return "unknown";
    }
    return head.talk().strip() + (changed.talk().isBlank() ? "" : " with changes");
  }

  private static List<String> with(List<String> command, String... more) {
    return Stream.concat(command.stream(), List.of(more).stream()).toList();
  }

  private static String first(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    for (String line : Files.readAllLines(file)) {
      if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT))) {
        return line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return "";
  }
}
