package sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.testkit.vector.ProjectFiles;

/// The table of bounds in ARCHITECTURE.md says what the constants say.
final class BoundsTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| (`.+?) \\| (`.+?) \\| (.*?) \\| .* \\|$");
  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Z0-9_]+)`");
  private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]+)`");
  private static final Pattern QUANTITY =
      Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)(?: (GiB|MiB|KiB|Mi|Ki|B)\\b)?");
  private static final Pattern TIMES = Pattern.compile("× (\\d[\\d,]*)");

  /// What is said in larger units is rounded.
  private static final double ROUNDED = 0.02;

  /// Full names of the types of every module, by their short ones.
  private final Map<String, String> types = new TreeMap<>();

  private record Bound(String type, String name, long times, String said) {}

  @Test
  void valuesInTheTable_areThoseOfTheConstants() throws Exception {
    findTypes();
    List<Bound> bounds = bounds();
    assertTrue(bounds.size() > 100, "the table is not read: " + bounds.size());

    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (Bound bound : bounds) {
      Number value = value(bound);
      if (value == null) {
        wrong.add("there is no constant " + bound.type() + "." + bound.name());
      } else if (!bound.said().isEmpty()) {
        compared++;
        double is = value.doubleValue() * bound.times();
        double said = quantity(bound.said());
        boolean isRounded = bound.said().contains(" ");
        if (Math.abs(said - is) > (isRounded ? ROUNDED * is : 0)) {
          wrong.add(
              "%s.%s is %.0f, said: %s".formatted(bound.type(), bound.name(), is, bound.said()));
        }
      }
    }

    assertEquals(List.of(), wrong);
    assertTrue(compared > 100, "hardly anything was compared: " + compared);
  }

  private void findTypes() throws IOException {
    for (String module : List.of("core", "report", "server", "cli")) {
      Path folder = ProjectFiles.root().resolve(module).resolve("src/main/java");
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .map(file -> folder.relativize(file).toString())
            .filter(name -> name.endsWith(".java"))
            .map(name -> name.substring(0, name.length() - ".java".length()).replace('/', '.'))
            .forEach(name -> types.put(name.substring(name.lastIndexOf('.') + 1), name));
      }
    }
  }

  /// Of each row the names in order, each with the quantity in its place.
  private static List<Bound> bounds() throws IOException {
    List<Bound> bounds = new ArrayList<>();
    for (String line : Files.readAllLines(ProjectFiles.root().resolve("ARCHITECTURE.md"))) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        continue;
      }
      List<String> names =
          NAME.matcher(row.group(1)).results().map(found -> found.group(1)).toList();
      List<String> types =
          TYPE.matcher(row.group(2)).results().map(found -> found.group(1)).toList();
      List<String> quantities =
          QUANTITY.matcher(row.group(3)).results().map(MatchResult::group).toList();
      Matcher times = TIMES.matcher(row.group(1));
      for (int i = 0; i < names.size() && !types.isEmpty(); i++) {
        bounds.add(
            new Bound(
                types.get(Math.min(i, types.size() - 1)),
                names.get(i),
                times.find(0) ? Long.parseLong(times.group(1).replace(",", "")) : 1,
                i < quantities.size() ? quantities.get(i) : ""));
      }
    }
    return bounds;
  }

  private static double quantity(String text) {
    Matcher matcher = QUANTITY.matcher(text);
    assertTrue(matcher.matches(), text);
    double number = Double.parseDouble(matcher.group(1).replace(",", ""));
    return switch (matcher.group(2)) {
      case "GiB" -> number * (1 << 30);
      case "MiB", "Mi" -> number * (1 << 20);
      case "KiB", "Ki" -> number * (1 << 10);
      case null, default -> number;
    };
  }

  private @Nullable Number value(Bound bound) throws ReflectiveOperationException {
    String type = types.get(bound.type());
    if (type == null) {
      return null;
    }
    try {
      Field field = Class.forName(type).getDeclaredField(bound.name());
      field.setAccessible(true);
      return (Number) field.get(null);
    } catch (NoSuchFieldException e) {
      return null;
    }
  }
}
