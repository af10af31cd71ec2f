package sluice.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import sluice.cli.terminal.Console;
import sluice.emit.OutputFile;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Where one product of a command goes: a file, standard output (`-`), or something in the file
/// system that is no file, such as `/dev/null` or a named pipe.
///
/// A file appears whole or not at all, under a temporary name until then. The others cannot be
/// replaced, and nothing may reach them before the command has succeeded: their product waits in a
/// temporary file until [#deliver].
final class ProductPlace {
  private static final String STANDARD = "-";
  private static final int BUFFER_SIZE_BYTES = 64 * 1024;

  private final String given;
  private final Path file;
  private final @Nullable Path device;

  private ProductPlace(String given, Path file, @Nullable Path device) {
    this.given = given;
    this.file = file;
    this.device = device;
  }

  /// The place an option names.
  ///
  /// @param stop deletes the temporary file, if there is one
  static ProductPlace of(String given, StopHook stop) {
    if (given.equals(STANDARD)) {
      return new ProductPlace(given, stop.newFolder().resolve("product"), null);
    }
    Path path = Path.of(given);
    boolean isDevice = Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
    return isDevice
        ? new ProductPlace(given, stop.newFolder().resolve("product"), path)
        : new ProductPlace(given, path, null);
  }

  /// The file to write.
  Path file() {
    return file;
  }

  /// Whether this is standard output.
  boolean isStandard() {
    return given.equals(STANDARD);
  }

  /// Makes sure that writing here does not replace something the command reads.
  ///
  /// @param what what this place is for, such as `the report`
  /// @param input a file or folder that is read
  /// @throws SluiceException `option-invalid`
  void refuse(String what, Path input) {
    try {
      if (file.toAbsolutePath().normalize().equals(input.toAbsolutePath().normalize())
          || (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input))) {
        throw new SluiceException(
            Problem.of(ProblemCode.OPTION_INVALID, what + " would replace what is read")
                .at(new Location.InWhole(given))
                .advising("name another file"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the person calls it.
  String name() {
    return isStandard() ? "<stdout>" : given;
  }

  /// Writes a product whole or not at all, and delivers it.
  ///
  /// @throws SluiceException `output-unwritable`, or what making the product throws
  void write(Console.Product product, Console console) {
    try (OutputFile target = OutputFile.at(file)) {
      try {
        // Flushed, not closed: the channel belongs to the file.
        OutputStream out =
            new BufferedOutputStream(Channels.newOutputStream(target.channel()), BUFFER_SIZE_BYTES);
        product.writeTo(out);
        out.flush();
      } catch (IOException e) {
        throw OutputFile.unwritable(file, e);
      }
      target.commit();
    }
    deliver(console);
  }

  /// Hands on what waits in a temporary file.
  ///
  /// @throws SluiceException `output-unwritable`
  void deliver(Console console) {
    if (isStandard()) {
      console.print(out -> Files.copy(file, out));
    } else if (device != null) {
      try (OutputStream out = Files.newOutputStream(device, StandardOpenOption.WRITE)) {
        Files.copy(file, out);
      } catch (IOException e) {
        throw OutputFile.unwritable(device, e);
      }
    }
  }
}
