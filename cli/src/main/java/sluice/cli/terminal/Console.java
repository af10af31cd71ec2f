package sluice.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The streams of one invocation and what is known of the terminal behind them.
///
/// @param in standard input
/// @param out standard output, for products only; UTF-8
/// @param talk standard error, for everything else; UTF-8
/// @param talksToTerminal whether standard error is a terminal
/// @param widthColumns how wide a line may be, at least [#WIDTH_COLUMNS_MIN]
/// @param command how the person called the program, for commands shown to them
public record Console(
    InputStream in,
    OutputStream out,
    PrintStream talk,
    boolean talksToTerminal,
    int widthColumns,
    String command) {
  /// How wide a line is when nobody says.
  public static final int WIDTH_COLUMNS = 100;

  /// Narrower terminals get lines that wrap.
  public static final int WIDTH_COLUMNS_MIN = 60;

  private static final int BUFFER_SIZE_BYTES = 16 * 1024;

  public Console {
    widthColumns = Math.max(widthColumns, WIDTH_COLUMNS_MIN);
  }

  /// Something that goes to standard output.
  @FunctionalInterface
  public interface Product {
    /// Writes the whole product.
    void writeTo(OutputStream out) throws IOException;
  }

  /// The streams of this process. The launcher tells about the terminal in the properties
  /// `sluice.terminal`, `sluice.columns` and `sluice.command`, because Java cannot find out.
  public static Console ofProcess() {
    return new Console(
        System.in,
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_SIZE_BYTES),
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.err), BUFFER_SIZE_BYTES),
            true,
            StandardCharsets.UTF_8),
        Boolean.getBoolean("sluice.terminal"),
        Integer.getInteger("sluice.columns", WIDTH_COLUMNS),
        System.getProperty("sluice.command", "sluice"));
  }

  /// Writes a product to standard output. A reader that has gone away (`sluice … | head`) is no
  /// error: it has what it wanted.
  ///
  /// @throws SluiceException `output-unwritable`
  public void print(Product product) {
    try {
      product.writeTo(out);
      out.flush();
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      if (!reason.toLowerCase(Locale.ROOT).contains("pipe")) {
        throw new SluiceException(
            Problem.of(ProblemCode.OUTPUT_UNWRITABLE, "standard output cannot be written")
                .at(new Location.InWhole("<stdout>"))
                .because(reason),
            e);
      }
    }
  }

  /// Says one line. A name in it does nothing to the terminal.
  public void say(String line) {
    talk.println(Printable.line(line));
    talk.flush();
  }

  /// Shows a problem.
  public void tell(Problem problem) {
    talk.println(Printable.problem(problem));
    talk.flush();
  }
}
