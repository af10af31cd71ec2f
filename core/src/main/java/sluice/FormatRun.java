package sluice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sluice.document.ArchiveCounts;
import sluice.format.DocumentPass;
import sluice.format.ParentNeeded;
import sluice.pipeline.CancelToken;
import sluice.problem.ProblemTally;
import sluice.report.gather.Gathered;

/// What a format does in a run: the parts of it that differ between formats, in the order in which
/// they are called.
interface FormatRun extends AutoCloseable {
  /// Bytes of the document that [#prepare] reads.
  long bytesAhead();

  /// Resolves the tokens and finds the parts the run is limited to.
  void prepare() throws IOException;

  /// Labels of the themes that count, or names of the sets where sets were chosen.
  List<String> themeLabels();

  /// What was wrong with the tokens.
  ProblemTally tokenProblems();

  /// Opens outputs and input for a pass over the document.
  Opened<?> open(Width width) throws IOException;

  /// Reads the document through for what a pass turned out to need before it comes, which it said
  /// with [ParentNeeded].
  void noteParents() throws IOException;

  @Override
  void close() throws IOException;

  /// A pass with its outputs.
  ///
  /// @param <C> the format's chunk
  interface Opened<C> extends AutoCloseable {
    DocumentPass<C> pass();

    /// Problems of the document as a whole, once the pass has ended.
    void addProblems(ProblemTally problems);

    /// What was noted for a report, once the pass has ended and before [#commit]; only where one is
    /// asked for.
    Gathered gathered() throws IOException;

    /// Lets the outputs appear.
    ///
    /// @return where the document is, empty for a dry run
    Optional<Path> commit(CancelToken cancel);

    long bytesWritten();

    long spilledBytes();

    /// What there is to count in an archive only.
    Optional<ArchiveCounts> archive();

    @Override
    void close() throws IOException;
  }
}
