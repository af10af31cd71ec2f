package sluice.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A Figma document of any bytes, with a library that has a token for most things.
final class FigmaFuzz implements FuzzTarget {
  @Override
  public List<byte[]> seeds() {
    return List.of(
        FuzzLibrary.document("\"fill\":\"\\\"red\\\"\",\"opacity\":\"\\\"half\\\"\"", "")
            .getBytes(UTF_8),
        FuzzLibrary.document(
                "\"sizing\":\"\\\"eight\\\"\",\"spacing\":\"\\\"wide\\\"\",\"boxShadow\":\"\\\"shadow\\\"\"",
                "")
            .getBytes(UTF_8),
        """
        {"nodes":{"1:1":{"document":{"children":[{"sharedPluginData":{"tokens":{"width":"\\"full\\"",
         "borderRadius":"\\"eight\\""}},"type":"RECTANGLE","rectangleCornerRadii":[1,2,3,4],"id":"1:2",
         "absoluteBoundingBox":{"x":0,"y":0,"width":10,"height":20}}],"type":"GROUP","id":"1:1",
         "absoluteBoundingBox":{"x":0,"y":0,"width":300,"height":200}}}}}
        """
            .getBytes(UTF_8),
        """
        {"id":"1:1","type":"RECTANGLE","opacity":1.0,"fills":[{"blendMode":"NORMAL","type":"SOLID",
         "color":{"r":1.0,"g":0,"b":0,"a":1}}],"boundVariables":{"opacity":{"type":"VARIABLE_ALIAS","id":"v"}},
         "sharedPluginData":{"tokens":{"fill":"\\"fade\\"","opacity":"\\"half\\""}}}
        """
            .replace("\n", "")
            .concat("\n{\"id\":\"1:2\"}\n")
            .getBytes(UTF_8));
  }

  @Override
  public void check(byte[] input, Path folder) throws Exception {
    Path document = Files.write(folder.resolve("document.json"), input);
    Path tokens = Files.writeString(folder.resolve("tokens.json"), FuzzLibrary.TOKENS);
    new AppliedOnce(folder, document, request -> request.tokens(tokens)).check();
  }
}
