package sluice.server.web;

/// A socket, as far as a connection needs one.
interface Channel {
  /// Sends a text. Does not wait.
  void send(String text);

  /// Closes after what was sent before.
  void close(int code, String reason);
}
