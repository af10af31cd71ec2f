package sluice.finding.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Findings that are known and accepted, by their keys.
///
/// The file has one key a line, sorted, below a line that says what it is; the same findings make
/// the same file.
public final class Baseline {
  private static final String HEAD = "# sluice baseline 1";

  /// A longer line is none of a baseline; keeps a wrong file from being read into memory.
  private static final int LINE_SIZE_CHARS_MAX = 200;

  private final KeyTable keys = new KeyTable();

  /// An empty one, to be filled.
  public Baseline() {}

  /// Reads a file.
  ///
  /// @throws SluiceException `file-unreadable`, `baseline-malformed`, `limit-exceeded`
  public static Baseline read(Path file) {
    Baseline baseline = new Baseline();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      String line = line(in);
      if (line == null || !line.equals(HEAD)) {
        throw malformed(file, 1, "a baseline begins with the line \"" + HEAD + "\"");
      }
      int number = 1;
      for (line = line(in); line != null; line = line(in)) {
        number++;
        FindingKey key = FindingKey.parse(line);
        if (key == null) {
          throw malformed(file, number, "every further line has 32 hexadecimal digits");
        }
        baseline.keys.add(key);
      }
      return baseline;
    } catch (IOException | UncheckedIOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_UNREADABLE, "the baseline cannot be read")
              .at(new Location.InWhole(file.toString()))
              .because(
                  e instanceof NoSuchFileException
                      ? "there is no such file"
                      : String.valueOf(e.getMessage()))
              .advising("write one with --write-baseline"),
          e);
    }
  }

  private static @Nullable String line(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return line.isEmpty() ? null : line.toString();
      }
      if (line.length() < LINE_SIZE_CHARS_MAX && c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static SluiceException malformed(Path file, int line, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.BASELINE_MALFORMED, "this is no baseline")
            .at(new Location.InWhole(file + ":" + line))
            .because(why)
            .advising("write it anew with --write-baseline"));
  }

  boolean has(FindingKey key) {
    return keys.has(key);
  }

  void add(FindingKey key) {
    keys.add(key);
  }

  /// Different findings in it.
  public int size() {
    return keys.count();
  }

  /// Writes the file.
  public void write(OutputStream out) throws IOException {
    out.write((HEAD + "\n").getBytes(StandardCharsets.US_ASCII));
    for (FindingKey key : keys.sorted()) {
      out.write((key + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }
}
