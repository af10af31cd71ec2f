/// Live Figma: a server on this machine that a plugin streams the open file to, and that sends back
/// the values to write. `LiveServer` is the front door, `docs/design/live.md` the protocol.
///
/// `tokens` watches token files, `run` decides, journals and sends, `frame` is the wire format, `web`
/// has sockets and the page.
@NullMarked
package sluice.server;

import org.jspecify.annotations.NullMarked;
