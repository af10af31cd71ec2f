package sluice.cli.command;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import sluice.cli.terminal.Console;
import sluice.cli.terminal.Printable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// The commands wired together, and every way an invocation can end turned into an exit code.
public final class CommandLines {
  /// The run ended and, with `--strict`, found nothing wrong.
  public static final int DONE = 0;

  /// The run ended and found something wrong; only of `check`, and with `--strict`.
  public static final int PROBLEMS_FOUND = 1;

  /// The run could not be done; nothing was written.
  public static final int COULD_NOT_RUN = 2;

  /// Set to 1, shows where in the program an unexpected failure happened.
  static final String DEBUG = "SLUICE_DEBUG";

  /// How the parser begins some of its messages.
  private static final String PREFIX = "Error: ";

  private static final String COMPLETION = "generate-completion";

  /// With this alone nothing else has to be known.
  private static final String VERSION = "--version";

  private CommandLines() {}

  /// Runs one invocation.
  ///
  /// @return the exit code: [#DONE], [#PROBLEMS_FOUND] or [#COULD_NOT_RUN]
  public static int run(Invocation invocation, String... args) {
    Console console = invocation.console();
    try {
      return commandLine(invocation, args).execute(args);
    } catch (OutOfMemoryError e) {
      return internal(
          console,
          e,
          "there was not enough memory",
          "set SLUICE_JAVA_OPTS=-Xmx1g to allow more; please report it all the same");
    } catch (Error e) {
      return unexpected(console, e);
    } finally {
      console.talk().flush();
    }
  }

  /// Every command by name. Describing one to the parser takes about as long as running a small
  /// one, so an invocation that names its command has only that one described.
  private static Map<String, Supplier<CommandLine>> commands(Invocation invocation) {
    Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
    commands.put("apply", () -> described("apply", new ApplyCommand(invocation).spec()));
    commands.put("check", () -> described("check", new CheckCommand(invocation).spec()));
    commands.put("impact", () -> described("impact", new ImpactCommand(invocation).spec()));
    commands.put("inspect", () -> described("inspect", new InspectCommand(invocation).spec()));
    commands.put("revert", () -> described("revert", new RevertCommand(invocation).spec()));
    commands.put("remap", () -> described("remap", new RemapCommand(invocation).spec()));
    commands.put("resolve", () -> described("resolve", new ResolveCommand(invocation).spec()));
    commands.put("fetch", () -> described("fetch", new FetchCommand(invocation).spec()));
    commands.put("convert", () -> described("convert", new ConvertCommand(invocation).spec()));
    commands.put("serve", () -> described("serve", new ServeCommand(invocation).spec()));
    commands.put("figma", () -> described("figma", new FigmaCommand(invocation).spec()));
    commands.put("demo", () -> described("demo", new DemoCommand(invocation).spec()));
    commands.put("training", () -> described("training", new TrainingCommand(invocation).spec()));
    commands.put(COMPLETION, CommandLines::completion);
    return commands;
  }

  /// A command with the options every command has.
  static CommandLine described(String name, CommandSpec spec) {
    return new CommandLine(
        spec.name(name).mixinStandardHelpOptions(true).versionProvider(new Version()));
  }

  private static CommandLine completion() {
    CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
    completion.getCommandSpec().usageMessage().hidden(true);
    return completion;
  }

  private static CommandLine rootFor(Invocation invocation, String[] args) {
    CommandLine root = described("sluice", new RootCommand().spec());
    Map<String, Supplier<CommandLine>> commands = commands(invocation);
    String first = args.length == 0 ? "" : args[0];
    if (first.equals(VERSION)) {
      return root;
    }
    boolean needsAll = first.equals(COMPLETION) || !commands.containsKey(first);
    commands.forEach((name, command) -> {
      if (needsAll || name.equals(first)) {
        root.addSubcommand(name, command.get());
      }
    });
    return root;
  }

  private static CommandLine commandLine(Invocation invocation, String[] args) {
    Console console = invocation.console();
    PrintWriter out = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
    PrintWriter talk = new PrintWriter(console.talk(), true, StandardCharsets.UTF_8);
    return rootFor(invocation, args)
        .registerConverter(Path.class, CommandLines::path)
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(Math.min(console.widthColumns(), Console.WIDTH_COLUMNS))
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setOut(out)
        .setErr(talk)
        .setParameterExceptionHandler((e, _) -> badArguments(console, e))
        .setExecutionExceptionHandler((e, _, _) -> failed(console, e))
        .setExecutionStrategy(parsed -> {
          int code = runLast(parsed);
          out.flush();
          return code;
        });
  }

  private static int runLast(ParseResult parsed) {
    return new CommandLine.RunLast().execute(parsed);
  }

  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("the path is empty");
    }
    return Path.of(text);
  }

  private static int badArguments(Console console, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    StringBuilder help = new StringBuilder();
    if (e instanceof UnmatchedArgumentException unmatched) {
      String similar = String.join(", ", unmatched.getSuggestions());
      help.append(similar.isEmpty() ? "" : "did you mean " + similar + "? ");
    }
    help.append("\"").append(command).append(" --help\" lists what there is");
    console.tell(
        Problem.of(ProblemCode.OPTION_INVALID, headline(String.valueOf(e.getMessage())))
            .advising(help.toString()));
    return COULD_NOT_RUN;
  }

  /// The parser's sentence in the way ours are written.
  private static String headline(String text) {
    String bare = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    boolean isWord = bare.length() > 1 && Character.isLowerCase(bare.charAt(1));
    return isWord ? bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1) : bare;
  }

  private static int failed(Console console, Exception e) {
    return switch (e) {
      case SluiceException known -> {
        console.tell(known.problem());
        debug(console, known.getCause());
        yield COULD_NOT_RUN;
      }
      case UncheckedIOException io -> {
        console.tell(
            Problem.of(ProblemCode.FILE_UNREADABLE, "a file could not be read or written")
                .because(String.valueOf(io.getCause()))
                .advising("see that there is room for temporary files, and run again"));
        debug(console, io);
        yield COULD_NOT_RUN;
      }
      default -> unexpected(console, e);
    };
  }

  private static int unexpected(Console console, Throwable e) {
    return internal(
        console,
        e,
        "Sluice failed in a way it should not: " + e,
        "please report this line with what you ran; " + DEBUG + "=1 shows where it happened");
  }

  private static int internal(Console console, Throwable e, String what, String help) {
    console.talk().println("error[internal]: " + Printable.line(what));
    console.talk().println("  help   " + help);
    debug(console, e);
    return COULD_NOT_RUN;
  }

  private static void debug(Console console, @Nullable Throwable e) {
    if (e != null && "1".equals(System.getenv(DEBUG))) {
      e.printStackTrace(console.talk());
    }
  }
}
