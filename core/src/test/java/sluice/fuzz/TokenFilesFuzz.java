package sluice.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.TokenValues;
import sluice.TokensCss;
import sluice.convert.Conversion;
import sluice.convert.ConvertedFile;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.token.Dialect;

/// Token files of any bytes, in every dialect: they are read and resolved, alike each time; shown
/// as CSS; understood as Figma's nodes do; and converted to what can be read again.
enum TokenFilesFuzz implements FuzzTarget {
  /// The input is a token file.
  ONE_FILE {
    @Override
    public List<byte[]> seeds() {
      return List.of(
          """
          {"core":{"space":{"sm":{"value":"8","type":"spacing"},"md":{"value":"{space.sm} * 2","type":"spacing"}},
           "red":{"value":"#f00","type":"color","$extensions":{"studio.tokens":{"modify":{"type":"lighten","value":"0.5","space":"hsl"}}}},
           "text":{"value":{"fontFamily":"Inter","fontWeight":"{w}","fontSize":"1rem"},"type":"typography"}},
           "dark":{"red":{"value":"rgba({core}, 50%)","type":"color"},"w":{"value":["Bold","700"],"type":"fontWeights"}},
           "$themes":[{"id":"t","name":"Dark","group":"mode","selectedTokenSets":{"core":"source","dark":"enabled"}}],
           "$metadata":{"tokenSetOrder":["core","dark"]}}
          """
              .getBytes(UTF_8),
          """
          {"$schema":"https://www.designtokens.org/schemas/2025.10/format.json","a":{"$type":"color","$value":{"colorSpace":"srgb","components":[1,0.5,"none"],"alpha":0.5,"hex":"#ff8000"}},
           "g":{"$extends":"{h}","$root":{"$type":"dimension","$value":{"value":8,"unit":"px"}}},"h":{"$type":"duration","x":{"$value":{"value":1,"unit":"ms"}}},
           "s":{"$type":"shadow","$value":[{"color":"{a}","offsetX":{"value":0,"unit":"px"},"offsetY":{"$ref":"#/g/$root/$value"},"blur":{"value":1,"unit":"rem"},"spread":{"value":0,"unit":"px"},"inset":true}]}}
          """
              .getBytes(UTF_8),
          """
          {"s":{"a":{"$value":"7","$type":"dimension"},"b":{"$value":"{a}+1px","$type":"borderRadius"},"c":{"$value":["{a}"],"$type":"fontFamilies"},
           "t":{"$value":{"fontSize":"{a}","letterSpacing":"2%"},"$type":"typography"}},
           "$themes":[{"id":"1","name":"n","group":"g","selectedTokenSets":{"s":"enabled"}}],
           "$metadata":{"tokenSetOrder":["s"],"activeThemes":["g/n"],"activeSets":["s"]}}
          """
              .getBytes(UTF_8),
          "[{\"name\":\"a.b\",\"value\":\"#fff\",\"type\":\"color\"},{\"name\":\"c\",\"value\":\"{a.b}\"}]"
              .getBytes(UTF_8));
    }

    @Override
    Path write(byte[] input, Path folder) throws IOException {
      return Files.write(folder.resolve("tokens.json"), input);
    }
  },

  /// The input is the files of a folder, see {@link FuzzFiles}.
  FOLDER {
    @Override
    public List<byte[]> seeds() {
      return List.of(
          """
          ==> core.json
          {"a":{"value":"1","type":"sizing"},"b":{"value":"{a}px","type":"sizing"}}
          ==> theme/dark.json
          {"a":{"$value":"2","$type":"sizing"}}
          ==> $themes.json
          [{"id":"d","name":"Dark","selectedTokenSets":{"core":"source","theme/dark":"enabled"},"$figmaStyleReferences":{}}]
          ==> $metadata.json
          {"tokenSetOrder":["core","theme/dark"]}
          """
              .getBytes(UTF_8),
          """
          ==> a.tokens.json
          {"a":{"$type":"number","$value":1}}
          ==> b/c.tokens
          {"b":{"$value":"{a}"},"c":{"$ref":"#/b"}}
          """
              .getBytes(UTF_8),
          """
          ==> s.json
          {"a":{"$value":"1","$type":"opacity"}}
          ==> $metadata.json
          {"tokenSetOrder":["s"],"activeThemes":[],"activeSets":["s"]}
          """
              .getBytes(UTF_8));
    }

    @Override
    Path write(byte[] input, Path folder) throws IOException {
      FuzzFiles.write(input, folder);
      return folder;
    }
  },

  /// The input is a resolver document and the files around it, see {@link FuzzFiles}.
  RESOLVER {
    @Override
    public List<byte[]> seeds() {
      return List.of(
          """
          ==> resolver.json
          {"version":"2025.10","sets":{"base":{"sources":[{"$ref":"base.json"},{"x":{"$type":"number","$value":1}}]}},
           "modifiers":{"theme":{"contexts":{"light":[],"dark":[{"$ref":"dark.json#/d"}]},"default":"light"}},
           "resolutionOrder":[{"$ref":"#/sets/base"},{"$ref":"#/modifiers/theme"},
           {"type":"set","name":"last","sources":[{"a":{"$value":"{x}"}}]}]}
          ==> base.json
          {"a":{"$type":"number","$value":1},"b":{"$ref":"#/a"}}
          ==> dark.json
          {"d":{"a":{"$type":"number","$value":2}}}
          """
              .getBytes(UTF_8),
          """
          ==> resolver.json
          {"version":"2025.10","name":"n","sets":{"s":{"sources":[{"$ref":"#/sets/t"}]},"t":{"sources":[{"a":{"$type":"color","$value":{"colorSpace":"oklch","components":[0.5,0.1,20]}}}]}},
           "resolutionOrder":[{"type":"modifier","name":"m","contexts":{"a":[{"$ref":"#/sets/s"}],"b":[]}}]}
          """
              .getBytes(UTF_8));
    }

    @Override
    Path write(byte[] input, Path folder) throws IOException {
      FuzzFiles.write(input, folder);
      return folder.resolve("resolver.json");
    }
  };

  private static final int COMBINATIONS_MAX = 8;

  /// Puts the files of an input into a folder.
  ///
  /// @return the token source among them
  abstract Path write(byte[] input, Path folder) throws IOException;

  @Override
  public void check(byte[] input, Path folder) throws Exception {
    Path source = write(input, Files.createDirectory(folder.resolve("in")));
    checkAs(source, null);
    for (Dialect dialect : Dialect.values()) {
      checkAs(source, dialect);
    }
    for (Conversion.Target target : Conversion.Target.values()) {
      checkConversion(source, target, folder.resolve(target.name()));
    }
  }

  private static TokenChoice choice(Path source, @Nullable Dialect dialect) {
    return new TokenChoice(
        List.of(source), List.of(), List.of(), TokenChoice.BASE_FONT_SIZE, dialect);
  }

  private static void checkAs(Path source, @Nullable Dialect dialect) throws IOException {
    try {
      TokenChoice choice = choice(source, dialect);
      TokenValues values = Sluice.resolve(choice);
      assertEquals(
          values.resolved().all(), Sluice.resolve(choice).resolved().all(), "resolved once more");
      new TokensCss(true, true, new ByteArrayOutputStream()).add(values);
      Sluice.resolveForFigma(choice);
      int left = COMBINATIONS_MAX;
      for (TokenValues _ : Sluice.resolveEveryCombination(choice)) {
        if (--left == 0) {
          break;
        }
      }
    } catch (SluiceException _) {
      // A good end.
    }
  }

  private static void checkConversion(Path source, Conversion.Target target, Path folder)
      throws IOException {
    Conversion conversion;
    try {
      conversion = Sluice.convertTokens(List.of(source), target, new ProblemTally());
    } catch (SluiceException _) {
      return;
    }
    for (ConvertedFile file : conversion.files()) {
      Path path = folder.resolve(file.path());
      assertTrue(path.normalize().startsWith(folder), "a file outside the folder: " + file.path());
      assertFalse(Files.exists(path), "two files of one name: " + file.path());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.text());
    }
    Path resolver = folder.resolve("tokens.resolver.json");
    if (!conversion.files().isEmpty()) {
      Sluice.resolve(choice(Files.exists(resolver) ? resolver : folder, null));
    }
  }
}
