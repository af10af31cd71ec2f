package sluice;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.emit.OutputFile;
import sluice.format.DocumentInput;
import sluice.format.ReplaceLock;
import sluice.pipeline.CancelToken;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The places a run writes to: the document and the change set. Both are temporary until [#commit];
/// without it neither appears.
final class RunFiles implements AutoCloseable {
  private final Path input;
  private final boolean inPlace;
  private final @Nullable OutputFile document;
  private final @Nullable OutputFile changes;

  /// The last work on a document before it can appear.
  interface Completion {
    void complete(OutputFile document) throws IOException;
  }

  private RunFiles(ApplyRequest request) throws IOException {
    this.input = request.document;
    this.inPlace = request.destination instanceof ApplyRequest.Destination.InPlace;
    Path place =
        switch (request.destination) {
          case ApplyRequest.Destination.To(Path file) -> file;
          case ApplyRequest.Destination.InPlace() -> request.document;
          case ApplyRequest.Destination.Nowhere() -> null;
        };
    Path changesPlace = request.changes;
    if (place != null && !inPlace) {
      refuseSame(place, request.document, "the output is the input", "--in-place replaces it");
    }
    if (changesPlace != null) {
      refuseSame(changesPlace, request.document, "the change set is the input", "name another");
      if (place != null) {
        refuseSame(changesPlace, place, "the change set is the output", "name another");
      }
    }
    this.document = place == null ? null : OutputFile.at(place);
    this.changes = changesPlace == null ? null : openAfter(changesPlace, document);
  }

  static RunFiles open(ApplyRequest request) throws IOException {
    return new RunFiles(request);
  }

  private static void refuseSame(Path one, Path other, String what, String help)
      throws IOException {
    boolean same =
        one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
            || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    if (same) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, what)
              .at(new Location.InWhole(one.toString()))
              .advising(help));
    }
  }

  private static OutputFile openAfter(Path place, @Nullable OutputFile opened) {
    try {
      return OutputFile.at(place);
    } catch (RuntimeException e) {
      if (opened != null) {
        opened.close();
      }
      throw e;
    }
  }

  /// Where the document's bytes go, or null for a dry run.
  @Nullable FileChannel document() {
    return document == null ? null : document.channel();
  }

  /// Where the change set's bytes go, or null when there is none.
  @Nullable FileChannel changes() {
    return changes == null ? null : changes.channel();
  }

  /// What it means that writing failed.
  SluiceException failed(IOException cause) {
    Path place = document != null ? document.place() : changes != null ? changes.place() : input;
    return OutputFile.unwritable(place, cause);
  }

  /// Lets the files appear: first whatever may take long or fail, then a last look at the input,
  /// then, when the run can no longer be cancelled, the names. The change set is first: who
  /// replaces a document has on disk what it takes to get it back.
  ///
  /// @param changed whether the document has any change; one that is replaced in place stays as it
  ///   is without
  /// @param read the input
  /// @return where the document is, empty for a dry run
  /// @throws SluiceException `input-changed`, `output-unwritable`
  Optional<Path> commit(
      boolean changed, Completion completion, DocumentInput read, CancelToken cancel) {
    OutputFile updated = inPlace && !changed ? null : document;
    if (updated != null) {
      try {
        completion.complete(updated);
      } catch (IOException e) {
        throw OutputFile.unwritable(updated.place(), e);
      }
      updated.finish();
    }
    if (changes != null) {
      changes.finish();
    }
    if (inPlace && updated != null) {
      try (ReplaceLock _ = ReplaceLock.of(read)) {
        name(updated, cancel);
      }
    } else {
      read.checkUnchanged();
      name(updated, cancel);
    }
    return document == null ? Optional.empty() : Optional.of(document.place());
  }

  private void name(@Nullable OutputFile updated, CancelToken cancel) {
    cancel.end();
    if (changes != null) {
      changes.commit();
    }
    if (updated != null) {
      updated.commit();
    }
  }

  @Override
  public void close() {
    if (document != null) {
      document.close();
    }
    if (changes != null) {
      changes.close();
    }
  }
}
