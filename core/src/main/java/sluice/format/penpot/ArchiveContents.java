package sluice.format.penpot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.archive.Archive;
import sluice.archive.ArchiveEntry;
import sluice.archive.DirectoryReader;
import sluice.json.JsonValue;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// What an archive holds, as its directory, manifest and page headers say: files, names of pages,
/// where the token libraries are. Nothing is kept for each shape.
public final class ArchiveContents {
  private static final String TYPE = "penpot/export-files";

  private final Map<String, String> files;
  private final Map<String, ArchiveEntry> tokens;
  private final Map<String, String> pageNames;
  private final long shapes;
  private final Set<String> pagesFound;
  private final Set<String> namesFound;

  private ArchiveContents(Scan scan, Map<String, String> files) {
    this.files = files;
    this.tokens = scan.tokens;
    this.pageNames = scan.pageNames;
    this.shapes = scan.shapes;
    this.pagesFound = scan.pagesFound;
    this.namesFound = scan.namesFound;
  }

  /// Looks through an archive.
  ///
  /// @param document what the person calls it
  /// @param wanted names or ids of pages, or ids of shapes, to find
  /// @param check called for each entry; ends the work by throwing
  /// @throws SluiceException `archive-malformed` when the importer would refuse it: no manifest, or
  ///   one of another kind, or a file without its header
  public static ArchiveContents of(
      Archive archive, String document, Set<String> wanted, Runnable check) throws IOException {
    Scan scan = new Scan(archive, document, wanted, check);
    scan.run();
    Map<String, String> files = scan.manifestFiles();
    for (String file : files.keySet()) {
      if (!scan.headers.contains(file)) {
        throw malformed(
            document,
            "the manifest names a file that is not there",
            "there is no entry " + EntryName.header(file));
      }
    }
    return new ArchiveContents(scan, files);
  }

  /// Ids of the files to their names, in the manifest's order.
  public Map<String, String> files() {
    return files;
  }

  /// The entry of a file's own token library, or null when it has none.
  public @Nullable ArchiveEntry tokens(String file) {
    return tokens.get(file);
  }

  /// How many shapes there are.
  public long shapeCount() {
    return shapes;
  }

  /// Ids of the pages that were asked for, by name or id.
  Set<String> pagesFound() {
    return pagesFound;
  }

  /// Which of the wanted names and ids there are.
  Set<String> namesFound() {
    return namesFound;
  }

  /// The name of a page, or its id when that is not known.
  String pageName(String page) {
    return pageNames.getOrDefault(page, page);
  }

  private static SluiceException malformed(String document, String what, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.ARCHIVE_MALFORMED, what)
            .at(new Location.InWhole(document))
            .because(why)
            .advising("export the file from Penpot again"));
  }

  /// One look through the directory.
  private static final class Scan {
    private final Archive archive;
    private final String document;
    private final Set<String> wanted;
    private final Runnable check;
    private final Set<String> headers = new HashSet<>();
    private final Map<String, ArchiveEntry> tokens = new HashMap<>();
    private final Map<String, String> pageNames = new HashMap<>();
    private final Set<String> pagesFound = new HashSet<>();
    private final Set<String> namesFound = new HashSet<>();
    private @Nullable ArchiveEntry manifest;
    private @Nullable Map<String, JsonValue> manifestMembers;
    private long shapes;

    Scan(Archive archive, String document, Set<String> wanted, Runnable check) {
      this.archive = archive;
      this.document = document;
      this.wanted = wanted;
      this.check = check;
    }

    void run() throws IOException {
      try (EntryText text = new EntryText(document, archive)) {
        DirectoryReader directory = archive.directory();
        for (ArchiveEntry entry = directory.next(); entry != null; entry = directory.next()) {
          check.run();
          EntryName name = EntryName.of(entry.name());
          switch (name.kind()) {
            case MANIFEST -> manifest = entry;
            case FILE -> add(headers, name.file());
            case TOKENS -> {
              if (tokens.size() < PenpotLimits.FILES_MAX) {
                tokens.put(name.file(), entry);
              }
            }
            case PAGE -> page(name.id(), text.object(entry));
            case SHAPE -> shape(name.id());
            case OTHER -> {}
          }
        }
        manifestMembers = manifest == null ? null : text.object(manifest);
      }
    }

    private void add(Set<String> set, String file) {
      if (set.size() >= PenpotLimits.FILES_MAX) {
        throw new SluiceException(
            Problem.of(ProblemCode.LIMIT_EXCEEDED, "there are too many files in the archive")
                .at(new Location.InWhole(document))
                .because("more than %,d".formatted(PenpotLimits.FILES_MAX))
                .advising("export the files in several archives"));
      }
      set.add(file);
    }

    private void shape(String id) {
      shapes++;
      if (!wanted.isEmpty() && wanted.contains(id)) {
        namesFound.add(id);
      }
    }

    private void found(String page) {
      pagesFound.add(page);
      if (pagesFound.size() > PenpotLimits.PAGES_FOUND_MAX) {
        throw new SluiceException(
            Problem.of(ProblemCode.LIMIT_EXCEEDED, "the run is limited to too many pages")
                .at(new Location.InWhole(document))
                .because("more than %,d have such a name".formatted(PenpotLimits.PAGES_FOUND_MAX))
                .advising("give ids of pages, or leave --page out"));
      }
    }

    private void page(String id, Map<String, JsonValue> header) {
      String name = EntryText.text(header, "name");
      if (wanted.contains(id)) {
        found(id);
        namesFound.add(id);
      }
      if (name != null && wanted.contains(name)) {
        found(id);
        namesFound.add(name);
      }
      if (name != null && pageNames.size() < PenpotLimits.PAGE_NAMES_MAX) {
        pageNames.put(id, name);
      }
    }

    Map<String, String> manifestFiles() {
      Map<String, JsonValue> members = manifestMembers;
      if (members == null) {
        throw malformed(
            document, "this is no Penpot archive", "there is no entry " + EntryName.MANIFEST);
      }
      String type = EntryText.text(members, "type");
      if (!TYPE.equals(type)) {
        throw malformed(
            document,
            "this is no Penpot export",
            "the type in manifest.json is %s, not \"%s\"".formatted(type, TYPE));
      }
      if (!(members.get("version") instanceof JsonValue.Num(double version, _)) || version != 1) {
        throw malformed(
            document, "this version of Penpot archives is not known", "manifest.json is not 1");
      }
      Map<String, String> files = new LinkedHashMap<>();
      for (JsonValue file : list(members.get("files"))) {
        if (!(file instanceof JsonValue.Obj object)
            || !(object.member("id") instanceof JsonValue.Str(String id))
            || !EntryName.isId(id)) {
          throw malformed(document, "the manifest cannot be read", "a file in it has no id");
        }
        files.put(id, object.member("name") instanceof JsonValue.Str(String name) ? name : id);
      }
      if (files.isEmpty()) {
        throw malformed(document, "the archive holds no file", "the manifest lists none");
      }
      return files;
    }

    private static List<JsonValue> list(@Nullable JsonValue value) {
      return value instanceof JsonValue.Arr(List<JsonValue> items) ? items : new ArrayList<>();
    }
  }
}
