package sluice.testkit.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.testkit.generate.TokenEntry.InSet;

/// Writes a Tokens Studio library: sets `core`, `light`, `dark` and brands, themes Light and Dark
/// in group `mode`, one theme for each brand in group `brand`.
///
/// Its tokens use aliases, alias chains, maths, units, `rgba()` of an alias, colour modifiers,
/// typography, shadow and border composites. The whole library is small and held in memory.
public final class TokenLibraryGenerator {
  /// Id of the theme with set `light`.
  public static final String LIGHT_THEME_ID = "theme-light";

  /// Id of the theme with set `dark`.
  public static final String DARK_THEME_ID = "theme-dark";

  private final TokenLibraryOptions options;
  private final DesignTokens tokens;

  /// Prepares a library; nothing is written yet.
  public TokenLibraryGenerator(TokenLibraryOptions options) {
    this(options, new DesignTokens(options));
  }

  TokenLibraryGenerator(TokenLibraryOptions options, DesignTokens tokens) {
    this.options = options;
    this.tokens = tokens;
  }

  /// Number of tokens in all sets.
  public int tokenCount() {
    return tokens.count();
  }

  /// The library as one JSON file: sets, `$themes`, `$metadata`.
  public String json() {
    List<String> members = new ArrayList<>();
    for (InSet set : tokens.sets) {
      members.add("\"" + set.name() + "\":" + nested(set));
    }
    members.add("\"$themes\":" + themesJson());
    members.add("\"$metadata\":" + metadataJson());
    return "{" + String.join(",", members) + "}";
  }

  /// Writes [#json] with indentation; leaves the stream open.
  public void write(OutputStream out) throws IOException {
    print(json(), out);
  }

  /// Writes [#json] with indentation to a file.
  public void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out);
    }
  }

  /// Writes one file for each set (`brand/1.json` for set `brand/1`), `$themes.json` and
  /// `$metadata.json` into a folder, which is made if it isn't there.
  public void writeFolder(Path folder) throws IOException {
    for (InSet set : tokens.sets) {
      writeFile(folder.resolve(set.name() + ".json"), nested(set));
    }
    writeFile(folder.resolve("$themes.json"), themesJson());
    writeFile(folder.resolve("$metadata.json"), metadataJson());
  }

  /// The sets as the plugin keeps them in a document: a flat list of named tokens for each.
  String flatSetsJson() {
    List<String> sets = new ArrayList<>();
    for (InSet set : tokens.sets) {
      List<String> list = new ArrayList<>();
      for (TokenEntry token : set.tokens()) {
        list.add("{\"name\":\"" + token.name() + "\"," + body(token, "value", "type").substring(1));
      }
      sets.add("\"" + set.name() + "\":[" + String.join(",", list) + "]");
    }
    return "{" + String.join(",", sets) + "}";
  }

  String themesJson() {
    List<String> themes = new ArrayList<>();
    themes.add(theme(LIGHT_THEME_ID, "Light", "mode", "\"core\":\"source\",\"light\":\"enabled\""));
    themes.add(theme(DARK_THEME_ID, "Dark", "mode", "\"core\":\"source\",\"dark\":\"enabled\""));
    for (int brand = 1; brand <= options.brands(); brand++) {
      String set = "\"brand/" + brand + "\":\"enabled\"";
      themes.add(theme("theme-brand-" + brand, "Brand " + brand, "brand", set));
    }
    return "[" + String.join(",", themes) + "]";
  }

  private String metadataJson() {
    List<String> names = new ArrayList<>();
    for (InSet set : tokens.sets) {
      names.add("\"" + set.name() + "\"");
    }
    return "{\"tokenSetOrder\":[" + String.join(",", names) + "]}";
  }

  private static String theme(String id, String name, String group, String sets) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"group\":\"%s\",\"selectedTokenSets\":{%s}}"
        .formatted(id, name, group, sets);
  }

  private String nested(InSet set) {
    Group root = new Group();
    for (TokenEntry token : set.tokens()) {
      Group at = root;
      for (String segment : token.name().split("\\.", -1)) {
        at = at.members.computeIfAbsent(segment, _ -> new Group());
      }
      at.body = options.dtcg() ? body(token, "$value", "$type") : body(token, "value", "type");
    }
    return root.json();
  }

  private static String body(TokenEntry token, String valueKey, String typeKey) {
    String extension =
        token.modifierJson().isEmpty()
            ? ""
            : ",\"$extensions\":{\"studio.tokens\":{\"modify\":" + token.modifierJson() + "}}";
    return "{\"%s\":%s,\"%s\":\"%s\"%s}"
        .formatted(valueKey, token.valueJson(), typeKey, token.type(), extension);
  }

  private static void writeFile(Path file, String json) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      print(json, out);
    }
  }

  private static void print(String json, OutputStream out) throws IOException {
    JsonSink sink = new JsonSink(out, true);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    sink.write(bytes, 0, bytes.length);
    sink.flush();
  }

  /// A group of tokens, or a token when it has a body.
  private static final class Group {
    private final Map<String, Group> members = new LinkedHashMap<>();
    private String body = "";

    String json() {
      if (!body.isEmpty()) {
        return body;
      }
      List<String> parts = new ArrayList<>();
      members.forEach((name, group) -> parts.add("\"" + name + "\":" + group.json()));
      return "{" + String.join(",", parts) + "}";
    }
  }
}
