package sluice.testkit.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What to run in a JVM of its own, with the runtime this JVM runs on.
///
/// The peak resident set is Linux's own high-water mark (`VmHWM`), read every
/// [#POLL_INTERVAL_MILLIS] ms while the child runs; what it grows by in its very last milliseconds
/// can be missed. On other systems it is absent.
///
/// @param mainClass name of the class to run
/// @param classpath as `java -cp` takes it
/// @param flags JVM flags, replacing [#DEFAULT_FLAGS]
/// @param args arguments of the program
/// @param timeout after which the child is killed
/// @param feed writes its standard input
public record ChildJvm(
    String mainClass,
    String classpath,
    List<String> flags,
    List<String> args,
    Duration timeout,
    Feed feed) {
  /// A small heap and nothing that grows with the machine.
  public static final List<String> DEFAULT_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xmx48m", "-XX:TieredStopAtLevel=1");

  /// Time between two looks at the child.
  public static final long POLL_INTERVAL_MILLIS = 5;

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);
  private static final Feed NOTHING = _ -> {};

  /// Writes what a child reads from its standard input, while it runs.
  @FunctionalInterface
  public interface Feed {
    /// Writes all of it; the stream is closed afterwards.
    ///
    /// @throws IOException what the stream says, also when the child ends before it has read all
    void write(OutputStream out) throws IOException;
  }

  public ChildJvm {
    flags = List.copyOf(flags);
    args = List.copyOf(args);
  }

  /// How a child ended.
  ///
  /// @param exitCode of the process; of no meaning after a timeout
  /// @param timedOut whether it was killed because it took too long
  /// @param out all it wrote to stdout
  /// @param err all it wrote to stderr
  /// @param wallMillis from the start of the process to its end
  /// @param peakResidentBytes greatest resident set seen
  public record Outcome(
      int exitCode,
      boolean timedOut,
      String out,
      String err,
      long wallMillis,
      OptionalLong peakResidentBytes) {}

  /// A class on this JVM's own class path, with the default flags and five minutes.
  public static ChildJvm of(Class<?> main, String... args) {
    return new ChildJvm(
        main.getName(),
        System.getProperty("java.class.path"),
        DEFAULT_FLAGS,
        List.of(args),
        DEFAULT_TIMEOUT,
        NOTHING);
  }

  /// The same with another class path.
  public ChildJvm withClasspath(String value) {
    return new ChildJvm(mainClass, value, flags, args, timeout, feed);
  }

  /// The same with other JVM flags.
  public ChildJvm withFlags(String... value) {
    return new ChildJvm(mainClass, classpath, List.of(value), args, timeout, feed);
  }

  /// The same with the default flags but another heap limit.
  public ChildJvm withHeapMegabytes(int megabytes) {
    List<String> changed = new ArrayList<>(DEFAULT_FLAGS);
    changed.set(1, "-Xmx" + megabytes + "m");
    return new ChildJvm(mainClass, classpath, changed, args, timeout, feed);
  }

  /// The same with another time limit.
  public ChildJvm withTimeout(Duration value) {
    return new ChildJvm(mainClass, classpath, flags, args, value, feed);
  }

  /// The same with something to read on its standard input.
  public ChildJvm withInput(Feed value) {
    return new ChildJvm(mainClass, classpath, flags, args, timeout, value);
  }

  /// Runs the child to its end, or kills it after the timeout.
  ///
  /// @throws IOException when no process can be started
  /// @throws InterruptedException when this thread is interrupted; the child is killed
  public Outcome run() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classpath, mainClass));
    command.addAll(args);
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).start();
    try {
      Thread.ofPlatform().daemon().start(() -> feed(process.getOutputStream()));
      Capture out = new Capture(process.getInputStream());
      Capture err = new Capture(process.getErrorStream());
      long peak = -1;
      boolean ended = false;
      while (!ended && System.nanoTime() - start < timeout.toNanos()) {
        peak = Math.max(peak, residentPeak(process.pid()));
        ended = process.waitFor(POLL_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
      }
      long wallMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      process.destroyForcibly();
      int exitCode = process.waitFor();
      return new Outcome(
          exitCode,
          !ended,
          out.text(),
          err.text(),
          wallMillis,
          peak < 0 ? OptionalLong.empty() : OptionalLong.of(peak));
    } finally {
      process.destroyForcibly();
    }
  }

  private void feed(OutputStream in) {
    try (in) {
      feed.write(in);
    } catch (IOException _) {
      // The child ended before it had read all; how, its exit code tells.
    }
  }

  /// `VmHWM` of a process in bytes, or -1 where there is none (any more).
  private static long residentPeak(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try (Stream<String> lines = Files.lines(status, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(-1);
    } catch (NoSuchFileException _) {
      return -1;
    } catch (UncheckedIOException _) {
      // The process ended between opening and reading.
      return -1;
    }
  }

  /// Reads one of the child's streams to its end, so that the child never waits for us.
  private static final class Capture {
    private final Thread thread;
    private String text = "";

    Capture(InputStream in) {
      thread = Thread.ofPlatform().daemon().start(() -> read(in));
    }

    String text() throws InterruptedException {
      thread.join();
      return text;
    }

    private void read(InputStream in) {
      try (in) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("the child's output can't be read", e);
      }
    }
  }
}
