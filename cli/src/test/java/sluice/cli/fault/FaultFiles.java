package sluice.cli.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import sluice.cli.Main;
import sluice.testkit.fault.AllowedStates;
import sluice.testkit.fault.ChildCommand;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.generate.PenpotArchiveGenerator;
import sluice.testkit.generate.PenpotOptions;

/// The files of one test about faults: documents and what undisturbed runs make of them, in a
/// folder that no child writes to; a folder where children run; one for their temporary files.
final class FaultFiles {
  /// Exit codes of a run that was done, without and with problems.
  static final List<Integer> DONE = List.of(0, 1);

  final Path work;
  final Path temporary;
  private final Path kept;
  private final Path talk;
  private final int nodes;

  FaultFiles(Path root, int nodes) throws IOException {
    this.work = Files.createDirectory(root.resolve("work"));
    this.temporary = Files.createDirectory(root.resolve("temporary"));
    this.kept = Files.createDirectory(root.resolve("kept"));
    this.talk = root.resolve("talk");
    this.nodes = nodes;
  }

  /// A file that children read and never write to.
  Path kept(String name) {
    return kept.resolve(name);
  }

  /// A Figma document and its library.
  Path figma() throws IOException {
    return figma(KeyOrder.FIGMA);
  }

  /// A Figma document and its library, keys in a given order.
  Path figma(KeyOrder order) throws IOException {
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(FigmaDocumentOptions.of(nodes, 1).withKeyOrder(order));
    Path document = kept("document.json");
    generator.write(document);
    generator.library().write(kept("tokens.json"));
    return document;
  }

  /// The same document, compressed.
  Path gzip() throws IOException {
    Path compressed = kept("document.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(figma(), out);
    }
    return compressed;
  }

  /// A Penpot archive with its library.
  Path penpot() throws IOException {
    Path archive = kept("document.penpot");
    new PenpotArchiveGenerator(PenpotOptions.ofShapes(nodes)).write(archive);
    return archive;
  }

  /// Another file with little in it.
  Path old(String name) throws IOException {
    return Files.writeString(kept("old-" + name), "what was there before: " + name);
  }

  /// The program with arguments.
  ChildCommand command(String... args) {
    return new ChildCommand(Main.class.getName(), work, temporary, talk, List.of(), List.of(args));
  }

  /// Runs a command undisturbed.
  ///
  /// @param before the folder's files before it
  /// @return every file it left, as copies, and how it ended
  Done undisturbed(ChildCommand command, Map<String, Path> before, String label)
      throws IOException, InterruptedException {
    new AllowedStates(work).allow("before", before).restore();
    ChildCommand.End end = command.run();
    if (!DONE.contains(end.exitCode())) {
      throw new AssertionError(label + " fails undisturbed: " + end.said());
    }
    Map<String, Path> after = new LinkedHashMap<>();
    try (var files = Files.newDirectoryStream(work)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        after.put(name, Files.copy(file, kept(label + "-" + name)));
      }
    }
    return new Done(after, end);
  }

  /// @param files name of each to a copy
  record Done(Map<String, Path> files, ChildCommand.End end) {}
}
