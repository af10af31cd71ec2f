package sluice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.archive.Archive;
import sluice.archive.ArchiveEntry;
import sluice.document.Scope;
import sluice.format.DocumentInput;
import sluice.format.DocumentKind;
import sluice.format.figma.FigmaFormat;
import sluice.format.penpot.ArchiveContents;
import sluice.format.penpot.PenpotFormat;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.Dialect;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.dtcg.DtcgLayer;
import sluice.token.dtcg.DtcgNode;
import sluice.token.source.EmbeddedLibrary;
import sluice.token.source.PenpotArchive;
import sluice.token.source.TokenSource;

/// The names of all tokens of a library, whatever sets are active.
final class KnownNames {
  private KnownNames() {}

  /// Those in token files.
  static Set<String> ofFiles(List<Path> paths) {
    Set<String> names = new HashSet<>();
    TokenSource.readAll(paths, TokenSource.Telling.BY_CONTENT, new ProblemTally())
        .all()
        .forEach(library -> add(library, names));
    return names;
  }

  /// Those of the libraries in a document, for each of its files; a Figma document is one file,
  /// with an empty id.
  ///
  /// @throws SluiceException `library-missing` when there is none
  static Map<String, Set<String>> embedded(DocumentInput input, Path spillFolder, Runnable check)
      throws IOException {
    Map<String, Set<String>> byFile = new HashMap<>();
    if (input.kind() != DocumentKind.ARCHIVE) {
      try (InputStream in = input.stream()) {
        TokenLibrary library =
            EmbeddedLibrary.read(
                FigmaFormat.rootData(in, input.name()), input.name(), new ProblemTally());
        add(library, byFile.computeIfAbsent("", _ -> new HashSet<>()));
      }
      return byFile;
    }
    try (FileChannel channel = input.channel();
        Archive archive = Archive.open(channel, input.name(), spillFolder, check)) {
      ArchiveContents contents =
          PenpotFormat.contents(archive, input.name(), new Scope.WholeDocument(), check);
      for (String file : contents.files().keySet()) {
        ArchiveEntry entry = contents.tokens(file);
        if (entry != null) {
          add(
              PenpotArchive.library(archive, entry, input.name(), new ProblemTally()),
              byFile.computeIfAbsent(file, _ -> new HashSet<>()));
        }
      }
    }
    if (byFile.isEmpty()) {
      throw new SluiceException(
          Problem.of(ProblemCode.LIBRARY_MISSING, "the archive carries no token library")
              .at(new Location.InWhole(input.name()))
              .because("no file in it has a tokens.json")
              .advising("name the token files with --tokens"));
    }
    return byFile;
  }

  private static void add(TokenLibrary library, Set<String> names) {
    for (TokenSet set : library.sets()) {
      for (Token token : set.tokens()) {
        names.add(token.name());
      }
    }
    if (library.dialect() == Dialect.DTCG && library.dtcg() != null) {
      for (DtcgLayer layer : library.dtcg().layers()) {
        layer.sources().forEach(source -> add(source, "", names));
      }
    }
  }

  private static void add(DtcgNode.Group group, String path, Set<String> names) {
    group
        .children()
        .forEach((key, child) -> {
          String name = path.isEmpty() ? key : path + "." + key;
          if (child instanceof DtcgNode.Group inner && !inner.isUndecided()) {
            add(inner, name, names);
          } else {
            names.add(name);
          }
        });
  }
}
