package sluice.cli.command;

import java.nio.file.Path;
import java.util.Map;
import sluice.cli.terminal.FetchMeter;
import sluice.cli.terminal.ProgressMode;
import sluice.fetch.AccessToken;
import sluice.fetch.ApiAddress;
import sluice.fetch.DocumentCache;
import sluice.fetch.FetchSettings;
import sluice.fetch.Fetched;
import sluice.fetch.FigmaFetch;
import sluice.fetch.FileKey;
import sluice.pipeline.CancelToken;

/// Fetches a document from Figma for a command, with what the environment says: the token, the
/// place of the cache, and where Figma is.
final class RemoteDocument {
  private final Invocation invocation;
  private final FetchOptions options;
  private final ProgressMode progress;

  RemoteDocument(Invocation invocation, FetchOptions options, ProgressMode progress) {
    this.invocation = invocation;
    this.options = options;
    this.progress = progress;
  }

  /// Fetches a file into a temporary one, which goes when the command ends.
  Path fetch(FileKey key) {
    Path folder = invocation.stop().newFolder();
    Path target = folder.resolve("document.json");
    CancelToken cancel = new CancelToken();
    invocation.stop().watch(cancel);
    Fetched _ = fetch(key, target, folder, cancel);
    return target;
  }

  /// Fetches a file.
  ///
  /// @param target replaced
  /// @param folder where temporary files go
  Fetched fetch(FileKey key, Path target, Path folder, CancelToken cancel) {
    Map<String, String> environment = invocation.environment();
    FetchSettings settings = options.settings();
    ApiAddress address = ApiAddress.of(environment);
    AccessToken token = AccessToken.of(environment);
    DocumentCache cache = DocumentCache.of(environment).orElse(null);
    try (FetchMeter meter = new FetchMeter(progress, invocation.console())) {
      Fetched fetched =
          new FigmaFetch(address, token, settings, cache, cancel, meter::update)
              .fetch(key, target, folder, options.refresh());
      meter.finish();
      return fetched;
    }
  }
}
