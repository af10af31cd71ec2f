package sluice.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.Progress;

final class ProgressTest {
  private final ByteArrayOutputStream talk = new ByteArrayOutputStream();

  private Console console(boolean isTerminal) {
    return new Console(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        new PrintStream(talk, true, StandardCharsets.UTF_8),
        isTerminal,
        100,
        "sluice");
  }

  private String said() {
    return talk.toString(StandardCharsets.UTF_8);
  }

  private static Progress at(long bytesDone, long nodes, long seconds) {
    return new Progress(
        Progress.Phase.APPLY,
        bytesDone,
        1_000,
        nodes,
        0,
        false,
        nodes / 2,
        nodes,
        3,
        seconds * 1_000_000_000);
  }

  @Test
  void meter_neverGoesBack() {
    List<Progress> shown = new ArrayList<>();
    try (ProgressMeter meter = new ProgressMeter(recording(shown))) {
      meter.update(at(500, 10, 1));
      meter.update(at(100, 2, 2));
      meter.update(at(700, 14, 3));
    }

    assertEquals(List.of(500L, 500L, 700L), shown.stream().map(Progress::bytesDone).toList());
    assertEquals(List.of(10L, 10L, 14L), shown.stream().map(Progress::nodes).toList());
  }

  private static ProgressView recording(List<Progress> shown) {
    return new ProgressView() {
      @Override
      public void show(Progress progress, Pace pace) {
        shown.add(progress);
      }

      @Override
      public void showLast(Progress progress, Pace pace) {
        shown.add(progress);
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void plain_saysALineEveryTenSecondsAndOneAtTheEnd() {
    ProgressView view = ProgressMode.PLAIN.view(console(true));
    for (int second = 0; second < 25; second++) {
      view.show(at(second * 40L, second, second), Pace.at(second * 4));
    }
    view.showLast(at(1_000, 25, 25), Pace.at(100));
    view.close();

    List<String> lines = said().lines().toList();
    assertEquals(3, lines.size(), said());
    assertTrue(lines.get(0).startsWith("apply    40 %  10 nodes  5 changed"), lines.get(0));
    assertTrue(lines.get(2).startsWith("apply   100 %"), lines.get(2));
    assertTrue(lines.get(2).contains("3 problems"), lines.get(2));
  }

  @Test
  void json_saysAtMostTenLinesASecond() {
    ProgressView view = ProgressMode.JSON.view(console(true));
    for (int i = 0; i < 1_000; i++) {
      view.show(at(i, i, 0), Pace.at(i / 10));
    }
    view.showLast(at(1_000, 1_000, 0), Pace.at(100));

    assertEquals(
        List.of(
            "{\"phase\":\"apply\",\"percent\":0,\"bytesDone\":0,\"bytesTotal\":1000,\"nodes\":0,"
                + "\"nodesTotal\":0,\"nodesTotalKnown\":false,\"nodesChanged\":0,\"changes\":0,"
                + "\"problems\":3,\"elapsedMillis\":0,\"bytesPerSecond\":0,"
                + "\"nodesPerSecond\":0,\"leftMillis\":null}",
            "{\"phase\":\"apply\",\"percent\":100,\"bytesDone\":1000,\"bytesTotal\":1000,"
                + "\"nodes\":1000,\"nodesTotal\":0,\"nodesTotalKnown\":false,"
                + "\"nodesChanged\":500,\"changes\":1000,\"problems\":3,\"elapsedMillis\":0,"
                + "\"bytesPerSecond\":0,\"nodesPerSecond\":0,\"leftMillis\":null}"),
        said().lines().toList());
  }

  @Test
  void bar_endsAtAHundredAndWithALineEnd() {
    ProgressView view = ProgressMode.AUTO.view(console(true));
    view.show(at(100, 2, 1), Pace.at(10));
    view.showLast(at(1_000, 20, 2), Pace.at(100));
    view.close();

    String last = said().substring(said().lastIndexOf('\r'));
    assertTrue(last.contains("100 %"), said());
    assertTrue(last.contains("########"), said());
    assertTrue(last.endsWith("\n"), said());
  }

  @Test
  void barLine_fitsTheTerminal() {
    Pace pace = new Pace(61, 125_000_000, 118_000, 3_000_000_000L);
    for (int width = 5; width < 250; width++) {
      assertTrue(BarProgress.line(at(610, 612_004, 9), pace, width).length() <= width);
    }
    String wide = BarProgress.line(at(610, 612_004, 9), pace, 200);
    assertTrue(
        wide.startsWith(
            "apply    61 % [##############..........]  612,004 nodes  3 s left  306,002 changed"
                + "  3 problems  125 MB/s, 118,000 nodes/s"),
        wide);
  }

  @Test
  void auto_isPlainWhereThereIsNoTerminal() {
    ProgressView view = ProgressMode.AUTO.view(console(false));
    view.showLast(at(1_000, 20, 2), Pace.at(100));

    assertTrue(said().startsWith("apply   100 %  20 nodes"), said());
  }

  @Test
  void none_saysNothing() {
    ProgressView view = ProgressMode.NONE.view(console(true));
    view.show(at(1, 1, 60), Pace.at(0));
    view.showLast(at(1_000, 20, 61), Pace.at(100));
    view.close();

    assertEquals("", said());
  }

  @Test
  void documentOfNoBytes_isAtNoPercent() {
    Progress start = new Progress(Progress.Phase.RESOLVE, 0, 0, 0, 0, false, 0, 0, 0, 0);

    Pace pace = new PaceMeter().at(start);
    assertEquals(Pace.at(0), pace);
    assertTrue(ProgressText.line(start, pace).startsWith("resolve   0 %"));
  }

  private static Progress nodes(long nodes, long total, boolean known) {
    return new Progress(Progress.Phase.APPLY, 1, 10, nodes, total, known, 0, 0, 0, 1_000_000_000);
  }

  @Test
  void totalOfNodes_isMarkedWhenItIsAnEstimate() {
    Pace pace = Pace.at(10);

    assertEquals(
        "1,000 of about 12,000 nodes",
        ProgressText.parts(nodes(1_000, 12_345, false), pace).getFirst());
    assertEquals(
        "1,000 of 12,345 nodes", ProgressText.parts(nodes(1_000, 12_345, true), pace).getFirst());
    assertEquals("1,000 nodes", ProgressText.parts(nodes(1_000, 0, false), pace).getFirst());
  }

  private static Progress bytes(long bytesDone, long bytesTotal, double seconds) {
    return new Progress(
        Progress.Phase.APPLY,
        bytesDone,
        bytesTotal,
        bytesDone / 1_000,
        0,
        false,
        0,
        0,
        0,
        Math.round(seconds * 1e9));
  }

  @Test
  void steadyRun_hasItsRateAndTimeLeft() {
    PaceMeter meter = new PaceMeter();
    Pace pace = Pace.at(0);
    for (int tenth = 0; tenth <= 50; tenth++) {
      pace = meter.at(bytes(tenth * 10_000_000L, 1_000_000_000, tenth / 10.0));
    }

    assertEquals(50, pace.percent());
    assertEquals(100e6, (double) pace.bytesPerSecond(), 1e6);
    assertEquals(100e3, (double) pace.nodesPerSecond(), 1e3);
    assertEquals(5e9, (double) pace.leftNanos(), 0.1e9);
  }

  @Test
  void timeLeft_doesNotJumpWhenOneChunkIsSlow() {
    PaceMeter meter = new PaceMeter();
    for (int tenth = 0; tenth <= 40; tenth++) {
      meter.at(bytes(tenth * 10_000_000L, 1_000_000_000, tenth / 10.0));
    }
    Pace stalled = meter.at(bytes(400_000_001, 1_000_000_000, 4.5));

    assertTrue(stalled.leftNanos() > 5.4e9 && stalled.leftNanos() < 6.7e9, stalled.toString());
  }

  @Test
  void timeLeft_isRightSoonAfterASlowStart() {
    PaceMeter meter = new PaceMeter();
    meter.at(bytes(0, 1_000_000_000, 0));
    meter.at(bytes(1_000_000, 1_000_000_000, 2));
    Pace pace = Pace.at(0);
    for (int tenth = 1; tenth <= 40; tenth++) {
      pace = meter.at(bytes(1_000_000 + tenth * 10_000_000L, 1_000_000_000, 2 + tenth / 10.0));
    }

    assertEquals(6e9, (double) pace.leftNanos(), 3e9);
  }

  @Test
  void percentNeverFalls_whenMoreTurnsOutToBeRead() {
    PaceMeter meter = new PaceMeter();
    meter.at(bytes(400, 1_000, 1));

    assertEquals(40, meter.at(bytes(500, 2_500, 2)).percent());
    assertEquals(80, meter.at(bytes(2_000, 2_500, 3)).percent());
  }
}
