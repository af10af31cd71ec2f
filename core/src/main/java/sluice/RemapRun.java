package sluice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.archive.ArchiveWriter;
import sluice.emit.OutputFile;
import sluice.emit.ScratchFolder;
import sluice.emit.SplicedCopy;
import sluice.format.DocumentInput;
import sluice.format.DocumentKind;
import sluice.format.FileStamp;
import sluice.format.figma.FigmaRemap;
import sluice.format.penpot.PenpotRemap;
import sluice.pipeline.CancelToken;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.remap.LibraryText;
import sluice.remap.NameMap;
import sluice.token.Dialect;
import sluice.token.source.LibraryPart;
import sluice.token.source.TokenSource;

/// One run that renames tokens: the new names are looked up in the library, every file is written
/// under a temporary name, and all appear when the last is done.
final class RemapRun {
  private final RemapRequest request;
  private final CancelToken cancel;
  private final NameMap names;
  private final List<ReadFile> read = new ArrayList<>();
  private final List<OutputFile> outputs = new ArrayList<>();
  private final List<OutputFile> results = new ArrayList<>();
  private Path spillFolder = ScratchFolder.systemFolder();
  private long places;
  private long alreadyThere;
  private int changed;

  /// A token file to rename in.
  ///
  /// @param root the folder that was given and that it is in, or null
  private record TokenFile(LibraryPart part, @Nullable Path root) {}

  /// A file that was read, as it was then.
  private record ReadFile(Path file, String name, FileStamp stamp) {}

  RemapRun(RemapRequest request, CancelToken cancel) {
    this.request = request;
    this.cancel = cancel;
    this.names = request.names;
  }

  RemapReport run() {
    try (CancelToken.Watch _ = cancel.interruptsThisThread();
        ScratchFolder scratch = ScratchFolder.ofSystem()) {
      spillFolder = scratch.path();
      List<TokenFile> files = tokenFiles();
      checkCounts(files);
      @Nullable Set<String> known =
          request.tokenPaths.isEmpty() ? null : KnownNames.ofFiles(request.tokenPaths);
      checkTargets(known);
      RemapPlaces where = new RemapPlaces(request, files.size() + request.documents.size() > 1);
      for (TokenFile file : files) {
        tokens(file, where.of(file.part().file(), file.root()));
      }
      for (RemapRequest.Document document : request.documents) {
        document(document, known, where.of(document.file(), null));
      }
      read.forEach(one -> one.stamp().check(one.file(), one.name()));
      cancel.end();
      results.forEach(OutputFile::commit);
      return new RemapReport(
          names.uses(),
          places,
          alreadyThere,
          results.stream().map(OutputFile::place).toList(),
          changed);
    } catch (IOException | UncheckedIOException e) {
      cancel.check();
      throw new SluiceException(
          Problem.of(ProblemCode.OUTPUT_UNWRITABLE, "a file cannot be read or written")
              .because(String.valueOf(e.getMessage()))
              .advising(
                  "see that there is room there and for temporary files; nothing was written"),
          e);
    } finally {
      outputs.forEach(OutputFile::close);
    }
  }

  private List<TokenFile> tokenFiles() {
    List<TokenFile> files = new ArrayList<>();
    if (request.renamesTokens) {
      for (Path path : request.tokenPaths) {
        Path root = Files.isDirectory(path) ? path : null;
        for (LibraryPart part : TokenSource.parts(path, TokenSource.Telling.BY_CONTENT)) {
          files.add(new TokenFile(part, root));
        }
      }
    }
    return files;
  }

  private void checkCounts(List<TokenFile> files) {
    int count = files.size() + request.documents.size();
    if (count == 0) {
      throw new SluiceException(
          Problem.of(ProblemCode.OPTION_INVALID, "there is nothing to rename in")
              .advising("give a document, or --tokens with --rename-tokens"));
    }
    if (count > RemapRequest.FILES_MAX) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIMIT_EXCEEDED, "there are too many files")
              .because("%,d, at most %,d".formatted(count, RemapRequest.FILES_MAX))
              .advising("rename in some of them, then in the others"));
    }
  }

  private Map<String, Set<String>> embedded(DocumentInput input) throws IOException {
    Map<String, Set<String>> byFile = KnownNames.embedded(input, spillFolder, cancel::check);
    if (request.renamesTokens && input.kind() != DocumentKind.ARCHIVE) {
      throw new SluiceException(
          Problem.of(
                  ProblemCode.OPTION_INVALID,
                  "the library inside a Figma document is not renamed in")
              .at(new Location.InWhole(input.name()))
              .because("the plugin keeps it there, possibly compressed, and writes it anew")
              .advising("name its token files with --tokens, and load them in the plugin"));
    }
    return byFile;
  }

  private DocumentInput open(RemapRequest.Document document) {
    return DocumentInput.open(document.file(), document.name(), spillFolder, cancel::check);
  }

  /// Every new name that is known by now has to be one of a library.
  private void checkTargets(@Nullable Set<String> given) throws IOException {
    Set<String> known = given;
    if (known == null) {
      known = new HashSet<>();
      for (RemapRequest.Document document : request.documents) {
        try (DocumentInput input = open(document)) {
          embedded(input).values().forEach(known::addAll);
        }
      }
    }
    for (NameMap.Mapping mapping : names.exactMappings()) {
      checkTarget(mapping.to(), known);
    }
  }

  /// A new name has to be in the library, unless that is renamed too: then it gets what it has
  /// under the old name, and a name that leads nowhere goes on doing so.
  private void checkTarget(String name, Set<String> known) {
    if (!request.renamesTokens && !known.contains(name)) {
      throw new SluiceException(
          Problem.of(ProblemCode.TARGET_UNKNOWN, "there is no token \"%s\"".formatted(name))
              .because("the library does not have it")
              .advising(
                  "give a name the library has, or --rename-tokens to rename in the library too;"
                      + " nothing was written"));
    }
  }

  private void tokens(TokenFile file, @Nullable Path place) throws IOException {
    cancel.check();
    LibraryPart part = file.part();
    read.add(new ReadFile(part.file(), part.file().toString(), FileStamp.of(part.file())));
    byte[] text = Files.readAllBytes(part.file());
    byte[] renamed =
        LibraryText.rename(text, part.file().toString(), part.form(), part.dialect(), names);
    changed += renamed == null ? 0 : 1;
    write(
        place,
        renamed != null,
        output -> {
          ByteBuffer bytes = ByteBuffer.wrap(renamed == null ? text : renamed);
          while (bytes.hasRemaining()) {
            output.channel().write(bytes);
          }
        });
  }

  private interface Product {
    void writeTo(OutputFile output) throws IOException;
  }

  private void write(@Nullable Path place, boolean isChanged, Product product) throws IOException {
    if (place == null || (request.inPlace && !isChanged)) {
      return;
    }
    OutputFile output = OutputFile.at(place);
    outputs.add(output);
    product.writeTo(output);
    // Closes the file: there may be thousands.
    output.finish();
    results.add(output);
  }

  private void document(
      RemapRequest.Document document, @Nullable Set<String> known, @Nullable Path place)
      throws IOException {
    try (DocumentInput input = open(document)) {
      read.add(new ReadFile(document.file(), document.name(), input.stamp()));
      try {
        document(input, known, place);
      } catch (SluiceException e) {
        throw input.explained(e);
      }
    }
  }

  private void document(DocumentInput input, @Nullable Set<String> known, @Nullable Path place)
      throws IOException {
    Map<String, Set<String>> own = known == null ? embedded(input) : Map.of();
    OutputFile output = place == null ? null : OutputFile.at(place);
    if (output != null) {
      outputs.add(output);
    }
    boolean isChanged =
        input.kind() == DocumentKind.ARCHIVE
            ? archive(input, output, known, own)
            : json(input, output, known == null ? own.getOrDefault("", Set.of()) : known);
    changed += isChanged ? 1 : 0;
    if (output != null && (isChanged || !request.inPlace)) {
      output.finish();
      results.add(output);
    } else if (output != null) {
      output.close();
    }
  }

  private @Nullable String renamed(String name, Set<String> known) {
    String renamed = names.useApplied(name);
    if (renamed == null) {
      alreadyThere += names.isTarget(name) ? 1 : 0;
    } else {
      checkTarget(renamed, known);
    }
    return renamed;
  }

  private boolean json(DocumentInput input, @Nullable OutputFile output, Set<String> known)
      throws IOException {
    try (FileChannel source = input.channel();
        InputStream in = input.stream();
        FileChannel unnamed =
            output != null && input.compressed() ? Gzip.unnamedFile(spillFolder) : null) {
      FileChannel plain = unnamed != null ? unnamed : output == null ? null : output.channel();
      long renamed =
          FigmaRemap.run(
              in,
              input.name(),
              name -> renamed(name, known),
              plain == null ? null : new SplicedCopy(source, plain),
              (_, _) -> cancel.check());
      places += renamed;
      if (output != null && unnamed != null) {
        if (renamed > 0) {
          Gzip.compress(unnamed, output.channel(), cancel);
        } else {
          copy(input, output);
        }
      }
      return renamed > 0;
    }
  }

  private boolean archive(
      DocumentInput input,
      @Nullable OutputFile output,
      @Nullable Set<String> known,
      Map<String, Set<String>> own)
      throws IOException {
    try (FileChannel channel = input.channel();
        Archive archive = Archive.open(channel, input.name(), spillFolder, cancel::check);
        ArchiveWriter writer =
            output == null ? null : archive.writer(output.channel(), spillFolder);
        PenpotRemap remap =
            new PenpotRemap(
                archive,
                input.name(),
                new PenpotRemap.Names() {
                  @Override
                  public @Nullable String renamed(String file, String name) {
                    return RemapRun.this.renamed(
                        name, known == null ? own.getOrDefault(file, Set.of()) : known);
                  }

                  @Override
                  public byte @Nullable [] library(String entry, byte[] text) {
                    return request.renamesTokens
                        ? LibraryText.rename(
                            text, entry, LibraryPart.Form.SETS, Dialect.PENPOT, names)
                        : null;
                  }
                },
                writer,
                cancel::check)) {
      remap.run();
      places += remap.places();
      if (output != null && remap.entries() == 0) {
        output.channel().truncate(0);
        output.channel().position(0);
        copy(input, output);
      }
      return remap.entries() > 0;
    }
  }

  /// A document without a change comes out as the very same file.
  private void copy(DocumentInput input, OutputFile output) throws IOException {
    try (FileChannel original = FileChannel.open(input.file())) {
      Gzip.copy(original, output.channel(), cancel);
    }
  }
}
