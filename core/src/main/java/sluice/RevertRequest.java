package sluice;

import java.nio.file.Path;
import sluice.pipeline.CancelToken;
import sluice.problem.SluiceException;

/// Describes a run that takes another one back. Made by [Sluice#revert]; not safe for use by
/// several threads.
public final class RevertRequest {
  final Path document;
  final Path changes;
  String documentName;
  String changesName;
  Path output;
  boolean inPlace;

  RevertRequest(Path document, Path changes) {
    this.document = document;
    this.changes = changes;
    this.documentName = document.toString();
    this.changesName = changes.toString();
    this.output = ApplyRequest.beside(document, "reverted");
  }

  /// Where the document goes; `<name>.reverted.<ext>` beside the input unless given.
  public RevertRequest output(Path file) {
    output = file;
    inPlace = false;
    return this;
  }

  /// Replaces the input itself, whole or not at all.
  public RevertRequest inPlace() {
    output = document;
    inPlace = true;
    return this;
  }

  /// What the document is called in messages; its path unless given.
  public RevertRequest documentName(String name) {
    documentName = name;
    return this;
  }

  /// Takes the run back, on the calling thread.
  ///
  /// @param cancel asks it to stop
  /// @throws SluiceException `document-differs` when the document has changed since,
  ///   `change-set-malformed`, and what reading and writing say; then nothing was written
  public RevertReport run(CancelToken cancel) {
    return new RevertRun(this, cancel).run();
  }
}
