package sluice.oracle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sluice.RandomSpelling;
import sluice.testkit.generate.PenpotArchiveGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An archive made at random: boards, groups and shapes in each other, any attribute with any
/// token, entries in any order, packed or not, written in any white space.
///
/// @param ids of all its shapes but those that are pages
/// @param tokens the library of its files, also as a file of its own
public record RandomPenpotArchive(List<String> ids, Path tokens) {
  private static final String ROOT = "00000000-0000-0000-0000-000000000000";
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int DEPTH_MAX = 5;

  private static final List<String> ATTRIBUTES =
      List.of(
          "r1 r2 r3 r4 opacity fill strokeColor strokeWidth shadow rowGap columnGap p1 p2 p3 p4 m1"
              .split(" "));

  private static final List<String> MORE_ATTRIBUTES =
      List.of(
          "m2 m3 m4 layoutItemMinW layoutItemMaxH typography fontSize fontFamily fontWeight textCase lineHeight letterSpacing"
              .split(" "));

  private static final List<String> MOVING = List.of("width", "height", "rotation", "x", "y");

  private static final List<String> TOKENS =
      List.of(
          "size.s",
          "size.l",
          "space.m",
          "radius.m",
          "line.w",
          "fade.half",
          "turn.quarter",
          "at.left",
          "lift",
          "text.body",
          "text.size",
          "color.a",
          "color.b",
          "color.c",
          "no.such");

  public RandomPenpotArchive {
    ids = List.copyOf(ids);
  }

  /// Writes one.
  public static RandomPenpotArchive write(long seed, Path archive, Path tokens) throws IOException {
    return new Maker(new Random(seed)).write(archive, tokens);
  }

  private static final class Maker {
    private final Random random;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final int movingShare;
    private final boolean spelt;
    private int count;
    private int left;

    Maker(Random random) {
      this.random = random;
      this.movingShare = random.nextInt(3);
      this.spelt = random.nextBoolean();
      this.left = 5 + random.nextInt(60);
    }

    RandomPenpotArchive write(Path archive, Path tokens) throws IOException {
      ObjectNode library = (ObjectNode) JSON.readTree(PenpotArchiveGenerator.library());
      ObjectNode changed = JSON.createObjectNode();
      for (String set : List.of("base", "light", "dark", "unused")) {
        changed.set(set, library.get(set));
      }
      RandomTokenValues.change(changed, random, random.nextInt(3) * 0.1);
      Files.writeString(tokens, library.toString());
      List<String> files = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(2); i++) {
        String file = id();
        files.add("{\"id\":\"%s\",\"name\":\"F\",\"features\":[]}".formatted(file));
        put("files/%s.json".formatted(file), "{\"id\":\"%s\"}".formatted(file));
        put("files/%s/tokens.json".formatted(file), library.toString());
        for (int page = 0; page <= random.nextInt(2); page++) {
          page(file, page);
        }
      }
      put(
          "manifest.json",
          "{\"type\":\"penpot/export-files\",\"version\":1,\"files\":[%s]}"
              .formatted(String.join(",", files)));
      put("objects/picture.png", "not a picture at all");
      zip(archive);
      return new RandomPenpotArchive(ids, tokens);
    }

    private void page(String file, int number) {
      String page = id();
      put(
          "files/%s/pages/%s.json".formatted(file, page),
          "{\"id\":\"%s\",\"name\":\"P\",\"index\":%d}".formatted(page, number));
      String prefix = "files/%s/pages/%s/".formatted(file, page);
      List<String> children = new ArrayList<>();
      for (int share = left / 2 + 1; share > 0 && left > 0; share--) {
        children.add(shape(prefix, ROOT, ROOT, 0));
      }
      ObjectNode root = box("frame", 0, 0, 1, 1);
      children.forEach(root.putArray("shapes")::add);
      place(prefix, ROOT, root, ROOT, ROOT);
    }

    private String shape(String prefix, String parent, String frame, int depth) {
      left--;
      String id = id();
      ids.add(id);
      String type = type(depth);
      ObjectNode shape = box(type, number(1_000), number(1_000), 1 + number(200), 1 + number(200));
      look(shape, type);
      if (type.equals("frame") || type.equals("group")) {
        List<String> children = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0 && left > 0; i--) {
          children.add(shape(prefix, id, type.equals("frame") ? id : frame, depth + 1));
        }
        children.forEach(shape.putArray("shapes")::add);
      }
      applied(shape);
      place(prefix, id, shape, parent, frame);
      return id;
    }

    private String type(int depth) {
      int inner = depth < DEPTH_MAX ? 8 : 4;
      return switch (random.nextInt(inner)) {
        case 0 -> "rect";
        case 1 -> "circle";
        case 2 -> "text";
        case 3 -> "path";
        case 4, 5 -> "group";
        default -> "frame";
      };
    }

    private double number(int max) {
      return random.nextBoolean() ? random.nextInt(max) : random.nextInt(max * 10) / 10.0;
    }

    private ObjectNode box(String type, double x, double y, double width, double height) {
      String json =
          "{\"type\":\"%s\",\"name\":\"é/%s\",\"x\":%s,\"y\":%s,\"width\":%s,\"height\":%s,\"rotation\":0,\"selrect\":{\"x\":%3$s,\"y\":%4$s,\"width\":%5$s,\"height\":%6$s,\"x1\":%3$s,\"y1\":%4$s,\"x2\":%7$s,\"y2\":%8$s},\"points\":[{\"x\":%3$s,\"y\":%4$s},{\"x\":%7$s,\"y\":%4$s},{\"x\":%7$s,\"y\":%8$s},{\"x\":%3$s,\"y\":%8$s}],\"transform\":{\"a\":1.0,\"b\":0.0,\"c\":0.0,\"d\":1.0,\"e\":0.0,\"f\":0.0},\"transformInverse\":{\"a\":1.0,\"b\":0.0,\"c\":0.0,\"d\":1.0,\"e\":0.0,\"f\":0.0},\"flipX\":null,\"strokes\":[],\"fills\":[{\"fillColor\":\"#00ff00\",\"fillOpacity\":1}]}"
              .formatted(type, type, x, y, width, height, x + width, y + height);
      return (ObjectNode) JSON.readTree(json);
    }

    private void look(ObjectNode shape, String type) {
      if (type.equals("frame") && random.nextInt(3) == 0) {
        shape.put("layout", random.nextBoolean() ? "flex" : "grid");
        shape.putObject("layoutGap").put("rowGap", 1).put("columnGap", 2);
        if (random.nextBoolean()) {
          shape.putObject("layoutPadding").put("p1", 0).put("p2", 0).put("p3", 0).put("p4", 0);
        }
      }
      if (type.equals("group") && random.nextInt(4) == 0) {
        shape.put("maskedGroup", true);
      }
      if (type.equals("path")) {
        shape.put("content", "M1.0,2.0L3.5,4.0");
      }
      if (type.equals("text")) {
        shape.set(
            "content",
            JSON.readTree(
                "{\"type\":\"root\",\"children\":[{\"type\":\"paragraph-set\",\"children\":[{\"type\":\"paragraph\",\"fontSize\":\"14\",\"children\":[{\"text\":\"Hello\",\"fontSize\":\"14\",\"fontFamily\":\"sourcesanspro\",\"fontId\":\"sourcesanspro\",\"fontVariantId\":\"regular\",\"fontWeight\":\"400\",\"fills\":[]}]}]}]}"));
        shape.putArray("positionData").addObject().put("x", 1);
      }
      if (random.nextInt(3) == 0) {
        shape.putArray("strokes").addObject().put("strokeColor", "#123456").put("strokeWidth", 1);
      }
      if (random.nextBoolean()) {
        shape.put("opacity", 1).put("r1", 0).put("r2", 0).put("r3", 0).put("r4", 0);
      }
    }

    private void applied(ObjectNode shape) {
      if (random.nextInt(4) == 0) {
        return;
      }
      ObjectNode applied = shape.putObject("appliedTokens");
      for (int i = random.nextInt(5); i > 0; i--) {
        List<String> from =
            random.nextInt(6) < movingShare
                ? MOVING
                : random.nextBoolean() ? ATTRIBUTES : MORE_ATTRIBUTES;
        String attribute = from.get(random.nextInt(from.size()));
        if (random.nextInt(40) == 0) {
          applied.put(attribute, 7);
        } else {
          applied.put(attribute, TOKENS.get(random.nextInt(TOKENS.size())));
        }
      }
    }

    private void place(String prefix, String id, ObjectNode shape, String parent, String frame) {
      shape.put("id", id).put("parentId", parent).put("frameId", frame);
      put(prefix + id + ".json", written(shape));
    }

    private String written(JsonNode shape) {
      if (!spelt) {
        return random.nextBoolean() ? shape.toString() : shape.toPrettyString();
      }
      String text =
          new String(RandomSpelling.withPlainTexts(shape, random), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private String id() {
      return "%08x-0000-4000-8000-%012x".formatted(random.nextInt(), count++);
    }

    private void put(String name, String text) {
      entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void zip(Path archive) throws IOException {
      List<String> names = new ArrayList<>(entries.keySet());
      if (random.nextBoolean()) {
        Collections.shuffle(names, random);
      }
      try (OutputStream out = Files.newOutputStream(archive);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.setComment(random.nextBoolean() ? "a comment" : "");
        for (String name : names) {
          byte[] content = entries.getOrDefault(name, new byte[0]);
          ZipEntry entry = new ZipEntry(name);
          entry.setTime(1_700_000_000_000L + 2_000L * random.nextInt(1_000));
          if (random.nextInt(4) == 0) {
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
          }
          if (random.nextInt(5) == 0) {
            entry.setComment("of this entry");
          }
          zip.putNextEntry(entry);
          zip.write(content);
          zip.closeEntry();
        }
      }
    }
  }
}
