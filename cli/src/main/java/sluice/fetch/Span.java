package sluice.fetch;

/// Where a value lies in a file.
///
/// @param start its first byte
/// @param end the byte after its last
record Span(long start, long end) {
  Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + " to " + end);
    }
  }

  long size() {
    return end - start;
  }
}
