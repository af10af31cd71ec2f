package sluice.cli.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sluice.testkit.generate.PenpotArchiveGenerator;

/// Penpot archives of extreme forms: one page, shape by shape. Apart from the one thing that is
/// extreme the shapes are as small as can be.
final class HugeArchive implements AutoCloseable {
  /// What a shape carries: half transparent.
  static final String HALF = "{\"opacity\":\"fade.half\"}";

  /// A token that no set has.
  static final String MISSING = "{\"opacity\":\"gone\"}";

  /// Tokens that are none.
  static final String MALFORMED = "{\"opacity\":7}";

  private static final String ROOT = "00000000-0000-0000-0000-000000000000";
  private static final String FILE = "11111111-0000-0000-0000-000000000000";
  private static final String PAGE = "22222222-0000-0000-0000-000000000000";
  private static final String TEXT_PIECE = "All of it is one text. ".repeat(1_000);

  private final ZipOutputStream zip;

  private HugeArchive(Path file) throws IOException {
    zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    zip.setLevel(Deflater.BEST_SPEED);
    put(
        "manifest.json",
        "{\"type\":\"penpot/export-files\",\"version\":1,\"files\":[{\"id\":\"%s\",\"name\":\"F\",\"features\":[]}]}"
            .formatted(FILE));
    put("files/%s.json".formatted(FILE), "{\"id\":\"%s\"}".formatted(FILE));
    put("files/%s/tokens.json".formatted(FILE), PenpotArchiveGenerator.library());
    put(
        "files/%s/pages/%s.json".formatted(FILE, PAGE),
        "{\"id\":\"%s\",\"name\":\"P\",\"index\":0}".formatted(PAGE));
  }

  /// One board with so many shapes.
  ///
  /// @param carries the applied tokens of each
  static void wide(Path file, int shapes, String carries) throws IOException {
    try (HugeArchive archive = new HugeArchive(file)) {
      for (int i = 1; i <= shapes; i++) {
        archive.shape(
            id(i),
            "{\"id\":\"%s\",\"type\":\"rect\",\"name\":\"R\",\"parentId\":\"%s\",\"frameId\":\"%2$s\",\"opacity\":1,\"appliedTokens\":%s}"
                .formatted(id(i), id(0), carries));
      }
      StringBuilder children = new StringBuilder();
      for (int i = 1; i <= shapes; i++) {
        children.append(i == 1 ? "" : ",").append('"').append(id(i)).append('"');
      }
      archive.shape(id(0), board(0, ROOT, children.toString(), HALF));
    }
  }

  /// Boards in each other, each of which moves all that are in it.
  static void deep(Path file, int boards) throws IOException {
    try (HugeArchive archive = new HugeArchive(file)) {
      for (int i = 0; i < boards; i++) {
        String inside = i + 1 < boards ? "\"" + id(i + 1) + "\"" : "";
        String parent = i == 0 ? ROOT : id(i - 1);
        archive.shape(id(i), board(i, parent, inside, "{\"x\":\"at.left\"}"));
      }
    }
  }

  /// One text of so many characters between two boards.
  static void longText(Path file, int characters) throws IOException {
    try (HugeArchive archive = new HugeArchive(file)) {
      archive.shape(id(0), board(0, ROOT, "", HALF));
      archive.begin(id(1));
      archive.write("{\"id\":\"" + id(1) + "\",\"type\":\"text\",\"appliedTokens\":" + HALF);
      archive.write(",\"content\":{\"text\":\"");
      for (int left = characters; left > 0; left -= TEXT_PIECE.length()) {
        archive.write(TEXT_PIECE.substring(0, Math.min(left, TEXT_PIECE.length())));
      }
      archive.write("\"}}");
      archive.zip.closeEntry();
      archive.shape(id(2), board(2, ROOT, "", HALF));
    }
  }

  private static String board(int number, String parent, String children, String carries) {
    return "{\"id\":\"%s\",\"type\":\"frame\",\"name\":\"B\",\"parentId\":\"%s\",\"frameId\":\"%2$s\",\"opacity\":1,\"x\":0,\"y\":0,\"width\":9,\"height\":9,\"rotation\":0,\"selrect\":{\"x\":0,\"y\":0,\"width\":9,\"height\":9,\"x1\":0,\"y1\":0,\"x2\":9,\"y2\":9},\"points\":[{\"x\":0,\"y\":0},{\"x\":9,\"y\":0},{\"x\":9,\"y\":9},{\"x\":0,\"y\":9}],\"transform\":{\"a\":1.0,\"b\":0.0,\"c\":0.0,\"d\":1.0,\"e\":0.0,\"f\":0.0},\"transformInverse\":{\"a\":1.0,\"b\":0.0,\"c\":0.0,\"d\":1.0,\"e\":0.0,\"f\":0.0},\"shapes\":[%s],\"appliedTokens\":%s}"
        .formatted(id(number), parent, children, carries);
  }

  private static String id(int number) {
    return "33333333-0000-0000-0000-%012x".formatted(number);
  }

  private void shape(String id, String json) throws IOException {
    begin(id);
    write(json);
    zip.closeEntry();
  }

  private void begin(String id) throws IOException {
    zip.putNextEntry(new ZipEntry("files/%s/pages/%s/%s.json".formatted(FILE, PAGE, id)));
  }

  private void put(String name, String json) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    write(json);
    zip.closeEntry();
  }

  private void write(String text) throws IOException {
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
