package sluice.server.frame;

/// A frame that is not what the protocol says, or that comes at the wrong time.
///
/// @see <a href="../../../../../../../docs/design/live.md">docs/design/live.md</a>
public final class FrameException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FrameFault fault;
  private final String help;

  /// @param message what was seen and what is allowed
  /// @param help what the person at the plugin can do
  public FrameException(FrameFault fault, String message, String help) {
    super(message);
    this.fault = fault;
    this.help = help;
  }

  /// What kind of fault it is.
  public FrameFault fault() {
    return fault;
  }

  /// What the person at the plugin can do.
  public String help() {
    return help;
  }
}
