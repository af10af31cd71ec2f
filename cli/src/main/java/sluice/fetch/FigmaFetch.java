package sluice.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sluice.pipeline.CancelToken;
import sluice.problem.Problem;
import sluice.problem.SluiceException;

/// Fetches files from Figma. Safe for use by one thread at a time.
///
/// One fetch: what state is the file in (a cheap question); is it at hand in that state; else the
/// whole file in one answer; and if that is too large, page by page.
public final class FigmaFetch {
  private final ApiAddress address;
  private final AccessToken token;
  private final FetchSettings settings;
  private final @Nullable DocumentCache cache;
  private final CancelToken cancel;
  private final Consumer<FetchProgress> listener;

  /// @param cache where files are kept, or null for nowhere
  /// @param cancel ends a fetch at once
  /// @param listener is told how far it is, on the thread that fetches
  public FigmaFetch(
      ApiAddress address,
      AccessToken token,
      FetchSettings settings,
      @Nullable DocumentCache cache,
      CancelToken cancel,
      Consumer<FetchProgress> listener) {
    this.address = address;
    this.token = token;
    this.settings = settings;
    this.cache = cache;
    this.cancel = cancel;
    this.listener = listener;
  }

  /// Fetches a file.
  ///
  /// @param target replaced by the document, not packed; holds no document when this throws
  /// @param folder where temporary files go
  /// @param refresh whether it is fetched even if it is at hand
  /// @throws SluiceException `access-refused`, `remote-missing`, `request-refused`,
  ///   `remote-too-large`, `rate-limited`, `remote-unavailable`, `answer-malformed`,
  ///   `remote-changing`, `limit-exceeded`, `output-unwritable` or `cancelled`
  public Fetched fetch(FileKey key, Path target, Path folder, boolean refresh) {
    cancel.check();
    FetchTeller teller = new FetchTeller(listener);
    try (CancelToken.Watch _ = cancel.interruptsThisThread();
        Sender sender = new Sender(address, token, settings, teller)) {
      return fetch(key, target, refresh, new Spool(folder), new Download(sender, teller), teller);
    } catch (InterruptedException e) {
      cancel.check();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted by somebody who did not cancel", e);
    } catch (SluiceException e) {
      // Whatever fails because of it.
      cancel.check();
      throw new SluiceException(hidden(e.problem()), e.getCause());
    } finally {
      if (cancel.isCancelled()) {
        Thread.interrupted();
      }
    }
  }

  /// A problem without the token, whatever Figma or somebody in between put into its answer.
  private Problem hidden(Problem problem) {
    return new Problem(
        problem.code(),
        token.hide(problem.what()),
        problem.where(),
        problem.why() == null ? null : token.hide(problem.why()),
        problem.help() == null ? null : token.hide(problem.help()));
  }

  private Fetched fetch(
      FileKey key, Path target, boolean refresh, Spool spool, Download download, FetchTeller teller)
      throws InterruptedException {
    FileState state = cache == null ? null : state(key, spool, download);
    if (cache != null && state != null && !refresh) {
      Optional<FileLayout> kept = restored(cache, key, state, target);
      if (kept.isPresent()) {
        return fetched(kept.get(), true, 0, teller);
      }
    }
    FileLayout file;
    long parts = 0;
    try {
      Call call = new Call(address.file(key), key.toString(), true);
      file = download.get(call, target, new FileReader(false));
    } catch (TooLargeException e) {
      file = new PageByPage(address, key, download, teller, spool).get(target);
      parts = file.document().childIds().size();
    }
    // A file that was changed in between is not kept as what it was before.
    if (cache != null && state != null && state.version().equals(file.state().version())) {
      store(cache, key, state, target);
    }
    return fetched(file, false, parts, teller);
  }

  private static Fetched fetched(
      FileLayout file, boolean fromCache, long parts, FetchTeller teller) {
    return new Fetched(file.name(), file.state().version(), fromCache, parts, teller.bytes());
  }

  /// The state a file is in; null when that cannot be found out, which is no reason not to fetch
  /// it: the question takes a scope of its own.
  private @Nullable FileState state(FileKey key, Spool spool, Download download)
      throws InterruptedException {
    try (Spool.SpoolFile file = spool.file()) {
      Call call = new Call(address.meta(key), key.toString(), false);
      return download.get(call, file.path(), new StateReader());
    } catch (TooLargeException e) {
      return null;
    } catch (SluiceException e) {
      return switch (e.problem().code()) {
        case ACCESS_REFUSED, REMOTE_MISSING, REQUEST_REFUSED, ANSWER_MALFORMED -> null;
        default -> throw e;
      };
    }
  }

  private Optional<FileLayout> restored(
      DocumentCache kept, FileKey key, FileState state, Path target) {
    try {
      return kept.restore(key, state, target);
    } catch (IOException e) {
      cancel.check();
      return Optional.empty();
    }
  }

  private void store(DocumentCache kept, FileKey key, FileState state, Path document) {
    try {
      kept.store(key, state, document);
    } catch (IOException e) {
      // The document is there; that it is not kept costs time at the next fetch.
      cancel.check();
    }
  }
}
