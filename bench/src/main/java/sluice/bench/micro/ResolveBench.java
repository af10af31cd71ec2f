package sluice.bench.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import sluice.problem.ProblemTally;
import sluice.resolve.MergedTokens;
import sluice.resolve.ResolvedTokens;
import sluice.resolve.ThemeSelection;
import sluice.resolve.TokenResolver;
import sluice.token.TokenLibrary;
import sluice.token.source.TokenSource;

/// How long do 300 tokens take under one theme, from the library in memory to values: merging sets,
/// and resolving what was merged?
///
/// `bench/run micro --only ResolveBench`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ResolveBench {
  private final TokenLibrary library =
      Fixture.withTokens(file -> TokenSource.read(file, new ProblemTally()));
  private final ThemeSelection selection =
      ThemeSelection.choose(library, List.of("mode/Dark"), List.of());
  private final MergedTokens merged = MergedTokens.of(library, selection);

  /// Sets into one list.
  @Benchmark
  public MergedTokens merge() {
    return MergedTokens.of(library, selection);
  }

  /// The list into values.
  @Benchmark
  public ResolvedTokens resolve() {
    return TokenResolver.resolve(merged);
  }
}
