package sluice.cli.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import sluice.ApplyRequest;
import sluice.Run;
import sluice.RunReport;
import sluice.Sluice;
import sluice.TokenVersions;
import sluice.cli.terminal.ProgressMeter;
import sluice.cli.terminal.ProgressMode;
import sluice.cli.terminal.RunSummary;
import sluice.cli.terminal.TextImpact;
import sluice.document.Scope;
import sluice.emit.OutputFile;
import sluice.impact.Impact;
import sluice.impact.ImpactJson;
import sluice.impact.ImpactMarkdown;
import sluice.impact.ImpactPicture;
import sluice.impact.ImpactReport;
import sluice.impact.ImpactWords;
import sluice.report.gather.ReportSum;
import sluice.report.page.ReportPage;

/// `sluice impact`: what another version of the tokens does to documents.
final class ImpactCommand implements Callable<Integer> {
  /// The values of `--format`.
  enum Format {
    TEXT,
    JSON,
    NDJSON,
    MARKDOWN,
    HTML;

    /// Whether the nodes are listed.
    boolean listsNodes() {
      return this == JSON || this == NDJSON;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int BUFFER_SIZE_BYTES = 64 * 1024;

  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final DocumentArguments documents = new DocumentArguments(spec);
  private final VersionOptions tokens = new VersionOptions(spec);
  private final Given<Format> format = CommonOptions.format(spec, Format.TEXT);
  private final Given<String> output = CommonOptions.output(spec);
  private final ScopeOptions scopeOptions = new ScopeOptions(spec);
  private final Given<String> fonts = CommonOptions.fonts(spec);
  private final Given<Boolean> strict =
      Given.flag(
          spec,
          "Ends with 1 if a property that could get its token's value no longer can.",
          "--strict");
  private final FetchOptions fetch = new FetchOptions(spec);
  private final PipelineOptions pipeline = new PipelineOptions(spec);
  private final Given<ProgressMode> progress =
      CommonOptions.oneOf(spec, ProgressMode.AUTO, "HOW", "--progress");

  ImpactCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.usageMessage()
        .description(
            "Shows what another version of the tokens does to documents before anybody applies it:"
                + " which tokens are different and why, which nodes and pages that touches, and"
                + " what breaks. What differs from the tokens already is told apart. Writes no"
                + " document.",
            "");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws InterruptedException {
    documents.check();
    TokenVersions versions = tokens.versions();
    Scope scope = scopeOptions.scope();
    Path folder = invocation.stop().newFolder();
    Path nodes = folder.resolve("nodes");
    ProductPlace place = ProductPlace.of(output.value(), invocation.stop());
    List<Path> inputs = new ArrayList<>(tokens.paths());
    inputs.addAll(documents.files());
    inputs.forEach(input -> place.refuse("the report", input));
    ReportSum pictures = format.value() == Format.HTML ? new ReportSum() : null;
    try (ImpactReport report = new ImpactReport(format.value().listsNodes() ? nodes : null);
        OutputFile target = OutputFile.at(place.file())) {
      for (String document : documents.names()) {
        look(document, versions, scope, folder.resolve("lines"), report, pictures);
      }
      Impact impact = report.result(versions.diff(), versions.themes());
      write(impact, nodes, pictures, target);
      target.commit();
      invocation.stop().delivering();
      place.deliver(invocation.console());
      return summarise(impact);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void look(
      String argument,
      TokenVersions versions,
      Scope scope,
      Path lines,
      ImpactReport report,
      @Nullable ReportSum pictures)
      throws InterruptedException, IOException {
    InputDocument document =
        InputDocument.of(
            argument, new RemoteDocument(invocation, fetch, progress.value()), invocation);
    RunReport done;
    try (ProgressMeter meter = new ProgressMeter(progress.value().view(invocation.console()))) {
      ApplyRequest request =
          Sluice.apply(document.file())
              .documentName(document.name())
              .impact(lines, versions)
              .scope(scope)
              .trimHeap(true)
              .onProgress(meter::update);
      FontList.into(request, fonts.orNull(), invocation.stop());
      if (pictures != null) {
        request.report(pictures::add);
      }
      pipeline.set(request);
      Run run = request.start();
      invocation.stop().watch(run);
      done = run.await();
      meter.finish(done);
      DocumentArguments.refuseNoDocument(done);
      new RunSummary(invocation.console()).showDocument(done);
    }
    report.add(document.name(), done.counts(), lines);
    Files.delete(lines);
  }

  /// @param pictures null unless there is a page to be made
  private void write(Impact impact, Path nodes, @Nullable ReportSum pictures, OutputFile target) {
    try {
      // Flushed, not closed: the channel belongs to the file.
      OutputStream out =
          new BufferedOutputStream(Channels.newOutputStream(target.channel()), BUFFER_SIZE_BYTES);
      switch (format.value()) {
        case JSON -> ImpactJson.write(impact, nodes, out);
        case NDJSON -> ImpactJson.writeLines(nodes, out);
        case MARKDOWN -> text(ImpactMarkdown.of(impact), out);
        case HTML ->
            ReportPage.write(ImpactPicture.of(impact, Objects.requireNonNull(pictures)), out);
        case TEXT -> text(TextImpact.of(impact, invocation.console().widthColumns()), out);
      }
      out.flush();
    } catch (IOException e) {
      throw OutputFile.unwritable(target.place(), e);
    }
  }

  private static void text(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private int summarise(Impact impact) {
    invocation.console().talk().printf("impact    %s%n", ImpactWords.tokens(impact.diff()));
    invocation.console().talk().printf("          %s%n", ImpactWords.nodes(impact));
    String broken = ImpactWords.broken(impact.counts());
    if (!broken.isEmpty()) {
      invocation.console().talk().printf("          %s%n", broken);
    }
    return strict.value() && !broken.isEmpty() ? CommandLines.PROBLEMS_FOUND : CommandLines.DONE;
  }
}
