import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Checks (`check`) or rewrites (`write`) every Java file of the project in google-java-format.
///
/// A program of its own because the formatter needs the JDK the project is compiled with, while
/// Maven may itself run on an older one. Run by `mvn verify`; to rewrite: `mvn -N verify
/// -Dformat=write`.
final class Format {
  private Format() {}

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<Path> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String before = Files.readString(file);
      String after =
          formatter.formatSource(
              RemoveUnusedImports.removeUnusedImports(
                  ImportOrderer.reorderImports(before, JavaFormatterOptions.Style.GOOGLE)));
      if (!after.equals(before)) {
        wrong.add(file);
        if (write) {
          Files.writeString(file, after);
        }
      }
    }
    for (Path file : wrong) {
      System.err.println((write ? "formatted " : "not formatted: ") + file);
    }
    if (!write && !wrong.isEmpty()) {
      System.err.println("Run: mvn -N verify -Dformat=write");
      System.exit(1);
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder :
        List.of("core/src", "report/src", "cli/src", "testkit/src", "bench/src", "tools")) {
      try (Stream<Path> walk = Files.walk(Path.of(folder))) {
        walk.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
      }
    }
    files.sort(null);
    return files;
  }
}
