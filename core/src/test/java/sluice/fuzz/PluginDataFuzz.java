package sluice.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.json.JsonText;
import sluice.problem.SluiceException;

/// Any strings as shared plugin data: lines `key=value`, of the root those whose key begins with
/// `root.`. Every node of the document has the others, and the root's are read as a library too.
final class PluginDataFuzz implements FuzzTarget {
  private static final String ROOT = "root.";

  @Override
  public List<byte[]> seeds() {
    return List.of(
        """
        fill="red"
        opacity="half"
        sizing="eight"
        borderRadius="eight"
        spacing="wide"
        boxShadow="shadow"
        border="line"
        typography="text"
        """
            .getBytes(UTF_8),
        "composition=\"all\"\nhash=\"x\"\nversion=\"1\"\ntokenValue=\"none\"\nfontSize=\"{eight}\"\n"
            .getBytes(UTF_8),
        """
        root.values={"core":[{"name":"a.b","value":"8","type":"spacing"},{"name":"c","value":"{a.b}*2"}]}
        root.themes=[{"id":"t","name":"T","group":"G","selectedTokenSets":{"core":"enabled"}}]
        root.activeTheme={"G":"t"}
        root.usedTokenSet={"core":"source"}
        spacing="c"
        """
            .getBytes(UTF_8),
        """
        root.values_meta={"type":"chunked","count":2}
        root.values_chunk_0={"core":{"a":
        root.values_chunk_1={"value":"1"}}}
        root.isCompressed=false
        """
            .getBytes(UTF_8));
  }

  @Override
  public void check(byte[] input, Path folder) throws Exception {
    Map<String, String> ofNodes = new LinkedHashMap<>();
    Map<String, String> ofRoot = new LinkedHashMap<>();
    for (String line : new String(input, UTF_8).split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0 && line.startsWith(ROOT)) {
        ofRoot.put(line.substring(ROOT.length(), equals), line.substring(equals + 1));
      } else if (equals > 0) {
        ofNodes.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    checkLibrary(ofRoot);
    Path document = folder.resolve("document.json");
    Path tokens = folder.resolve("tokens.json");
    Files.writeString(document, FuzzLibrary.document(members(ofNodes), members(ofRoot)));
    Files.writeString(tokens, FuzzLibrary.TOKENS);
    new AppliedOnce(folder, document, request -> request.tokens(tokens)).check();
    if (!ofRoot.isEmpty()) {
      new AppliedOnce(folder, document, request -> request).check();
    }
  }

  private static void checkLibrary(Map<String, String> ofRoot) {
    try {
      Sluice.resolveEmbedded(
          new HashMap<>(ofRoot),
          "fuzz",
          new TokenChoice(List.of(), List.of(), List.of(), TokenChoice.BASE_FONT_SIZE));
    } catch (SluiceException _) {
      // A good end.
    }
  }

  private static String members(Map<String, String> data) {
    List<String> members = new ArrayList<>();
    data.forEach((key, value) -> {
      StringBuilder member = new StringBuilder();
      JsonText.quote(key, member);
      JsonText.quote(value, member.append(':'));
      members.add(member.toString());
    });
    return String.join(",", members);
  }
}
