package sluice.cli.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.testkit.fault.AllowedStates;
import sluice.testkit.fault.ChildCommand;
import sluice.testkit.fault.KillMoment.Undisturbed;

/// A command that faults happen to, and the states its folder may be in afterwards.
enum FaultCase {
  FIGMA_BESIDE("document.json", Form.APPLY, "out.json", null, false),
  FIGMA_OVER_OLD_WITH_CHANGES("document.json", Form.APPLY, "out.json", "changes.ndjson", true),
  FIGMA_IN_PLACE_WITH_CHANGES("document.json", Form.APPLY, null, "changes.ndjson", false),
  GZIP_OVER_OLD_WITH_CHANGES("document.json.gz", Form.APPLY, "out.json.gz", "changes.ndjson", true),
  GZIP_IN_PLACE("document.json.gz", Form.APPLY, null, null, false),
  PENPOT_OVER_OLD_WITH_CHANGES("document.penpot", Form.APPLY, "out.penpot", "changes.ndjson", true),
  PENPOT_IN_PLACE("document.penpot", Form.APPLY, null, null, false),
  REVERT_FIGMA_IN_PLACE("document.json", Form.REVERT, null, "changes.ndjson", false),
  REVERT_PENPOT_OVER_OLD("document.penpot", Form.REVERT, "out.penpot", "changes.ndjson", true),
  REMAP_FIGMA_IN_PLACE("document.json", Form.REMAP, null, null, false),
  REMAP_PENPOT_IN_PLACE("document.penpot", Form.REMAP, null, null, false);

  private enum Form {
    APPLY,
    REVERT,
    REMAP
  }

  private final String input;
  private final Form form;
  private final @Nullable String output;
  private final @Nullable String changes;
  private final boolean overOld;

  FaultCase(
      String input, Form form, @Nullable String output, @Nullable String changes, boolean overOld) {
    this.input = input;
    this.form = form;
    this.output = output;
    this.changes = changes;
    this.overOld = overOld;
  }

  /// A case with its files.
  ///
  /// @param states before the run, all states in between, and after it
  /// @param run what it is like when nothing happens
  /// @param firstNamed the product that gets its name first
  record Prepared(ChildCommand command, AllowedStates states, Undisturbed run, String firstNamed) {}

  /// Makes the files of this case and runs it undisturbed.
  Prepared prepare(FaultFiles files) throws IOException, InterruptedException {
    Path document =
        switch (input) {
          case "document.json" -> files.figma();
          case "document.json.gz" -> files.gzip();
          default -> files.penpot();
        };
    Map<String, Path> before = new HashMap<>(Map.of(input, document));
    if (form == Form.REVERT) {
      ChildCommand apply = files.command(applyArgs(files, null, "changes.ndjson"));
      before = new HashMap<>(files.undisturbed(apply, before, "applied").files());
    }
    String writtenChanges = form == Form.APPLY ? changes : null;
    if (overOld) {
      before.put(output(), files.old(output()));
      if (writtenChanges != null) {
        before.put(writtenChanges, files.old(writtenChanges));
      }
    }
    ChildCommand command =
        files.command(
            switch (form) {
              case APPLY -> applyArgs(files, output, changes);
              case REVERT -> revertArgs();
              case REMAP -> remapArgs(files);
            });
    FaultFiles.Done done = files.undisturbed(command, before, "done");
    AllowedStates states = new AllowedStates(files.work).allow(BEFORE, before);
    if (writtenChanges != null) {
      Map<String, Path> between = new HashMap<>(before);
      between.put(writtenChanges, done.files().get(writtenChanges));
      states.allow(BETWEEN, between);
    }
    states.allow(AFTER, done.files());
    Path product = done.files().get(output());
    Undisturbed run = new Undisturbed(done.end().millis(), output(), product.toFile().length());
    return new Prepared(command, states, run, writtenChanges == null ? output() : writtenChanges);
  }

  static final String BEFORE = "before";
  static final String BETWEEN = "change set new, document old";
  static final String AFTER = "after";

  private String output() {
    return output == null ? input : output;
  }

  private String[] applyArgs(FaultFiles files, @Nullable String to, @Nullable String changeSet) {
    boolean isPenpot = input.endsWith(".penpot");
    List<String> args = new ArrayList<>(List.of("apply", input));
    if (!isPenpot) {
      args.addAll(List.of("--tokens", files.kept("tokens.json").toString()));
    }
    args.addAll(List.of("--theme", isPenpot ? "Mode/Dark" : "mode/Dark"));
    args.addAll(to == null ? List.of("--in-place") : List.of("-o", to));
    if (changeSet != null) {
      args.addAll(List.of("--changes", changeSet));
    }
    return args.toArray(String[]::new);
  }

  private String[] revertArgs() {
    return output == null
        ? new String[] {"revert", input, "--changes", "changes.ndjson", "--in-place"}
        : new String[] {"revert", input, "--changes", "changes.ndjson", "-o", output};
  }

  private String[] remapArgs(FaultFiles files) {
    return input.endsWith(".penpot")
        ? new String[] {"remap", input, "--map", "color.a=color.b", "--in-place"}
        : new String[] {
          "remap",
          input,
          "--map",
          "fg.default=fg.muted-hover",
          "--tokens",
          files.kept("tokens.json").toString(),
          "--in-place"
        };
  }
}
