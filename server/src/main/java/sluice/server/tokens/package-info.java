/// The token files of a server and what becomes of them while it runs. Knows no plugin and no runs.
@NullMarked
package sluice.server.tokens;

import org.jspecify.annotations.NullMarked;
