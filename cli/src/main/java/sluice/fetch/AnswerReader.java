package sluice.fetch;

import sluice.json.JsonScanner;

/// Takes what matters out of an answer while it passes.
///
/// @param <T> what that is
interface AnswerReader<T> {
  /// Reads the answer's one value, an object. All bytes of it are passed over.
  ///
  /// @param call what was asked for, for messages
  T read(JsonScanner scanner, Call call);
}
