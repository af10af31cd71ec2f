package sluice.bench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class LineChartTest {
  @Test
  void chart_isXmlAndSaysInWordsWhatItShows() throws Exception {
    LineChart chart =
        new LineChart(
            "A & B",
            "What was measured",
            new LineChart.Axis("nodes", true, value -> "%.0f".formatted(value)),
            new LineChart.Axis("memory", true, value -> "%.0f MB".formatted(value)),
            List.of(
                line("A", List.of(new LineChart.Point(1, 10), new LineChart.Point(100, 70))),
                line("B", List.of(new LineChart.Point(1, 10)))));

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(chart.svg().getBytes(StandardCharsets.UTF_8)));

    assertEquals("A & B", document.getElementsByTagName("title").item(0).getTextContent());
    String words = document.getElementsByTagName("desc").item(0).getTextContent();
    assertTrue(words.contains("A: 70 MB at 100."), words);
  }

  @Test
  void logarithmicScale_beginsAndEndsOnMarksBeyondTheValues() {
    Scale scale = Scale.logarithmic(64, 387, true);

    assertEquals(List.of(50.0, 100.0, 200.0, 500.0), scale.ticks());
    assertEquals(0, scale.place(50));
    assertEquals(1, scale.place(500));
  }

  @Test
  void linearScale_hasRoundSteps() {
    assertEquals(List.of(0.0, 100.0, 200.0, 300.0, 400.0), Scale.linear(387, true).ticks());
  }

  private static LineChart.Line line(String name, List<LineChart.Point> points) {
    return new LineChart.Line(name, "", points, true, 0);
  }
}
