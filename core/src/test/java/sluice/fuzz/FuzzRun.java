package sluice.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import sluice.testkit.vector.ProjectFiles;

/// Fuzzes each target in a process of its own for some time, as many at once as there are
/// processors. Ends with 1 when anything was found; `docs/design/fuzzing.md` says what to do then.
///
/// What earlier runs found out about the ways through the code is kept in `corpus` and gone on
/// from.
final class FuzzRun {
  private FuzzRun() {}

  /// System properties: `fuzz.seconds` for each target; `fuzz.targets`, their labels with commas
  /// between, each by itself when it is empty; `fuzz.folder` for everything that is written;
  /// `fuzz.parallel`.
  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.getInteger("fuzz.seconds", 60);
    Path folder = Path.of(System.getProperty("fuzz.folder", "target/fuzz")).toAbsolutePath();
    int parallel = Integer.getInteger("fuzz.parallel", Runtime.getRuntime().availableProcessors());
    int failed = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(parallel)) {
      List<Future<Boolean>> runs = new ArrayList<>();
      for (FuzzTargets target : chosen(System.getProperty("fuzz.targets", ""))) {
        Callable<Boolean> run = () -> run(target, folder.resolve(target.label()), seconds);
        runs.add(pool.submit(run));
      }
      for (Future<Boolean> run : runs) {
        failed += succeeded(run) ? 0 : 1;
      }
    }
    System.exit(failed == 0 ? 0 : 1);
  }

  private static List<FuzzTargets> chosen(String labels) {
    return labels.isEmpty()
        ? Arrays.stream(FuzzTargets.values()).filter(target -> target != FuzzTargets.ANY).toList()
        : Arrays.stream(labels.split(",", -1)).map(FuzzTargets::of).toList();
  }

  private static boolean succeeded(Future<Boolean> run) throws Exception {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fuzz target could not be run", e);
    }
  }

  /// Where the inputs stand that were found once.
  static Path vectors(FuzzTargets target) {
    return ProjectFiles.root().resolve("vectors/fuzz").resolve(target.label());
  }

  private static boolean run(FuzzTargets target, Path folder, int seconds)
      throws IOException, InterruptedException {
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    FuzzFolder.empty(scratch);
    Files.createDirectories(folder.resolve("findings"));
    Path log = folder.resolve("log.txt");
    long started = System.nanoTime();
    int exit =
        new ProcessBuilder(command(target, folder, seconds))
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    FuzzFolder.empty(scratch);
    List<String> lines = Files.readAllLines(log);
    System.out.printf(
        "fuzz %-13s %3d s  %s%n",
        target.label(), (System.nanoTime() - started) / 1_000_000_000, last(lines));
    if (exit != 0) {
      tell(target, folder, lines);
    }
    return exit == 0;
  }

  private static List<String> command(FuzzTargets target, Path folder, int seconds)
      throws IOException {
    Path words = folder.resolve("words.dict");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+EnableDynamicAgentLoading",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.io.tmpdir=" + folder.resolve("scratch"),
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + Fuzz.class.getName(),
            "--target_args=" + target.label(),
            "--instrumentation_includes=sluice.**",
            "--instrumentation_excludes=sluice.fuzz.**:sluice.testkit.**",
            "--custom_hook_includes=sluice.**",
            "--disabled_hooks=" + String.join(":", JazzerHooks.UNUSED),
            "--reproducer_path=" + folder,
            "-max_total_time=" + seconds,
            "-max_len=" + target.inputSizeBytesMax(),
            "-timeout=60",
            "-artifact_prefix=" + folder.resolve("findings") + "/",
            Files.createDirectories(folder.resolve("corpus")).toString(),
            seeds(target, folder.resolve("seeds")).toString()));
    if (FuzzWords.write(target.target().seeds(), words)) {
      command.add("-dict=" + words);
    }
    if (Files.isDirectory(vectors(target))) {
      command.add(vectors(target).toString());
    }
    return command;
  }

  private static Path seeds(FuzzTargets target, Path folder) throws IOException {
    FuzzFolder.empty(Files.createDirectories(folder));
    int number = 0;
    for (byte[] seed : target.target().seeds()) {
      Files.write(folder.resolve("seed-" + number++), seed);
    }
    return folder;
  }

  private static String last(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("#"))
        .filter(line -> line.contains(" cov: "))
        .reduce((_, later) -> later)
        .orElse("no input was run");
  }

  private static void tell(FuzzTargets target, Path folder, List<String> lines) throws IOException {
    lines.stream()
        .dropWhile(line -> !line.startsWith("== Java Exception") && !line.contains("ERROR"))
        .limit(60)
        .forEach(System.out::println);
    try (Stream<Path> findings = Files.list(folder.resolve("findings"))) {
      findings.sorted().forEach(finding -> System.out.println("found " + finding));
    }
    System.out.printf(
        """
        the whole log: %s
        to replay: copy what was found to vectors/fuzz/%s/NAME-OF-WHAT-IS-WRONG, then
          mvn -B -pl testkit,core test -Dtest=FuzzVectorsTest -Dsurefire.failIfNoSpecifiedTests=false
        """,
        folder.resolve("log.txt"), target.label());
  }
}
