package sluice.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a folder of results was measured with, kept in its `facts.txt`, one fact a line. Where a
/// later run was made with something else, both are there.
public final class Facts {
  private static final String SEPARATOR = ": ";
  private static final String THEN = "; then ";

  private Facts() {}

  /// Adds the facts of a run.
  public static void add(Path folder, Map<String, String> facts) throws IOException {
    Map<String, String> all = read(folder);
    facts.forEach((name, value) ->
        all.merge(
            name,
            value,
            (before, now) ->
                List.of(before.split(THEN)).contains(now) ? before : before + THEN + now));
    List<String> lines = new ArrayList<>();
    all.forEach((name, value) -> lines.add(name + SEPARATOR + value));
    Files.write(file(folder), lines);
  }

  static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    if (Files.exists(file(folder))) {
      for (String line : Files.readAllLines(file(folder))) {
        int at = line.indexOf(SEPARATOR);
        facts.put(line.substring(0, at), line.substring(at + SEPARATOR.length()));
      }
    }
    return facts;
  }

  private static Path file(Path folder) {
    return folder.resolve("facts.txt");
  }
}
