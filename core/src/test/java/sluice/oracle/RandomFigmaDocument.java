package sluice.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import sluice.RandomSpelling;
import sluice.testkit.generate.EmbeddedLibrary;
import sluice.testkit.generate.FigmaDocumentGenerator;
import sluice.testkit.generate.FigmaDocumentOptions;
import sluice.testkit.generate.KeyOrder;
import sluice.testkit.generate.TokenLibraryOptions;
import sluice.testkit.oracle.TreeOracle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A document made at random, and the library of its tokens: any order of keys, white space, line
/// ends, spelling and form, with plugin data as they should be and as they should not.
///
/// @param text the document
/// @param tokens the library's file
/// @param ids of all its nodes
/// @param form how it was made, for messages
public record RandomFigmaDocument(String text, Path tokens, List<String> ids, String form) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final List<String> ODD =
      List.of(
          "7",
          "null",
          "[]",
          "{}",
          "{\"fill\":\"no JSON\"}",
          "{\"fill\":\"none\",\"opacity\":\"\"}",
          "{\"fill\":3,\"width\":null}",
          "{\"elsewhere\":\"\\\"x\\\"\"}",
          "{\"fill\":\"\\\"no.such.token\\\"\",\"fill\":\"\\\"none\\\"\"}");

  public RandomFigmaDocument {
    ids = List.copyOf(ids);
  }

  /// Makes one.
  ///
  /// @param nodesMax nodes at most
  /// @param folder for the library's file
  public static RandomFigmaDocument of(long seed, int nodesMax, Path folder) throws IOException {
    Random random = new Random(seed);
    KeyOrder order = KeyOrder.values()[random.nextInt(KeyOrder.values().length)];
    FigmaDocumentGenerator generator =
        new FigmaDocumentGenerator(
            FigmaDocumentOptions.of(20 + random.nextInt(nodesMax - 20), seed)
                .withKeyOrder(order)
                .withTokenShare(random.nextDouble())
                .withCombinations(6 + random.nextInt(120))
                .withDriftShare(random.nextDouble())
                .withMissingTokenShare(random.nextBoolean() ? 0 : 0.2)
                .withBoundVariablesShare(random.nextDouble())
                .withIndented(random.nextBoolean())
                .withByteOrderMark(random.nextInt(4) == 0)
                .withEmbeddedLibrary(
                    EmbeddedLibrary.values()[random.nextInt(EmbeddedLibrary.values().length)])
                .withLibrary(
                    new TokenLibraryOptions(
                        seed, 160 + random.nextInt(200), random.nextInt(2), random.nextBoolean())));
    Path tokens = folder.resolve("tokens.json");
    generator.library().write(tokens);
    ObjectNode library = (ObjectNode) JSON.readTree(Files.readString(tokens));
    RandomTokenValues.change(library, random, random.nextInt(3) * 0.15);
    Files.writeString(tokens, library.toString());

    String written = new String(generator.bytes(), StandardCharsets.UTF_8);
    JsonNode tree = TreeOracle.read(written.getBytes(StandardCharsets.UTF_8));
    List<String> ids = List.copyOf(TreeOracle.nodes(tree).keySet());
    int form = random.nextInt(6);
    String text =
        switch (form) {
          case 0 -> written;
          case 1 -> written.replace("\n", "\r\n");
          default -> {
            disturb(tree.get("document"), random);
            yield spelt(tree, form, random);
          }
        };
    return new RandomFigmaDocument(text, tokens, ids, "form " + form + ", " + order);
  }

  private static void disturb(JsonNode node, Random random) {
    if (random.nextInt(25) == 0 && node instanceof ObjectNode object) {
      JsonNode odd = JSON.readTree(ODD.get(random.nextInt(ODD.size())));
      if (random.nextInt(3) == 0) {
        object.set("sharedPluginData", odd);
      } else {
        object.putObject("sharedPluginData").set("tokens", odd);
      }
    }
    node.path("children").forEach(child -> disturb(child, random));
  }

  /// A file, an answer with several nodes, one node, or several one after another.
  private static String spelt(JsonNode file, int form, Random random) {
    List<JsonNode> pages = new ArrayList<>();
    file.get("document").get("children").forEach(pages::add);
    JsonNode frames = pages.getFirst().path("children");
    boolean drops = random.nextBoolean();
    switch (form) {
      case 3 -> {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode nodes = answer.put("name", "Answer").putObject("nodes");
        for (int i = 0; i < Math.min(3, frames.size()); i++) {
          nodes.putObject("n" + i).set("document", frames.get(i));
        }
        return text(answer, random, drops);
      }
      case 4 -> {
        return text(frames.isEmpty() ? pages.getFirst() : frames.get(0), random, drops);
      }
      case 5 -> {
        StringBuilder lines = new StringBuilder();
        for (JsonNode frame :
            frames.isEmpty() ? JSON.createArrayNode().add(pages.getFirst()) : frames) {
          String line = text(frame, random, drops);
          lines.append(line.startsWith("\uFEFF") ? line.substring(1) : line).append('\n');
        }
        return lines.toString();
      }
      default -> {
        return text(file, random, drops);
      }
    }
  }

  private static String text(JsonNode json, Random random, boolean drops) {
    return new String(RandomSpelling.of(json, random, drops), StandardCharsets.UTF_8);
  }
}
