package sluice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.pipeline.CancelToken;
import sluice.problem.SluiceException;
import sluice.remap.NameMap;

/// Describes a run that renames tokens. Made by [Sluice#remap]; used once; not safe for use by
/// several threads.
public final class RemapRequest {
  /// Documents and token files of one run.
  public static final int FILES_MAX = 10_000;

  final NameMap names;
  final List<Document> documents = new ArrayList<>();
  final List<Path> tokenPaths = new ArrayList<>();
  boolean renamesTokens;
  @Nullable Path output;
  boolean inPlace;
  boolean dryRun;

  /// A document and what it is called in messages.
  record Document(Path file, String name) {}

  RemapRequest(NameMap names) {
    this.names = names;
  }

  /// A document to rename applied tokens in.
  public RemapRequest document(Path file, String name) {
    documents.add(new Document(file, name));
    return this;
  }

  /// The library that new names have to be in; the one in each document unless given.
  public RemapRequest tokens(Path... paths) {
    tokenPaths.addAll(List.of(paths));
    return this;
  }

  /// Whether tokens are renamed in their library too: in the token files, and in the libraries
  /// inside archives; not unless asked for.
  public RemapRequest renameTokens(boolean rename) {
    renamesTokens = rename;
    return this;
  }

  /// Where results go: a file for one, a folder for several; `<name>.remapped.<ext>` beside each
  /// input unless given.
  public RemapRequest output(Path place) {
    output = place;
    return this;
  }

  /// Replaces the inputs themselves, each whole or not at all, after all have succeeded.
  public RemapRequest inPlace() {
    inPlace = true;
    return this;
  }

  /// Writes nothing, only counts.
  public RemapRequest dryRun() {
    dryRun = true;
    return this;
  }

  /// Renames, on the calling thread.
  ///
  /// @param cancel asks it to stop
  /// @throws SluiceException `target-unknown`, `mapping-clash`, and what reading and writing say;
  ///   then nothing was written
  public RemapReport run(CancelToken cancel) {
    return new RemapRun(this, cancel).run();
  }
}
