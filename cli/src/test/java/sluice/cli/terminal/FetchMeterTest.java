package sluice.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import sluice.fetch.FetchProgress;
import sluice.fetch.FetchProgress.State;

final class FetchMeterTest {
  private static final FetchProgress HALF =
      new FetchProgress(State.RECEIVE, 6_150_000, 12_300_000, 0, 0, 0, "", 1_000_000_000L);
  private static final FetchProgress PAGES =
      new FetchProgress(State.RECEIVE, 7_500_000, -1, 3, 17, 0, "", 1_050_000_000L);
  private static final FetchProgress WAIT =
      new FetchProgress(State.WAIT, 7_500_000, -1, 3, 17, 34_100, "a \"limit\"", 1_090_000_000L);

  private static List<String> shown(ProgressMode mode, Consumer<FetchMeter> events) {
    return text(mode, events).lines().toList();
  }

  private static String text(ProgressMode mode, Consumer<FetchMeter> events) {
    ByteArrayOutputStream talk = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(talk, true, StandardCharsets.UTF_8),
            false,
            Console.WIDTH_COLUMNS,
            "sluice");
    try (FetchMeter meter = new FetchMeter(mode, console)) {
      events.accept(meter);
    }
    return talk.toString(StandardCharsets.UTF_8);
  }

  @Test
  void lines_sayHowMuchThereIsAndWhatItWaitsFor() {
    assertEquals("fetch    50 %  6.2 of 12.3 MB", FetchMeter.line(HALF));
    assertEquals("fetch   7.5 MB  3 of 17 pages", FetchMeter.line(PAGES));
    assertEquals("fetch   7.5 MB  3 of 17 pages  35 s to wait: a \"limit\"", FetchMeter.line(WAIT));
  }

  @Test
  void plain_isOneLineForAWaitAndOneAtTheEnd() {
    assertEquals(
        List.of(FetchMeter.line(WAIT), FetchMeter.line(PAGES)),
        shown(
            ProgressMode.AUTO,
            meter -> {
              meter.update(HALF);
              meter.update(WAIT);
              meter.update(WAIT);
              meter.update(PAGES);
              meter.finish();
            }));
  }

  @Test
  void bar_rewritesItsLine() {
    String erase = "\r\u001b[K";

    assertEquals(
        erase + FetchMeter.line(HALF) + erase + FetchMeter.line(WAIT) + System.lineSeparator(),
        text(
            ProgressMode.BAR,
            meter -> {
              meter.update(HALF);
              meter.update(PAGES);
              meter.update(WAIT);
            }));
  }

  @Test
  void json_isOneObjectForEachLine() {
    assertEquals(
        List.of(
            "{\"phase\":\"fetch\",\"state\":\"receive\",\"bytes\":6150000,\"bytesTotal\":12300000,"
                + "\"pages\":0,\"pagesTotal\":0,\"leftMillis\":0,\"why\":\"\","
                + "\"elapsedMillis\":1000}",
            "{\"phase\":\"fetch\",\"state\":\"wait\",\"bytes\":7500000,\"bytesTotal\":null,"
                + "\"pages\":3,\"pagesTotal\":17,\"leftMillis\":34100,"
                + "\"why\":\"a \\\"limit\\\"\",\"elapsedMillis\":1090}"),
        shown(
            ProgressMode.JSON,
            meter -> {
              meter.update(HALF);
              meter.update(PAGES);
              meter.update(WAIT);
            }));
  }

  @Test
  void none_saysNothing() {
    assertEquals(
        List.of(),
        shown(
            ProgressMode.NONE,
            meter -> {
              meter.update(WAIT);
              meter.finish();
            }));
  }
}
