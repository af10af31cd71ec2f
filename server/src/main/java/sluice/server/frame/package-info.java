/// Frames between plugin and server as texts and back, see `docs/design/live.md`. Knows no runs.
@NullMarked
package sluice.server.frame;

import org.jspecify.annotations.NullMarked;
