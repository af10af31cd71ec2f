package sluice.format.figma;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import sluice.emit.SpliceSink;
import sluice.format.ReadAhead;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.revert.ChangeRecord;
import sluice.revert.ChangeSet;
import sluice.revert.Differs;
import sluice.revert.UndoSplices;

/// Takes a run on a Figma document back: the entrance for that.
public final class FigmaRevert {
  private final String document;

  /// What came of it.
  ///
  /// @param nodes nodes that are as before
  /// @param changes values that are
  public record Counts(long nodes, long changes) {}

  /// A document that tokens were applied to.
  public FigmaRevert(String document) {
    this.document = document;
  }

  /// Checks a document against its change set and makes the splices that take the run back.
  ///
  /// @param in the uncompressed document, read from its first byte
  /// @param sizeBytes of it
  /// @param passed is told now and then how far it is; ends the reading by throwing
  /// @throws SluiceException `document-differs`, `change-set-malformed`
  public Counts splices(
      InputStream in, long sizeBytes, ChangeSet lines, SpliceSink sink, ReadAhead passed)
      throws IOException {
    UndoSplices splices = new UndoSplices(lines, document, sizeBytes, sink);
    RevertCheck check =
        new RevertCheck(
            document,
            true,
            () -> {
              try {
                return splices.next();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    FigmaFormat.readThrough(in, document, check, passed);
    check.end();
    sink.finish();
    return new Counts(check.nodes(), check.changes());
  }

  /// Checks that what came out is the document before the run, as far as the change set says: each
  /// node begins at the very byte, with the values it had.
  ///
  /// @throws SluiceException `document-differs`
  public void confirm(InputStream restored, ChangeSet lines, ReadAhead passed) {
    Following following = new Following(lines);
    RevertCheck check = new RevertCheck(document, false, following);
    try {
      FigmaFormat.readThrough(restored, document, check, passed);
      check.end();
    } catch (SluiceException e) {
      ChangeRecord last = following.last == null ? lines.next() : following.last;
      if (last == null || e.problem().code() == ProblemCode.CANCELLED) {
        throw e;
      }
      throw Differs.bytes(document, last);
    }
  }

  /// Lines whose nodes begin where they say.
  private static final class Following implements RevertCheck.Lines {
    private final ChangeSet lines;
    private @Nullable ChangeRecord last;

    Following(ChangeSet lines) {
      this.lines = lines;
    }

    @Override
    public UndoSplices.@Nullable Located next() {
      ChangeRecord line = lines.next();
      last = line == null ? last : line;
      return line == null ? null : new UndoSplices.Located(line, line.at());
    }
  }
}
