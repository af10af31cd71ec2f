package sluice.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;

/// The members of several JSON objects as those of one, each id once: what the parts of a file list
/// besides their nodes, on disk. Of what has the same id the first counts; it is the same.
final class MapUnion implements AutoCloseable {
  /// Ids are far shorter.
  private static final int KEY_SIZE_BYTES_MAX = 4096;

  private final FileChannel members;
  private final IdSet ids = new IdSet();
  private final ByteBuffer key = ByteBuffer.allocate(KEY_SIZE_BYTES_MAX);

  /// @param file temporary, the caller's
  MapUnion(Path file) throws IOException {
    this.members = Pieces.writing(file);
  }

  /// Adds the members of an object.
  ///
  /// @param file where it is
  /// @param from the same file
  void add(Call call, Path file, FileChannel from, Span object) throws IOException {
    try (InputStream in = Pieces.streamFrom(file, object.start())) {
      JsonScanner scanner = new JsonScanner(in, call.name(), JsonLimits.defaults());
      if (scanner.peek() != '{') {
        return;
      }
      for (boolean more = scanner.enterObject(); more; more = scanner.nextMember()) {
        scanner.key();
        long start = object.start() + scanner.keyOffset();
        scanner.skipValue();
        if (isNew(call, from, start)) {
          if (members.position() > 0) {
            Pieces.write(",", members);
          }
          Pieces.copy(from, new Span(start, object.start() + scanner.offset()), members);
        }
      }
    }
  }

  private boolean isNew(Call call, FileChannel from, long start) throws IOException {
    key.clear();
    for (int read = 0; read >= 0 && key.hasRemaining(); ) {
      read = from.read(key, start + key.position());
    }
    int end = 1;
    while (end < key.position() && key.get(end) != '"') {
      end += key.get(end) == '\\' ? 2 : 1;
    }
    if (end >= key.position()) {
      throw FetchProblems.limit(call, "bytes in one id", KEY_SIZE_BYTES_MAX);
    }
    if (ids.count() == IdSet.IDS_MAX) {
      throw FetchProblems.limit(call, "components or styles", IdSet.IDS_MAX);
    }
    return ids.add(key.array(), 0, end);
  }

  /// Whether there is no member.
  boolean isEmpty() {
    return ids.count() == 0;
  }

  /// Appends all of it to a file, as one object.
  void writeTo(FileChannel to) throws IOException {
    Pieces.write("{", to);
    Pieces.copy(members, new Span(0, members.position()), to);
    Pieces.write("}", to);
  }

  @Override
  public void close() throws IOException {
    members.close();
  }
}
