package sluice.fetch;

/// The file is in another state than it was when the first part of it was read.
final class ChangedException extends Exception {
  private static final long serialVersionUID = 1L;
}
