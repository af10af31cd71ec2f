package sluice.server.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.TokenValues;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.source.TokenSource;

/// The token files of a server: read when it starts, and again whenever they change on disk.
///
/// Asked for their state every half second instead of being told by the system, because editors
/// and version control replace files and folders, which is told differently by every system. Files
/// are read again once they have been the same for one interval, so that a half-written one is
/// rarely met, and if it is, what is wrong with it is told and the next change mends it.
public final class WatchedTokens implements TokenSupply, AutoCloseable {
  /// Files and folders whose times and sizes are looked at.
  public static final int FILES_MAX = 10_000;

  private static final long INTERVAL_MILLIS = 500;

  private final TokenChoice choice;
  private final Runnable changed;
  private final Thread watcher = new Thread(this::watch, "sluice-tokens");
  private volatile LibraryState state;
  private volatile boolean closed;

  /// Reads the tokens and begins to watch them.
  ///
  /// @param choice which tokens, and the themes chosen unless the plugin chooses others
  /// @param changed told, by a thread of its own, when [#state] has changed
  public WatchedTokens(TokenChoice choice, Runnable changed) {
    this.choice = choice;
    this.changed = changed;
    this.state = read();
    watcher.setDaemon(true);
  }

  /// Begins to watch.
  public void start() {
    watcher.start();
  }

  @Override
  public LibraryState state() {
    return state;
  }

  @Override
  public TokenValues values(@Nullable List<String> themes) {
    return Sluice.resolveForFigma(themes == null ? choice : choice.withThemes(themes).withSets(List.of()));
  }

  private LibraryState read() {
    try {
      TokenValues values = Sluice.resolveForFigma(choice);
      List<TokenLibrary> libraries =
          TokenSource.readAll(
                  choice.paths(),
                  new TokenSource.Telling(choice.dialect(), Dialect.TOKENS_STUDIO),
                  new ProblemTally())
              .all();
      return new LibraryState(
          libraries.stream().flatMap(library -> library.themes().stream()).toList(),
          values.themes().stream().map(Theme::label).distinct().toList(),
          libraries.stream().mapToInt(library -> library.sets().size()).sum(),
          values.resolved().all().size(),
          null);
    } catch (SluiceException e) {
      return LibraryState.unusable(e.problem());
    } catch (UncheckedIOException e) {
      return LibraryState.unusable(unreadable(String.valueOf(e.getCause())));
    }
  }

  private static Problem unreadable(String why) {
    return Problem.of(
            ProblemCode.FILE_UNREADABLE, "the token files cannot be read")
        .because(why)
        .advising("they are read again when they change");
  }

  private void watch() {
    long known = fingerprint();
    long seen = known;
    while (!closed) {
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
      long now = fingerprint();
      if (now != known && now == seen) {
        known = now;
        state = read();
        changed.run();
      }
      seen = now;
    }
  }

  /// A number that is another one when a file was written, added or removed.
  private long fingerprint() {
    long sum = 0;
    for (Path path : choice.paths()) {
      try (Stream<Path> files = Files.walk(path.toRealPath())) {
        sum += files.limit(FILES_MAX).mapToLong(WatchedTokens::fingerprint).sum();
      } catch (IOException | UncheckedIOException e) {
        sum += 31;
      }
    }
    return sum;
  }

  private static long fingerprint(Path file) {
    try {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      long hash = file.hashCode();
      hash = hash * 31 + facts.lastModifiedTime().toMillis();
      return hash * 31 + (facts.isDirectory() ? 0 : facts.size());
    } catch (IOException e) {
      return 17;
    }
  }

  @Override
  public void close() {
    closed = true;
    watcher.interrupt();
  }
}
