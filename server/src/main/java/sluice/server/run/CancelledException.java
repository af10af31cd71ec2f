package sluice.server.run;

/// A stage was told to stop while it waited.
final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CancelledException() {
    super("the run was told to stop", null, false, false);
  }
}
