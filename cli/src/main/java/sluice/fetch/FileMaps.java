package sluice.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// What the parts of a file list besides their nodes, brought together.
final class FileMaps implements AutoCloseable {
  private final Map<FileMap, MapUnion> unions = new EnumMap<>(FileMap.class);
  private final Map<FileMap, Spool.SpoolFile> files = new EnumMap<>(FileMap.class);

  FileMaps(Spool spool) throws IOException {
    for (FileMap map : FileMap.values()) {
      Spool.SpoolFile file = spool.file();
      files.put(map, file);
      unions.put(map, new MapUnion(file.path()));
    }
  }

  /// Adds what one part lists.
  ///
  /// @param file the part
  /// @param from the same file
  void add(Call call, Path file, FileChannel from, Map<FileMap, Span> spans) throws IOException {
    for (Map.Entry<FileMap, Span> entry : spans.entrySet()) {
      union(entry.getKey()).add(call, file, from, entry.getValue());
    }
  }

  /// All that was listed under one member.
  MapUnion union(FileMap map) {
    MapUnion union = unions.get(map);
    if (union == null) {
      throw new IllegalStateException("no union for " + map);
    }
    return union;
  }

  @Override
  public void close() throws IOException {
    for (MapUnion union : unions.values()) {
      union.close();
    }
    files.values().forEach(Spool.SpoolFile::close);
  }
}
