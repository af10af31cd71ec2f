package sluice;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.document.ArchiveCounts;
import sluice.finding.NodeLines;
import sluice.format.DocumentInput;
import sluice.format.DocumentPass;
import sluice.format.penpot.ArchiveContents;
import sluice.format.penpot.PenpotFormat;
import sluice.format.penpot.PenpotPass;
import sluice.format.penpot.ShapeGather;
import sluice.format.penpot.ShapeNotes;
import sluice.format.penpot.shape.PenpotFonts;
import sluice.pipeline.CancelToken;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.report.gather.Gathered;

/// A run over a Penpot archive.
final class PenpotRun implements FormatRun {
  private final RunContext context;
  private final ApplyRequest request;
  private final DocumentInput input;
  private final ProblemTally problems = new ProblemTally();
  private @Nullable FileChannel channel;
  private @Nullable Archive archive;
  private @Nullable ArchiveContents contents;
  private @Nullable ShapeNotes notes;
  private PenpotLibraries libraries = PenpotLibraries.none();
  private @Nullable PenpotLibraries older;

  PenpotRun(RunContext context) {
    this.context = context;
    this.request = context.request();
    this.input = context.input();
  }

  @Override
  public long bytesAhead() {
    return 0;
  }

  @Override
  public void prepare() throws IOException {
    if (request.fontLookUp != null || !request.fonts.assumed()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "this list of fonts is none of a Penpot team")
              .at(new Location.InWhole(input.name()))
              .because("Penpot's fonts have ids and variants, which names of styles do not tell")
              .advising(
                  "give a file such as [{\"id\": \"gfont-inter\", \"family\": \"Inter\","
                      + " \"variants\": [{\"id\": \"regular\", \"weight\": \"400\", \"style\":"
                      + " \"normal\"}]}]"));
    }
    channel = input.channel();
    archive = Archive.open(channel, input.name(), context.spillFolder(), context.cancel()::check);
    contents =
        PenpotFormat.contents(opened(), input.name(), request.scope, context.cancel()::check);
    resolve(archive, contents);
    context.tokensRead().accept(0);
    context.ahead().passed(0, contents.shapeCount());
  }

  private void resolve(Archive from, ArchiveContents files) throws IOException {
    TokenVersions versions = request.versions;
    if (versions == null) {
      libraries =
          PenpotLibraries.resolve(from, files, input.name(), request.tokenChoice(), problems);
      return;
    }
    TokenVersions.ForPenpot both = versions.forPenpot();
    older = PenpotLibraries.of(both.older(), files);
    libraries = PenpotLibraries.of(both.newer(), files);
    problems.addAll(both.newer().problems());
  }

  private void open() throws IOException {
    channel = input.channel();
    archive = Archive.open(channel, input.name(), context.spillFolder(), context.cancel()::check);
  }

  private Archive opened() {
    if (archive == null) {
      throw new IllegalStateException("the run is not prepared");
    }
    return archive;
  }

  private ArchiveContents contents() {
    if (contents == null) {
      throw new IllegalStateException("the run is not prepared");
    }
    return contents;
  }

  @Override
  public List<String> themeLabels() {
    return libraries.themeLabels();
  }

  @Override
  public ProblemTally tokenProblems() {
    return problems;
  }

  @Override
  public void noteParents() throws IOException {
    // A thread that is interrupted while it reads takes the channel with it, and the threads of the
    // pass that was given up were.
    closeArchive();
    open();
    notes =
        PenpotFormat.noteParents(opened(), input.name(), context.spillFolder(), context.ahead());
  }

  @Override
  public Opened<?> open(Width width) throws IOException {
    PenpotPass.Settings settings =
        new PenpotPass.Settings(
            input.name(),
            libraries.tokens(),
            older == null ? null : older.tokens(),
            request.penpotFonts == null ? PenpotFonts.unknown() : request.penpotFonts,
            request.scope,
            request.embedsTokens ? libraries.texts() : Map.of(),
            width.chunkSizeNodes(),
            request.remembersCombinations ? width.combinationsMax() : 0,
            context.cancel()::check);
    return new OpenedArchive(settings);
  }

  @Override
  public void close() throws IOException {
    try {
      if (notes != null) {
        notes.close();
      }
    } finally {
      closeArchive();
    }
  }

  private void closeArchive() throws IOException {
    try {
      if (archive != null) {
        archive.close();
      }
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  private final class OpenedArchive implements Opened<PenpotPass.Chunk> {
    private final PenpotOutputs outputs;
    private final PenpotPass pass;

    OpenedArchive(PenpotPass.Settings settings) throws IOException {
      RunFiles files = RunFiles.open(request);
      boolean ready = false;
      try {
        NodeLines lines = request.tells.lines(libraries.values());
        this.outputs = new PenpotOutputs(files, input, lines, opened(), context.spillFolder());
        ShapeGather gather =
            request.report == null ? null : new ShapeGather(input.name(), contents());
        this.pass =
            PenpotFormat.pass(opened(), contents(), settings, notes, outputs.target(gather));
        ready = true;
      } finally {
        if (!ready) {
          files.close();
        }
      }
    }

    @Override
    public DocumentPass<PenpotPass.Chunk> pass() {
      return pass;
    }

    @Override
    public void addProblems(ProblemTally tally) {}

    @Override
    public Gathered gathered() throws IOException {
      return pass.gathered();
    }

    @Override
    public Optional<Path> commit(CancelToken cancel) {
      return outputs.commit(pass.isChanged(), cancel);
    }

    @Override
    public long bytesWritten() {
      return outputs.bytesWritten();
    }

    @Override
    public long spilledBytes() {
      return outputs.spilledBytes();
    }

    @Override
    public Optional<ArchiveCounts> archive() {
      return Optional.of(pass.archiveCounts());
    }

    @Override
    public void close() throws IOException {
      try {
        pass.close();
      } finally {
        outputs.close();
      }
    }
  }
}
