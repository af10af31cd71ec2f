package sluice.testkit.generate;

/// How the token library is stored in the document root's plugin data.
public enum EmbeddedLibrary {
  /// Not at all.
  NONE,
  /// In one entry, `values`.
  PLAIN,
  /// In at least two entries, `values_chunk_0` and on, announced by `values_meta`.
  CHUNKED
}
