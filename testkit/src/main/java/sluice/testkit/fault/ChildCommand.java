package sluice.testkit.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program in a JVM of its own that faults happen to: it runs in one folder and has another one
/// for its temporary files. What it says goes to files outside of both.
///
/// @param mainClass the program
/// @param folder where it runs
/// @param temporary where its temporary files go
/// @param talk where standard error goes
/// @param prefix a command that starts the one behind it, such as one that sets limits; may be
///   empty
/// @param args arguments of the program
public record ChildCommand(
    String mainClass,
    Path folder,
    Path temporary,
    Path talk,
    List<String> prefix,
    List<String> args) {
  private static final long END_SECONDS_MAX = 120;

  public ChildCommand {
    prefix = List.copyOf(prefix);
    args = List.copyOf(args);
  }

  /// How a child ended.
  ///
  /// @param millis from its start to its end
  public record End(int exitCode, long millis, String said) {}

  /// The same with other arguments.
  public ChildCommand with(String... value) {
    return new ChildCommand(mainClass, folder, temporary, talk, prefix, List.of(value));
  }

  /// The same, started by another command.
  public ChildCommand behind(String... value) {
    return new ChildCommand(mainClass, folder, temporary, talk, List.of(value), args);
  }

  /// The same with another folder for temporary files.
  public ChildCommand withTemporary(Path value) {
    return new ChildCommand(mainClass, folder, value, talk, prefix, args);
  }

  /// The same with another file for standard error, for children that run at the same time.
  public ChildCommand withTalk(Path value) {
    return new ChildCommand(mainClass, folder, temporary, value, prefix, args);
  }

  /// Starts the child. Its standard output and input are pipes to this process.
  public Process start() throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            // Else a JVM that is killed leaves a file of its own among the temporary ones.
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            mainClass));
    command.addAll(args);
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(talk.toFile())
        .start();
  }

  /// Runs the child to its end.
  public End run() throws IOException, InterruptedException {
    long started = System.nanoTime();
    Process process = start();
    process.getOutputStream().close();
    return end(process, started);
  }

  /// Waits for the end of a child that was started.
  ///
  /// @param started when, in nanoseconds of [System#nanoTime]
  /// @throws AssertionError when it does not come
  public End end(Process process, long started) throws IOException, InterruptedException {
    try {
      if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
        throw new AssertionError(args + " does not end; it said: " + said());
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
      return new End(process.exitValue(), millis, said());
    } finally {
      process.destroyForcibly();
    }
  }

  /// What it has said so far.
  public String said() throws IOException {
    return Files.readString(talk, StandardCharsets.UTF_8);
  }
}
