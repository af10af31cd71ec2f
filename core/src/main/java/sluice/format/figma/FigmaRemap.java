package sluice.format.figma;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.apply.AppliedTokenReader;
import sluice.emit.SpliceSink;
import sluice.format.ReadAhead;
import sluice.json.JsonText;
import sluice.json.ObjectSpans;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.remap.StoredName;
import sluice.token.AppliedToken;

/// Renames the tokens applied in a Figma document: the entrance for that. Nodes are met in document
/// order, so nothing is held.
public final class FigmaRemap implements NodeVisitor {
  /// Bare words that name no token, as the plugin stores them.
  private static final String NONE = "none";

  private final String document;
  private final Names names;
  private final @Nullable SpliceSink sink;
  private long places;

  /// What names become.
  public interface Names {
    /// The new name of a token that is applied, or null when it keeps its own.
    @Nullable String renamed(String name);
  }

  private FigmaRemap(String document, Names names, @Nullable SpliceSink sink) {
    this.document = document;
    this.names = names;
    this.sink = sink;
  }

  /// Renames all through a document.
  ///
  /// @param in the uncompressed document, read from its first byte
  /// @param sink takes the splices in order, or null when only counts are wanted
  /// @param passed is told now and then how far it is; ends the reading by throwing
  /// @return how many places were renamed
  /// @throws SluiceException `limit-exceeded` when a node's tokens are too large to be read
  public static long run(
      InputStream in, String document, Names names, @Nullable SpliceSink sink, ReadAhead passed)
      throws IOException {
    FigmaRemap remap = new FigmaRemap(document, names, sink);
    FigmaFormat.readThrough(in, document, remap, passed);
    if (sink != null) {
      sink.finish();
    }
    return remap.places;
  }

  @Override
  public void tokens(long offset, byte[] captured, int from) {
    ObjectSpans members = new ObjectSpans(captured, from);
    for (int member = 0; member < members.count(); member++) {
      int valueFrom = members.valueFrom(member);
      if (captured[valueFrom] == '"') {
        String key = members.key(member);
        stored(key, offset + (valueFrom - from), captured, valueFrom, members.valueTo(member));
      }
    }
  }

  private void stored(String key, long offset, byte[] captured, int from, int to) {
    String stored = JsonText.decode(captured, from + 1, to - 1);
    List<AppliedToken> applied = AppliedTokenReader.read(Map.of(key, stored)).applied();
    if (applied.isEmpty() || stored.equals(NONE)) {
      return;
    }
    String name = applied.getFirst().token();
    String renamed = names.renamed(name);
    if (renamed == null) {
      return;
    }
    places++;
    if (sink == null) {
      return;
    }
    String raw = new String(captured, from + 1, to - from - 2, StandardCharsets.UTF_8);
    byte[] text = StoredName.replaceStored(raw, stored, renamed).getBytes(StandardCharsets.UTF_8);
    try {
      sink.splice(offset + 1, to - from - 2, text, 0, text.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void ended(OpenNode node, byte[] captured, long end) {
    if (node.tooLarge && node.dataMalformed) {
      throw new SluiceException(
          Problem.of(
                  ProblemCode.LIMIT_EXCEEDED, "a node's own fields are too large to be renamed in")
              .at(new Location.AtByte(document, node.offset))
              .because(
                  "they take more than %,d bytes".formatted(FigmaReader.CAPTURE_SIZE_BYTES_MAX))
              .advising("shorten its texts or take its tokens off; nothing was written"));
    }
  }
}
