package sluice.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.report.Box;
import sluice.report.Layer;
import sluice.report.Look;

final class PictureDrawingTest {
  private static final Box FRAME = new Box(0, 0, 100, 100);

  @Test
  void whatAFrameHolds_isCutAtItsOutlineAndFadesWithIt() {
    Layer frame = layer(0, FRAME, 0.5, true, 8);
    Layer held = layer(1, new Box(50, 50, 100, 100), 1, false, 0);
    Layer beside = layer(0, new Box(0, 200, 10, 10), 1, false, 0);

    String svg = draw(List.of(frame, held, beside));

    assertTrue(
        svg.contains(
            "<g opacity=\"0.5\"><rect x=\"0\" y=\"0\" width=\"100\" height=\"100\" rx=\"8\""
                + " fill=\"#ff0000\" fill-opacity=\"1\"/><g clip-path=\"url(#tc0)\"><rect x=\"50\""
                + " y=\"50\" width=\"100\" height=\"100\" fill=\"#ff0000\""
                + " fill-opacity=\"1\"/></g></g><rect x=\"0\" y=\"200\""),
        svg);
    assertTrue(svg.contains("<clipPath id=\"tc0\"><path d=\"M8 0L92 0"), svg);
  }

  @Test
  void aRadiusLargerThanItsBox_makesARoundEndNotAnEllipse() {
    String svg = draw(List.of(layer(0, new Box(0, 0, 80, 20), 1, false, 999)));

    assertTrue(svg.contains("rx=\"10\""), svg);
  }

  @Test
  void changedLayers_areOutlinedInTheAfterPictureOnly() {
    List<Layer> layers = List.of(layer(0, FRAME, 1, false, 0));

    assertFalse(draw(layers).contains("class=\"mark\""));
    String after = PictureDrawing.draw(FRAME, layers, "after", "t", true).markup().html();
    assertTrue(after.contains("<rect class=\"mark\" x=\"0\""), after);
  }

  @Test
  void layersBeyondTheRoom_areCounted() {
    List<Layer> layers = Collections.nCopies(5_000, layer(0, FRAME, 1, false, 0));

    PictureDrawing.Side side = PictureDrawing.draw(FRAME, layers, "before", "t", false);

    assertTrue(side.drawn() > 100 && side.drawn() < 5_000);
    assertEquals(side.drawn(), side.markup().html().split("<rect", -1).length - 1);
    assertTrue(side.markup().html().length() < PictureDrawing.SIDE_CHARS_MAX + 1_000);
  }

  private static String draw(List<Layer> layers) {
    return PictureDrawing.draw(FRAME, layers, "before", "t", false).markup().html();
  }

  private static Layer layer(int depth, Box box, double opacity, boolean clips, double radius) {
    List<Look> fills = List.of(SampleReports.solid("#ff0000", 1));
    return new Layer(
        "1:1",
        "one",
        depth,
        Layer.Form.BOX,
        box,
        0,
        radius == 0 ? List.of() : List.of(radius),
        opacity,
        clips,
        fills,
        List.of(),
        0,
        List.of(),
        null,
        true);
  }
}
