package sluice.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sluice.pipeline.CancelToken;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;
import sluice.testkit.oracle.TreeOracle;

/// Fetches from the fake server, with waits that take no time worth speaking of.
final class FetchRun {
  static final FetchSettings QUICK =
      new FetchSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          3,
          Duration.ofMillis(2),
          Duration.ofMillis(10),
          Duration.ofSeconds(2));

  private final FakeFigma figma;
  private final Path folder;
  private final Path temporary;
  final CancelToken cancel = new CancelToken();
  final List<FetchProgress> progress = new ArrayList<>();
  FetchSettings settings = QUICK;
  String token = FakeFigma.TOKEN;
  @Nullable DocumentCache cache;
  boolean refresh;

  FetchRun(FakeFigma figma, Path folder) {
    this.figma = figma;
    this.folder = folder;
    try {
      this.temporary = Files.createDirectories(folder.resolve("temporary"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FetchRun settings(FetchSettings other) {
    settings = other;
    return this;
  }

  FetchRun token(String other) {
    token = other;
    return this;
  }

  FetchRun cache(@Nullable DocumentCache other) {
    cache = other;
    return this;
  }

  Path target() {
    return folder.resolve("document.json");
  }

  Fetched fetch() {
    Map<String, String> environment =
        Map.of(ApiAddress.VARIABLE, figma.url(), AccessToken.PERSONAL, token);
    try {
      return new FigmaFetch(
              ApiAddress.of(environment),
              AccessToken.of(environment),
              settings,
              cache,
              cancel,
              this::note)
          .fetch(new FileKey(FakeFigma.KEY), target(), temporary, refresh);
    } finally {
      assertEquals(List.of(), names(temporary), "temporary files stay behind");
      assertSecretIsNowhere();
    }
  }

  /// Fetches, and what comes is the file.
  Fetched brings(FakeFile file) {
    Fetched fetched = fetch();
    assertArrayEquals(file.bytes(), bytes(target()));
    return fetched;
  }

  /// Fetches, and what comes means the same as the file.
  Fetched bringsTheSameAs(FakeFile file) {
    Fetched fetched = fetch();
    assertEquals(
        List.of(),
        TreeOracle.differences(TreeOracle.read(file.bytes()), TreeOracle.read(target())));
    return fetched;
  }

  Problem fails(ProblemCode code) {
    SluiceException e = assertThrows(SluiceException.class, this::fetch);
    assertEquals(code, e.problem().code(), e.getMessage());
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      assertFalse(String.valueOf(cause).contains(token), "the token is in an error");
    }
    return e.problem();
  }

  private void note(FetchProgress one) {
    progress.add(one);
    assertSecretIsNotIn(temporary);
  }

  private void assertSecretIsNowhere() {
    assertFalse(progress.toString().contains(token), "the token is in the progress");
    assertSecretIsNotIn(folder);
    figma
        .requests()
        .forEach(request ->
            assertFalse(
                (request.path() + request.query()).contains(token), "the token is in a URL"));
  }

  private void assertSecretIsNotIn(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file ->
              assertFalse(
                  new String(bytes(file), StandardCharsets.ISO_8859_1).contains(token),
                  "the token is in " + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
