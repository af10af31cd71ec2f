package sluice.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.openjdk.jmh.runner.RunnerException;
import sluice.bench.architecture.Architecture;
import sluice.bench.gate.Gate;
import sluice.bench.micro.MicroBench;
import sluice.bench.process.ArchitectureBench;
import sluice.bench.process.BenchSettings;
import sluice.bench.process.Machine;
import sluice.bench.process.PeerBench;
import sluice.bench.process.RunLog;
import sluice.bench.process.ScalingBench;
import sluice.bench.process.Talk;
import sluice.bench.report.Facts;
import sluice.bench.report.Report;

/// The program behind `bench/run`.
public final class Bench {
  private static final String USAGE =
      """
      usage: bench/run WHAT [OPTIONS]
        compare    four architectures: memory and time
        survive    four architectures: the largest document in a given heap
        scaling    sluice apply against cp
        peers      what else could be used, as far as it is there
        micro      single functions, with JMH
        all        compare, survive, scaling, peers, micro
        tiny       everything once, as small as possible, to see that it works
        report     makes tables and charts of a folder of results anew
        publish    the same, and puts them into bench/README.md and docs/reference/performance.md
      Every measurement is kept at once: the same command goes on where it was broken off.
        --sizes N,N,…   numbers of nodes, such as 1k,10k,1M
        --runs N        runs of each contender at each size (5)
        --seconds N     no further run at a size on which a contender has spent as much (30)
        --heaps N,N,…   heaps to survive, MB (256)
        --free-heap N   heap where memory is not the question, MB (6/10 of the machine's memory)
        --out FOLDER    results (bench/runs/<date>-<machine>)
        --work FOLDER   documents, deleted after use (the system's folder for temporary files)
        --only NAME     micro: benchmarks with this in their name
      """;

  private static final List<Long> COMPARE_SIZES =
      List.of(1_000L, 10_000L, 20_000L, 50_000L, 100_000L, 150_000L, 1_000_000L);
  private static final List<Long> SCALING_SIZES =
      List.of(1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L);
  private static final List<Long> PEER_SIZES = List.of(100_000L);

  private final Path project = Path.of(System.getProperty("sluice.project", "."));
  private final Talk talk = new Talk(System.err);
  private List<Long> sizes = List.of();
  private int runs = 5;
  private long secondsEach = 30;
  private List<Integer> heaps = List.of(256);
  private int freeHeap;
  private String only = "";
  private Path out =
      project.resolve("bench/runs/" + LocalDate.now(ZoneOffset.UTC) + "-" + Machine.name());
  private Path work = Path.of(System.getProperty("java.io.tmpdir"));

  private Bench() {}

  /// Measures, or says what is wrong with the arguments and ends with 2; with 1 when outputs
  /// differ.
  public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
    Locale.setDefault(Locale.ROOT);
    Bench bench = new Bench();
    try {
      bench.freeHeap = Math.max(512, (int) (Machine.memoryMegabytes() * 0.6));
      Iterator<String> words = List.of(args).iterator();
      String what = words.next();
      bench.parse(words);
      bench.run(what);
    } catch (IllegalArgumentException | NoSuchElementException e) {
      System.err.println("error: " + e.getMessage());
      System.err.print(USAGE);
      System.exit(2);
    } catch (Gate.DifferentOutputs e) {
      System.err.println("error: " + e.getMessage());
      System.exit(1);
    }
  }

  private void parse(Iterator<String> words) {
    while (words.hasNext()) {
      String flag = words.next();
      String value = words.next();
      switch (flag) {
        case "--sizes" -> sizes = List.of(value.split(",")).stream().map(Bench::count).toList();
        case "--runs" -> runs = Integer.parseInt(value);
        case "--seconds" -> secondsEach = Long.parseLong(value);
        case "--heaps" ->
            heaps = List.of(value.split(",")).stream().map(Integer::parseInt).toList();
        case "--free-heap" -> freeHeap = Integer.parseInt(value);
        case "--out" -> out = Path.of(value);
        case "--work" -> work = Path.of(value);
        case "--only" -> only = value;
        default -> throw new IllegalArgumentException("unknown option " + flag);
      }
    }
  }

  private static long count(String text) {
    String digits = text.replaceAll("[kM]$", "");
    long unit = text.endsWith("M") ? 1_000_000 : text.endsWith("k") ? 1_000 : 1;
    return Long.parseLong(digits) * unit;
  }

  private void run(String what) throws IOException, InterruptedException, RunnerException {
    switch (what) {
      case "compare", "survive", "scaling", "peers", "micro" -> {
        measure(what, false);
        System.out.print(Report.write(out));
      }
      case "all" -> {
        for (String each : List.of("compare", "survive", "scaling", "peers", "micro")) {
          measure(each, false);
          Report.write(out);
        }
        System.out.print(Report.write(out));
      }
      case "tiny" -> tiny();
      case "report" -> System.out.print(Report.write(out));
      case "publish" -> {
        System.out.print(Report.write(out));
        Report.publish(out, project);
      }
      default -> throw new IllegalArgumentException("unknown benchmark " + what);
    }
  }

  private void measure(String what, boolean tiny)
      throws IOException, InterruptedException, RunnerException {
    Files.createDirectories(work);
    RunLog log = RunLog.open(out);
    Facts.add(out, facts(what));
    switch (what) {
      case "compare" -> new ArchitectureBench(settings(COMPARE_SIZES), log, talk).compare();
      case "survive" -> new ArchitectureBench(settings(COMPARE_SIZES), log, talk).survive();
      case "scaling" -> new ScalingBench(settings(SCALING_SIZES), log, talk).run();
      case "peers" -> new PeerBench(settings(PEER_SIZES), log, talk).run();
      default -> {
        if (Files.exists(out.resolve(MicroBench.FILE)) && only.isEmpty()) {
          talk.say(MicroBench.FILE + " is there; remove it to measure again");
        } else {
          MicroBench.run(out, only, tiny);
        }
      }
    }
  }

  private Map<String, String> facts(String what) throws IOException, InterruptedException {
    Map<String, String> facts = new LinkedHashMap<>(Machine.facts(project, work));
    String options =
        what.equals("micro") ? "" : " --runs %d --seconds %d".formatted(runs, secondsEach);
    if (!sizes.isEmpty() && !what.equals("micro")) {
      options += " --sizes " + String.join(",", sizes.stream().map(String::valueOf).toList());
    }
    if (what.equals("survive")) {
      options += " --heaps " + String.join(",", heaps.stream().map(String::valueOf).toList());
    }
    facts.put("command", "`bench/run " + what + options + "`");
    for (Architecture each : Architecture.values()) {
      facts.put("flags, " + each.label(), "`" + String.join(" ", each.flags(freeHeap)) + "`");
    }
    return facts;
  }

  private BenchSettings settings(List<Long> usual) {
    return new BenchSettings(
        project, out, work, sizes.isEmpty() ? usual : sizes, runs, secondsEach, freeHeap, heaps);
  }

  private void tiny() throws IOException, InterruptedException, RunnerException {
    Path folder = Files.createTempDirectory(work, "sluice-bench-tiny-");
    try {
      out = folder.resolve("out");
      work = folder;
      sizes = List.of(1_000L);
      runs = 1;
      freeHeap = 512;
      heaps = List.of(48);
      for (String each : List.of("compare", "survive", "scaling", "peers", "micro")) {
        measure(each, true);
      }
      System.out.print(Report.write(out));
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList())) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
