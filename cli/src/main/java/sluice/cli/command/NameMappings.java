package sluice.cli.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonLimits;
import sluice.json.JsonScanner;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.remap.NameMap;

/// What `--map` says: `OLD=NEW`, or a file with a mapping on each line, or with one JSON object.
final class NameMappings {
  /// A file of mappings.
  private static final int FILE_SIZE_BYTES_MAX = 16 * 1024 * 1024;

  private NameMappings() {}

  /// All mappings, in the order they were given.
  ///
  /// @throws SluiceException `option-invalid`, `file-missing`, `file-unreadable`, `json-malformed`
  static List<NameMap.Mapping> of(List<String> given) {
    List<NameMap.Mapping> mappings = new ArrayList<>();
    for (String one : given) {
      if (one.indexOf('=') >= 0) {
        mappings.add(mapping(one, null));
      } else {
        file(one, mappings);
      }
    }
    return mappings;
  }

  private static NameMap.Mapping mapping(String text, @Nullable Location where) {
    int equals = text.indexOf('=');
    if (equals < 0 || text.indexOf('=', equals + 1) >= 0) {
      Problem problem =
          Problem.of(ProblemCode.OPTION_INVALID, "\"%s\" is no mapping".formatted(text))
              .because("a mapping is OLD=NEW, with one =")
              .advising("names with = in them can be given in a JSON file: {\"OLD\": \"NEW\"}");
      throw new SluiceException(where == null ? problem : problem.at(where));
    }
    return new NameMap.Mapping(
        text.substring(0, equals).strip(), text.substring(equals + 1).strip());
  }

  private static void file(String name, List<NameMap.Mapping> mappings) {
    byte[] bytes = read(Path.of(name), name);
    String text = decoded(bytes, name);
    if (text.strip().startsWith("{")) {
      object(bytes, name, mappings);
      return;
    }
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String bare = line.strip();
      if (!bare.isEmpty() && !bare.startsWith("#")) {
        mappings.add(mapping(bare, new Location.InFile(name, number, 1)));
      }
    }
  }

  private static byte[] read(Path file, String name) {
    try {
      if (!Files.exists(file)) {
        throw new SluiceException(
            Problem.of(ProblemCode.FILE_MISSING, "there is no such file of mappings")
                .at(new Location.InWhole(name))
                .advising("give OLD=NEW, or a file that exists"));
      }
      if (Files.size(file) > FILE_SIZE_BYTES_MAX) {
        throw new SluiceException(
            Problem.of(ProblemCode.LIMIT_EXCEEDED, "the file of mappings is too large")
                .at(new Location.InWhole(name))
                .because("at most %,d bytes".formatted(FILE_SIZE_BYTES_MAX))
                .advising("give part of it, then the rest; an expression maps many at once"));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.FILE_UNREADABLE, "the file of mappings cannot be read")
              .at(new Location.InWhole(name))
              .because(String.valueOf(e.getMessage())),
          e);
    }
  }

  private static String decoded(byte[] bytes, String name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new SluiceException(
          Problem.of(ProblemCode.ENCODING_INVALID, "the file of mappings is no UTF-8")
              .at(new Location.InWhole(name)),
          e);
    }
  }

  private static void object(byte[] bytes, String name, List<NameMap.Mapping> mappings) {
    JsonScanner scanner =
        new JsonScanner(new ByteArrayInputStream(bytes), name, JsonLimits.defaults());
    scanner.begin();
    boolean more = scanner.enterObject();
    while (more) {
      scanner.key();
      if (scanner.peek() != '"') {
        throw new SluiceException(
            Problem.of(ProblemCode.OPTION_INVALID, "a new name is no text")
                .at(new Location.AtByte(name, scanner.offset()))
                .because("the file holds one object of old names and their new ones"));
      }
      scanner.skipValue();
      more = scanner.nextMember();
    }
    scanner.end();
    // Checked above: an object of texts.
    int start = 0;
    while (bytes[start] != '{') {
      start++;
    }
    JsonValue.Obj object = (JsonValue.Obj) JsonTree.read(bytes, start);
    for (int i = 0; i < object.size(); i++) {
      if (object.value(i) instanceof JsonValue.Str(String to)) {
        mappings.add(new NameMap.Mapping(object.key(i), to));
      }
    }
  }
}
