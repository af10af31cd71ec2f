package sluice;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import sluice.resolve.ResolvedToken;

/// Combinations of themes as the JSON that `sluice resolve --theme '*' --format json` writes: one
/// object for each combination, as [TokensJson] writes it, one after the other as they are worked
/// out. `docs/reference/cli.md` has the members.
public final class CombinationsJson {
  /// Lines kept for tokens that come out the same under several combinations; when there are more
  /// they are all let go.
  static final int LINES_SIZE_BYTES_MAX = 16 * 1024 * 1024;

  private final boolean includeAll;
  private final OutputStream out;
  private final IdentityHashMap<ResolvedToken, byte[]> lines = new IdentityHashMap<>();
  private int linesSizeBytes;
  private boolean isBegun;

  /// A text that goes to a stream, in UTF-8.
  ///
  /// @param includeAll whether tokens of disabled sets and remarks on groups are there too
  /// @param out is neither flushed nor closed; many small pieces are written to it
  public CombinationsJson(boolean includeAll, OutputStream out) {
    this.includeAll = includeAll;
    this.out = out;
  }

  /// Writes one combination.
  ///
  /// @throws IOException what the stream throws
  public void add(TokenValues combination) throws IOException {
    text(isBegun ? ",\n" : "{\n\"combinations\": [\n");
    isBegun = true;
    TokensJson.write(combination, includeAll, this::line, out);
  }

  /// Writes the end, with a line end.
  ///
  /// @throws IOException what the stream throws
  public void end() throws IOException {
    text(isBegun ? "\n]\n}\n" : "{\n\"combinations\": []\n}\n");
  }

  private byte[] line(ResolvedToken token) {
    if (token.problem() != null) {
      return TokenLine.of(token);
    }
    byte[] known = lines.get(token);
    if (known != null) {
      return known;
    }
    byte[] line = TokenLine.of(token);
    if (linesSizeBytes + (long) line.length > LINES_SIZE_BYTES_MAX) {
      lines.clear();
      linesSizeBytes = 0;
    }
    lines.put(token, line);
    linesSizeBytes += line.length;
    return line;
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
