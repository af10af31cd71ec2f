package sluice.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import sluice.bench.micro.MicroBench;
import sluice.bench.process.RunLog;

/// The readable side of a folder of results: its `README.md` and its charts, and the pages of the
/// project that show them.
public final class Report {
  private static final String BEGIN = "<!-- figures: written by bench/run publish -->\n";
  private static final String END = "<!-- end of figures -->";

  private final Path folder;
  private final Tables tables;
  private final Map<String, String> facts;
  private final String micro;

  private Report(Path folder) throws IOException {
    this.folder = folder;
    this.tables = new Tables(RunLog.open(folder));
    this.facts = Facts.read(folder);
    this.micro = Tables.micro(MicroBench.read(folder));
  }

  /// Draws the charts of a folder and writes its `README.md`.
  ///
  /// @return the table of key metrics, for the terminal
  public static String write(Path folder) throws IOException {
    Report report = new Report(folder);
    new Charts(folder, report.tables).draw();
    Files.writeString(folder.resolve("README.md"), report.page());
    return report.tables.keyMetrics();
  }

  /// Puts the figures of a folder into the pages of a project, between their marks.
  public static void publish(Path folder, Path project) throws IOException {
    Report report = new Report(folder);
    Path bench = project.resolve("bench/README.md");
    String headline =
        report.keyMetrics(bench)
            + "\nMeasured with "
            + report.facts.getOrDefault("processor", "?")
            + ", Java "
            + report.facts.getOrDefault("Java", "?")
            + ", commit "
            + report.facts.getOrDefault("commit", "?")
            + "; [all figures]("
            + link(bench, folder.resolve("README.md"))
            + ").\n";
    replace(bench, headline);
    Path page = project.resolve("docs/reference/performance.md");
    replace(page, report.figures(page) + "\n## What it was measured on\n\n" + report.factList());
  }

  private String page() {
    Path page = folder.resolve("README.md");
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    return "# Results of " + name + "\n\n" + factList() + "\n" + figures(page) + raw();
  }

  private static String raw() {
    return """

    ## Raw numbers

    `raw.csv` has every measurement of whole processes, `micro.csv` those of single functions,
    `timeline-*.csv` the memory over the time of one run, `facts.txt` what it was measured with.
    """;
  }

  private String factList() {
    Table table = new Table("What", "");
    facts.forEach((name, value) -> table.row(name, value));
    return table.markdown().replace("|---|---:|", "|---|---|");
  }

  private String figures(Path page) {
    StringBuilder text = new StringBuilder();
    String metrics = keyMetrics(page);
    if (!metrics.isEmpty()) {
      text.append("## Key metrics\n\n").append(metrics);
      text.append(chart(page, Charts.TIME, "time against nodes, four architectures"));
      text.append(chart(page, Charts.TIMELINE, "memory over the time of one run"));
      text.append("\nPeak memory and time (median, spread) at every size:\n\n");
      text.append(tables.architectures());
    }
    String scaling = tables.scaling();
    if (!scaling.isEmpty()) {
      text.append("\n## Scaling\n\n").append(scaling);
      text.append(chart(page, Charts.SCALING, "time of sluice apply and of cp against nodes"));
    }
    String peers = tables.peers();
    if (!peers.isEmpty()) {
      text.append("\n## What else could be used\n\n").append(peers);
    }
    if (!micro.isEmpty()) {
      text.append("\n## Single functions\n\n").append(micro);
    }
    return text.toString();
  }

  private String keyMetrics(Path page) {
    String table = tables.keyMetrics();
    return table.isEmpty()
        ? ""
        : table + chart(page, Charts.MEMORY, "peak memory against nodes, four architectures");
  }

  private String chart(Path page, String name, String alternative) {
    Path file = folder.resolve(name);
    return Files.exists(file) ? "\n![%s](%s)\n".formatted(alternative, link(page, file)) : "";
  }

  private static String link(Path page, Path file) {
    Path from = page.toAbsolutePath().normalize().resolve("..").normalize();
    return String.valueOf(from.relativize(file.toAbsolutePath().normalize())).replace('\\', '/');
  }

  private static void replace(Path page, String figures) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page.getFileName() + " has no marks for figures");
    }
    Files.writeString(
        page,
        text.substring(0, begin + BEGIN.length()) + "\n" + figures + "\n" + text.substring(end));
  }
}
