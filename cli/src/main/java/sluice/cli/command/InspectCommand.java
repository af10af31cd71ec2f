package sluice.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import sluice.ApplyRequest;
import sluice.Run;
import sluice.RunReport;
import sluice.TokenChoice;
import sluice.cli.terminal.ProgressMeter;
import sluice.cli.terminal.ProgressMode;
import sluice.cli.terminal.RunSummary;
import sluice.document.Scope;
import sluice.fetch.FileKey;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.usage.TokenUsage;
import sluice.usage.UsageJson;

/// `sluice inspect`: which tokens a document uses, and how often.
final class InspectCommand implements Callable<Integer> {
  /// The values of `--format`.
  enum Format {
    TABLE,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Invocation invocation;
  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  private final Given<String> document = new Given<>("");
  private final TokenOptions tokens = new TokenOptions(spec);
  private final Given<Format> format = CommonOptions.format(spec, Format.TABLE);
  private final Given<String> output = CommonOptions.output(spec);
  private final ScopeOptions scopeOptions = new ScopeOptions(spec);
  private final FetchOptions fetch = new FetchOptions(spec);
  private final PipelineOptions pipeline = new PipelineOptions(spec);
  private final Given<ProgressMode> progress =
      CommonOptions.oneOf(spec, ProgressMode.AUTO, "HOW", "--progress");

  InspectCommand(Invocation invocation) {
    this.invocation = invocation;
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .paramLabel("DOCUMENT")
            .description("The document, as for apply.")
            .getter(document)
            .setter(document)
            .build());
    spec.usageMessage()
        .description(
            "Shows which tokens a document uses, where and how often; names that no token has; and"
                + " values without a token, with the nearest one.");
  }

  /// The command as the parser knows it.
  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (document.value().isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "DOCUMENT is empty")
              .advising("give a file, or - for standard input"));
    }
    TokenChoice choice = tokens.choice();
    Scope scope = scopeOptions.scope();
    ProductPlace place = ProductPlace.of(output.value(), invocation.stop());
    if (!document.value().equals(StandardInput.NAME) && !FileKey.isMeantBy(document.value())) {
      place.refuse("the report", Path.of(document.value()));
    }
    choice.paths().forEach(input -> place.refuse("the report", input));
    Path lines = invocation.stop().newFolder().resolve("lines");
    InputDocument input =
        InputDocument.of(
            document.value(), new RemoteDocument(invocation, fetch, progress.value()), invocation);
    TokenUsage usage = new TokenUsage();
    try (ProgressMeter meter = new ProgressMeter(progress.value().view(invocation.console()))) {
      ApplyRequest request =
          DryRun.of(input, choice, scope).usage(lines, usage).onProgress(meter::update);
      pipeline.set(request);
      Run run = request.start();
      invocation.stop().watch(run);
      RunReport report = run.await();
      meter.finish(report);
      new RunSummary(invocation.console()).showDocument(report);
      usage.count(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    place.write(
        out -> {
          switch (format.value()) {
            case JSON -> UsageJson.write(usage, out);
            case TABLE ->
                out.write(
                    UsageTables.of(usage, invocation.console().widthColumns())
                        .getBytes(StandardCharsets.UTF_8));
          }
        },
        invocation.console());
    return CommandLines.DONE;
  }
}
