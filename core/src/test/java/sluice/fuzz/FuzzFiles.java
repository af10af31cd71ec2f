package sluice.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Several files in one input: each begins with a line `==> name`.
public final class FuzzFiles {
  private static final String MARK = "==> ";

  /// Other names would lead out of the folder, or be none on some systems.
  private static final Pattern NAME = Pattern.compile("\\$?[a-z0-9-]+(/[a-z0-9-]+)?(\\.[a-z]+)*");

  private FuzzFiles() {}

  /// The files of an input by name, in order; what stands before the first line with a name is left
  /// out, as is a file with a name of another kind. Bytes that are no text become U+FFFD.
  public static Map<String, String> of(byte[] input) {
    Map<String, String> files = new LinkedHashMap<>();
    String[] parts = ("\n" + new String(input, UTF_8)).split("\n" + MARK, -1);
    for (int i = 1; i < parts.length; i++) {
      int end = parts[i].indexOf('\n');
      String name = end < 0 ? parts[i] : parts[i].substring(0, end);
      if (NAME.matcher(name).matches()) {
        files.put(name, end < 0 ? "" : parts[i].substring(end + 1));
      }
    }
    return files;
  }

  /// Writes the files of an input; one that needs a folder of the name of another is left out.
  static void write(byte[] input, Path folder) throws IOException {
    for (Map.Entry<String, String> file : of(input).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Path parent = Objects.requireNonNull(path.getParent());
      if (!Files.exists(path) && !Files.isRegularFile(parent)) {
        Files.createDirectories(parent);
        Files.writeString(path, file.getValue());
      }
    }
  }
}
