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
        Progress.Phase.APPLY, bytesDone, 1_000, nodes, nodes / 2, 3, seconds * 1_000_000_000);
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
      public void show(Progress progress) {
        shown.add(progress);
      }

      @Override
      public void showLast(Progress progress) {
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
      view.show(at(second * 40L, second, second));
    }
    view.showLast(at(1_000, 25, 25));
    view.close();

    List<String> lines = said().lines().toList();
    assertEquals(3, lines.size(), said());
    assertTrue(lines.get(0).startsWith("apply    40 %  10 nodes  5 changed"), lines.get(0));
    assertTrue(lines.get(2).startsWith("apply   100 %"), lines.get(2));
    assertTrue(lines.get(2).endsWith("3 problems"), lines.get(2));
  }

  @Test
  void json_saysAtMostTenLinesASecond() {
    ProgressView view = ProgressMode.JSON.view(console(true));
    for (int i = 0; i < 1_000; i++) {
      view.show(at(i, i, 0));
    }
    view.showLast(at(1_000, 1_000, 0));

    assertEquals(
        List.of(
            "{\"phase\":\"apply\",\"percent\":0,\"bytesDone\":0,\"bytesTotal\":1000,\"nodes\":0,"
                + "\"nodesChanged\":0,\"problems\":3,\"elapsedMillis\":0}",
            "{\"phase\":\"apply\",\"percent\":100,\"bytesDone\":1000,\"bytesTotal\":1000,"
                + "\"nodes\":1000,\"nodesChanged\":500,\"problems\":3,\"elapsedMillis\":0}"),
        said().lines().toList());
  }

  @Test
  void bar_endsAtAHundredAndWithALineEnd() {
    ProgressView view = ProgressMode.AUTO.view(console(true));
    view.show(at(100, 2, 1));
    view.showLast(at(1_000, 20, 2));
    view.close();

    String last = said().substring(said().lastIndexOf('\r'));
    assertTrue(last.contains("100 %"), said());
    assertTrue(last.contains("########"), said());
    assertTrue(last.endsWith("\n"), said());
  }

  @Test
  void barLine_fitsTheTerminal() {
    for (int width : new int[] {20, 60, 80, 200}) {
      assertTrue(BarProgress.line(at(610, 612_004, 9), width).length() <= width);
    }
  }

  @Test
  void auto_isPlainWhereThereIsNoTerminal() {
    ProgressView view = ProgressMode.AUTO.view(console(false));
    view.showLast(at(1_000, 20, 2));

    assertTrue(said().startsWith("apply   100 %  20 nodes"), said());
  }

  @Test
  void none_saysNothing() {
    ProgressView view = ProgressMode.NONE.view(console(true));
    view.show(at(1, 1, 60));
    view.showLast(at(1_000, 20, 61));
    view.close();

    assertEquals("", said());
  }

  @Test
  void documentOfNoBytes_isAtNoPercent() {
    Progress start = new Progress(Progress.Phase.RESOLVE, 0, 0, 0, 0, 0, 0);

    assertEquals(0, ProgressText.percent(start));
    assertTrue(ProgressText.line(start).startsWith("resolve   0 %"));
  }
}
