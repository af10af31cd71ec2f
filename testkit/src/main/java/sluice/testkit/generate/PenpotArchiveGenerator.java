package sluice.testkit.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes Penpot archives of any size, shape by shape. The same options give the same bytes.
///
/// On each page boards of ten shapes: rectangles, circles, texts, paths, a group and a board that
/// lays out its children; most carry tokens, a few of which no set has.
public final class PenpotArchiveGenerator {
  private static final String ROOT = "00000000-0000-0000-0000-000000000000";
  private static final FileTime TIME = FileTime.fromMillis(1_760_000_000_000L);

  private final PenpotOptions options;

  /// A generator of one archive.
  public PenpotArchiveGenerator(PenpotOptions options) {
    this.options = options;
  }

  /// The token library of every file: themes for light and dark, one set that nothing selects.
  public static String library() {
    return """
    {"base": {
      "size": {"s": {"$value": "8", "$type": "sizing"}, "l": {"$value": "{size.s} * 4", "$type": "sizing"}},
      "space": {"m": {"$value": "12px", "$type": "spacing"}},
      "radius": {"m": {"$value": "{size.s} / 2", "$type": "borderRadius"}},
      "line": {"w": {"$value": "2", "$type": "borderWidth"}},
      "fade": {"half": {"$value": "50%", "$type": "opacity"}},
      "turn": {"quarter": {"$value": "90", "$type": "rotation"}},
      "at": {"left": {"$value": "24", "$type": "dimension"}},
      "lift": {"$value": [{"offsetX": "0", "offsetY": "4", "blur": "8", "spread": "0", "color": "#00000040", "inset": false}], "$type": "shadow"},
      "text": {"body": {"$value": {"fontFamilies": ["Inter"], "fontSizes": "16", "fontWeights": "600", "lineHeights": "150%"}, "$type": "typography"},
               "size": {"$value": "18", "$type": "fontSizes"}}
    },
    "light": {"color": {"a": {"$value": "#ff0000", "$type": "color"}, "b": {"$value": "rgba(0, 0, 255, 0.5)", "$type": "color"}}},
    "dark": {"color": {"a": {"$value": "#00ff00", "$type": "color"}, "b": {"$value": "hsl(120, 100%, 25%)", "$type": "color"}}},
    "unused": {"color": {"c": {"$value": "#123456", "$type": "color"}}},
    "$themes": [
      {"id": "t1", "name": "Light", "group": "Mode", "description": "", "isSource": false, "selectedTokenSets": {"base": "enabled", "light": "enabled"}},
      {"id": "t2", "name": "Dark", "group": "Mode", "description": "", "isSource": false, "selectedTokenSets": {"base": "enabled", "dark": "enabled"}}],
    "$metadata": {"tokenSetOrder": ["base", "light", "dark", "unused"], "activeThemes": ["Mode/Light"], "activeSets": ["base", "light"]}}
    """;
  }

  /// Writes the archive to a file.
  public void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_SPEED);
      new Run(zip).write();
    }
  }

  /// One archive on its way out.
  private final class Run {
    private final ZipOutputStream zip;
    private final Random random = new Random(options.seed());
    private long ids;

    Run(ZipOutputStream zip) {
      this.zip = zip;
    }

    void write() throws IOException {
      StringBuilder files = new StringBuilder();
      String[] ids = new String[options.files()];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = newId();
        files.append(i == 0 ? "" : ",");
        files.append(
            "{\"id\":\"%s\",\"name\":\"File %d\",\"features\":[\"design-tokens/v1\"]}"
                .formatted(ids[i], i));
      }
      String manifest =
          "{\"type\":\"penpot/export-files\",\"version\":1,\"generatedBy\":\"generator\",\"files\":[%s],\"relations\":[]}"
              .formatted(files);
      if (!options.official()) {
        put("manifest.json", manifest);
      }
      int left = options.shapes();
      for (int i = 0; i < ids.length; i++) {
        int share = i == ids.length - 1 ? left : options.shapes() / ids.length;
        left -= share;
        file(ids[i], share);
      }
      if (options.official()) {
        put("manifest.json", manifest);
      }
      String object = newId();
      put(
          "objects/%s.json".formatted(object),
          "{\"id\":\"%s\",\"size\":4096,\"contentType\":\"image/png\"}".formatted(object));
      byte[] picture = new byte[4096];
      random.nextBytes(picture);
      put("objects/%s.png".formatted(object), picture);
    }

    private void file(String file, int shapes) throws IOException {
      put(
          "files/%s.json".formatted(file),
          "{\"id\":\"%s\",\"name\":\"File\",\"version\":67,\"features\":[\"design-tokens/v1\"],\"migrations\":[]}"
              .formatted(file));
      if (!options.official()) {
        put("files/%s/tokens.json".formatted(file), library());
      }
      int left = shapes;
      for (int page = 0; left > 0; page++) {
        int count = Math.min(left, options.shapesPerPage());
        page(file, page, count);
        left -= count;
      }
      if (options.official()) {
        put("files/%s/tokens.json".formatted(file), library());
      }
    }

    private void page(String file, int number, int shapes) throws IOException {
      String page = newId();
      put(
          "files/%s/pages/%s.json".formatted(file, page),
          "{\"id\":\"%s\",\"name\":\"Page %d\",\"index\":%d}".formatted(page, number + 1, number));
      String prefix = "files/%s/pages/%s/".formatted(file, page);
      int left = shapes - 1;
      StringBuilder boards = new StringBuilder();
      for (int board = 0; left > 0; board++) {
        int count = Math.min(left, 10);
        String id = newId();
        boards.append(boards.isEmpty() ? "" : ",").append('"').append(id).append('"');
        board(prefix, id, board % 100 * 300, board / 100 * 300, count);
        left -= count;
      }
      put(
          prefix + ROOT + ".json",
          shape(ROOT, "Root Frame", "frame", 0, 0, 0.01, 0.01, ROOT, ROOT)
              + ",\"shapes\":[%s]}".formatted(boards));
    }

    private void board(String prefix, String id, int x, int y, int count) throws IOException {
      StringBuilder children = new StringBuilder();
      boolean flex = random.nextInt(3) == 0;
      for (int i = 1; i < count; i++) {
        String child = newId();
        children.append(children.isEmpty() ? "" : ",").append('"').append(child).append('"');
        put(prefix + child + ".json", leaf(child, id, i, x + 10 * i, y + 10 * i));
      }
      String layout =
          flex
              ? ",\"layout\":\"flex\",\"layoutFlexDir\":\"row\",\"layoutGap\":{\"rowGap\":1,\"columnGap\":2},\"layoutPadding\":{\"p1\":0,\"p2\":0,\"p3\":0,\"p4\":0}"
              : "";
      String tokens =
          flex
              ? "\"columnGap\":\"space.m\",\"p1\":\"space.m\",\"p3\":\"space.m\",\"fill\":\"color.b\""
              : "\"fill\":\"color.a\",\"r1\":\"radius.m\",\"r2\":\"radius.m\"";
      if (options.geometry() && random.nextInt(4) == 0) {
        tokens += ",\"x\":\"at.left\"";
      }
      put(
          prefix + id + ".json",
          shape(id, "Board", "frame", x, y, 200, 200, ROOT, ROOT)
              + layout
              + ",\"shapes\":[%s],\"appliedTokens\":{%s}}".formatted(children, tokens));
    }

    private String leaf(String id, String parent, int number, int x, int y) {
      return switch (number % 5) {
        case 0 ->
            shape(id, "Text " + number, "text", x, y, 80, 20, parent, parent)
                + ",\"growType\":\"fixed\",\"content\":"
                + text()
                + ",\"positionData\":[{\"x\":1,\"y\":2}],\"appliedTokens\":{\"typography\":\"text.body\",\"fill\":\"color.a\"}}";
        case 1 ->
            shape(id, "Circle", "circle", x, y, 20, 20, parent, parent)
                + ",\"opacity\":1,\"appliedTokens\":{\"fill\":\"color.b\",\"opacity\":\"fade.half\",\"shadow\":\"lift\"%s}}"
                    .formatted(options.geometry() ? ",\"width\":\"size.l\"" : "");
        case 2 ->
            shape(id, "Path é/" + number, "path", x, y, 20, 20, parent, parent)
                + ",\"content\":\"M%d.0,%d.0L%d.0,%d.0\",\"appliedTokens\":{\"strokeColor\":\"color.a\",\"strokeWidth\":\"line.w\"%s}}"
                    .formatted(
                        x,
                        y,
                        x + 20,
                        y + 20,
                        options.geometry() ? ",\"rotation\":\"turn.quarter\"" : "");
        case 3 -> shape(id, "Plain", "rect", x, y, 20, 20, parent, parent) + "}";
        default ->
            shape(id, "Rect", "rect", x, y, 20, 20, parent, parent)
                + ",\"r1\":0,\"r2\":0,\"r3\":0,\"r4\":0,\"appliedTokens\":{\"fill\":\"%s\",\"r1\":\"radius.m\"%s}}"
                    .formatted(
                        random.nextInt(4) == 0 ? "color.c" : "color.a",
                        options.geometry() ? ",\"m1\":\"space.m\",\"y\":\"at.left\"" : "");
      };
    }

    private String text() {
      return "{\"type\":\"root\",\"children\":[{\"type\":\"paragraph-set\",\"children\":[{\"type\":\"paragraph\",\"fontSize\":\"14\",\"children\":[{\"text\":\"Hello\",\"fontSize\":\"14\",\"fontFamily\":\"sourcesanspro\",\"fontId\":\"sourcesanspro\",\"fontVariantId\":\"regular\",\"fontWeight\":\"400\",\"lineHeight\":\"1.2\",\"letterSpacing\":\"0\",\"fills\":[{\"fillColor\":\"#000000\",\"fillOpacity\":1}]}]}]}]}";
    }

    /// A shape without its closing brace.
    private String shape(
        String id,
        String name,
        String type,
        double x,
        double y,
        double width,
        double height,
        String parent,
        String frame) {
      boolean placed = !type.equals("path");
      return "{\"id\":\"%s\",\"name\":\"%s\",\"type\":\"%s\",\"x\":%s,\"y\":%s,\"width\":%s,\"height\":%s,\"rotation\":0,\"selrect\":{\"x\":%s,\"y\":%s,\"width\":%s,\"height\":%s,\"x1\":%s,\"y1\":%s,\"x2\":%s,\"y2\":%s},\"points\":[{\"x\":%s,\"y\":%s},{\"x\":%s,\"y\":%s},{\"x\":%s,\"y\":%s},{\"x\":%s,\"y\":%s}],\"transform\":{\"a\":1.0,\"b\":0.0,\"c\":0.0,\"d\":1.0,\"e\":0.0,\"f\":0.0},\"transformInverse\":{\"a\":1.0,\"b\":0.0,\"c\":0.0,\"d\":1.0,\"e\":0.0,\"f\":0.0},\"parentId\":\"%s\",\"frameId\":\"%s\",\"flipX\":null,\"flipY\":null,\"strokes\":[],\"fills\":[{\"fillColor\":\"#00ff00\",\"fillOpacity\":1}]"
          .formatted(
              id,
              name,
              type,
              placed ? x : "null",
              placed ? y : "null",
              placed ? width : "null",
              placed ? height : "null",
              x,
              y,
              width,
              height,
              x,
              y,
              x + width,
              y + height,
              x,
              y,
              x + width,
              y,
              x + width,
              y + height,
              x,
              y + height,
              parent,
              frame);
    }

    private String newId() {
      ids++;
      return new UUID(
              options.seed() * 0x9E3779B97F4A7C15L + ids * 0xC2B2AE3D27D4EB4FL,
              ids * 0x9E3779B97F4A7C15L)
          .toString();
    }

    private void put(String name, String json) throws IOException {
      put(name, (options.official() ? indented(json) : json).getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, byte[] content) throws IOException {
      ZipEntry entry = new ZipEntry(name);
      entry.setLastModifiedTime(TIME);
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
    }
  }

  /// JSON as Penpot's exporter lays it out: two blanks for each level, `\/`, and no character
  /// beyond ASCII.
  private static String indented(String json) {
    StringBuilder out = new StringBuilder(json.length() * 2);
    int depth = 0;
    boolean text = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (text) {
        if (c == '/') {
          out.append("\\/");
        } else if (c >= 0x80) {
          out.append("\\u%04x".formatted((int) c));
        } else {
          out.append(c);
        }
        if (c == '\\') {
          out.append(json.charAt(++i));
        }
        text = c != '"';
      } else if (c == '"') {
        out.append(c);
        text = true;
      } else if (c == '{' || c == '[') {
        int next = i + 1;
        while (json.charAt(next) <= ' ') {
          next++;
        }
        out.append(c);
        if (json.charAt(next) == '}' || json.charAt(next) == ']') {
          out.append(json.charAt(next));
          i = next;
        } else {
          line(out, ++depth);
        }
      } else if (c == '}' || c == ']') {
        line(out, --depth);
        out.append(c);
      } else if (c == ',') {
        out.append(c);
        line(out, depth);
      } else if (c == ':') {
        out.append(": ");
      } else if (c > ' ') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static void line(StringBuilder out, int depth) {
    out.append('\n').repeat("  ", depth);
  }
}
