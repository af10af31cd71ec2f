package sluice.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Resident memory over the time of one run, kept beside `raw.csv`.
///
/// @param contender who was running
/// @param nodes size of the document
/// @param millis since the start of the process
/// @param residentBytes at each of those times
public record Timeline(String contender, long nodes, List<Long> millis, List<Long> residentBytes) {
  public Timeline {
    millis = List.copyOf(millis);
    residentBytes = List.copyOf(residentBytes);
  }

  static void write(Path folder, String contender, long nodes, List<ProcessProbe.Sample> samples)
      throws IOException {
    StringBuilder text = new StringBuilder("millis,residentBytes\n");
    for (ProcessProbe.Sample sample : samples) {
      text.append(sample.millis()).append(',').append(sample.residentBytes()).append('\n');
    }
    Files.writeString(folder.resolve("timeline-%s-%d.csv".formatted(contender, nodes)), text);
  }

  /// All timelines of a folder, for the largest document that has any.
  public static List<Timeline> readAll(Path folder) throws IOException {
    List<Timeline> found = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith("timeline-") && name.endsWith(".csv")) {
          found.add(read(file, name));
        }
      }
    }
    long largest = found.stream().mapToLong(Timeline::nodes).max().orElse(0);
    found.removeIf(timeline -> timeline.nodes() != largest);
    return found;
  }

  private static Timeline read(Path file, String name) throws IOException {
    int dash = name.lastIndexOf('-');
    List<Long> millis = new ArrayList<>();
    List<Long> bytes = new ArrayList<>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      int comma = line.indexOf(',');
      millis.add(Long.parseLong(line.substring(0, comma)));
      bytes.add(Long.parseLong(line.substring(comma + 1)));
    }
    return new Timeline(
        name.substring("timeline-".length(), dash),
        Long.parseLong(name.substring(dash + 1, name.length() - ".csv".length())),
        millis,
        bytes);
  }
}
