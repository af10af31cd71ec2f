package sluice.testkit.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// A moment of a child's run, told by what it has written and then by a time. Times alone would hit
/// the start of the JVM nearly always and the few microseconds of a rename never.
///
/// @param part what has to have happened
/// @param nanos time to pass after it
public record KillMoment(Part part, long nanos) {
  /// Parts of a run, by what is in the folder it writes to.
  public enum Part {
    /// From the start of the process on.
    START,
    /// Once the unfinished output has its first bytes.
    WRITING,
    /// Once the unfinished output has all its bytes.
    WRITTEN,
    /// Once the last product has its name.
    NAMED
  }

  /// What an undisturbed run looked like.
  ///
  /// @param millis how long it took
  /// @param product name of the file that gets its name last
  /// @param sizeBytes its size
  public record Undisturbed(long millis, String product, long sizeBytes) {}

  private static final String HIDDEN_FOLDERS = ".*.tmp";

  /// The moment of a seed: a quarter of them each anywhere in the run, while it writes, about when
  /// everything is written and forced to the disk, and about when names are given.
  public static KillMoment of(long seed, Undisturbed run) {
    Random random = new Random(seed);
    // The first numbers of near seeds are alike.
    random.nextLong();
    long runNanos = run.millis() * 1_000_000;
    return switch (Math.floorMod(seed, 4)) {
      case 0 -> new KillMoment(Part.START, (long) (random.nextDouble() * runNanos));
      case 1 -> new KillMoment(Part.WRITING, (long) (random.nextDouble() * runNanos / 3));
      case 2 -> new KillMoment(Part.WRITTEN, (long) (random.nextDouble() * 10_000_000));
      default -> new KillMoment(Part.NAMED, (long) (random.nextDouble() * 2_000_000));
    };
  }

  /// Waits for the moment, or the end of the process if that comes before.
  ///
  /// @param folder where it writes its product
  public void await(Process process, Path folder, Undisturbed run) {
    long started = System.nanoTime();
    Object before = key(folder.resolve(run.product()));
    // No pause in between: what is waited for may be there for microseconds.
    while (process.isAlive() && !hasCome(folder, run, before)) {
      Thread.onSpinWait();
      started = System.nanoTime();
    }
    long until = started + nanos;
    while (process.isAlive() && System.nanoTime() < until) {
      LockSupport.parkNanos(Math.min(1_000_000, until - System.nanoTime()));
    }
  }

  private boolean hasCome(Path folder, Undisturbed run, Object before) {
    return switch (part) {
      case START -> true;
      case WRITING -> unfinishedBytes(folder) > 0;
      case WRITTEN ->
          unfinishedBytes(folder) >= run.sizeBytes()
              || !key(folder.resolve(run.product())).equals(before);
      case NAMED -> !key(folder.resolve(run.product())).equals(before);
    };
  }

  private static long unfinishedBytes(Path folder) {
    long largest = 0;
    try (DirectoryStream<Path> hidden = Files.newDirectoryStream(folder, HIDDEN_FOLDERS)) {
      for (Path one : hidden) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(one)) {
          for (Path file : files) {
            largest = Math.max(largest, Files.size(file));
          }
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      // It went while it was looked at.
    }
    return largest;
  }

  /// Which file has a name; a rename changes it at one stroke.
  private static Object key(Path file) {
    try {
      return Files.exists(file) ? Files.getAttribute(file, "unix:ino") : "none";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s and %.3f ms", part, nanos / 1e6);
  }
}
