package sluice.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.document.RunCounts;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.report.Box;
import sluice.report.Heading;
import sluice.report.Layer;
import sluice.report.Look;
import sluice.report.PageMap;
import sluice.report.Picture;
import sluice.report.Report;
import sluice.report.Rgba;
import sluice.report.RunGraph;
import sluice.report.Shadow;
import sluice.report.TokenBoard;
import sluice.report.TokenChange;
import sluice.report.ValueChange;

/// Reports made by hand, with everything a report can show.
final class SampleReports {
  private static final Look.Type INTER = new Look.Type("Inter", false, 400, 14, 20, 0);

  private SampleReports() {}

  /// Nothing in it at all.
  static Report empty() {
    return new Report(
        new Heading(Heading.Kind.APPLY, List.of("empty.json"), List.of(), List.of(), ""),
        new RunCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        Optional.empty(),
        new TokenBoard(List.of(), 0, 0),
        List.of(),
        0,
        List.of(),
        Optional.empty(),
        new ProblemTally());
  }

  /// One of every kind of value, a few pages, two pictures, a run, some problems.
  static Report rich() {
    return new Report(
        new Heading(
            Heading.Kind.APPLY,
            List.of("checkout.json"),
            List.of("tokens.json"),
            List.of("mode/dark"),
            "checkout.dark.json"),
        new RunCounts(100_000, 59_940, 54_422, 5_502, 16, 0, 117_655, 42, 59_800, 140),
        Optional.empty(),
        board(),
        pages(),
        2,
        List.of(checkout(), table()),
        Optional.of(run()),
        problems());
  }

  static TokenBoard board() {
    return new TokenBoard(
        List.of(
            token(
                "color.surface.card",
                1_204,
                1_310,
                812_004,
                color("fills", "#ffffff", "#1e293b", 1_200),
                color("strokes", "#e2e8f0", "#334155", 110)),
            token(
                "color.action.primary",
                312,
                312,
                240_113,
                color("fills", "#1d4ed8", "#60a5fa", 300),
                new ValueChange("fills", solid("#1d4ed8", 0.5), solid("#60a5fa", 0.35), 12)),
            token(
                "color.text.muted",
                2_300,
                2_300,
                96_212,
                color("fills", "#64748b", "#94a3b8", 2_300)),
            token(
                "gradient.hero",
                3,
                3,
                88_000,
                new ValueChange(
                    "fills",
                    gradient(Look.Gradient.Form.LINEAR, 90, "#38bdf8", "#4f46e5"),
                    gradient(Look.Gradient.Form.LINEAR, 135, "#0ea5e9", "#312e81"),
                    2),
                new ValueChange(
                    "fills",
                    gradient(Look.Gradient.Form.RADIAL, 0, "#fde68a", "#f97316"),
                    gradient(Look.Gradient.Form.CONIC, 0, "#fde68a", "#f97316", "#fde68a"),
                    1)),
            token(
                "spacing.lg",
                540,
                1_080,
                30_400,
                new ValueChange("itemSpacing", new Look.Length(16), new Look.Length(24), 540),
                new ValueChange(
                    "padding",
                    new Look.Lengths(List.of(16.0, 24.0, 16.0, 24.0)),
                    new Look.Lengths(List.of(24.0, 32.0, 24.0, 32.0)),
                    540)),
            token(
                "radius.card",
                120,
                120,
                9_100,
                new ValueChange("cornerRadius", new Look.Length(4), new Look.Length(16), 118),
                new ValueChange(
                    "rectangleCornerRadii",
                    new Look.Lengths(List.of(4.0, 4.0, 0.0, 0.0)),
                    new Look.Lengths(List.of(16.0, 16.0, 0.0, 0.0)),
                    2)),
            token(
                "shadow.raised",
                88,
                88,
                7_002,
                new ValueChange(
                    "effects",
                    new Look.Shadows(List.of(new Shadow(false, 0, 2, 6, 0, rgba("#000000", 0.2)))),
                    new Look.Shadows(
                        List.of(
                            new Shadow(false, 0, 10, 24, -2, rgba("#0f172a", 0.4)),
                            new Shadow(true, 0, 2, 4, 0, rgba("#1d4ed8", 0.6)))),
                    88)),
            token(
                "typography.heading",
                61,
                183,
                5_912,
                new ValueChange(
                    "typography",
                    new Look.Type("Inter", false, 500, 20, 28, 0),
                    new Look.Type("Georgia", true, 700, 28, 36, -0.3),
                    61)),
            token(
                "opacity.disabled",
                40,
                40,
                812,
                new ValueChange("opacity", new Look.Share(0.4), new Look.Share(0.6), 40)),
            token(
                "border.none",
                4,
                4,
                12,
                new ValueChange("strokes", solid("#e2e8f0", 1), new Look.Absent(), 3),
                new ValueChange(
                    "textCase", new Look.Words("none"), new Look.Words("small caps"), 1))),
        7,
        1_204);
  }

  private static TokenChange token(
      String name, long nodes, long changes, double impact, ValueChange... values) {
    return new TokenChange(name, null, nodes, changes, impact, List.of(values), 0, List.of());
  }

  static ValueChange color(String property, String before, String after, long count) {
    return new ValueChange(property, solid(before, 1), solid(after, 1), count);
  }

  private static Look gradient(Look.Gradient.Form form, double angle, String... colors) {
    List<Look.Gradient.Stop> stops = new ArrayList<>();
    for (int i = 0; i < colors.length; i++) {
      stops.add(new Look.Gradient.Stop((double) i / (colors.length - 1), rgba(colors[i], 1)));
    }
    return new Look.Gradient(form, angle, stops);
  }

  static Look.Solid solid(String hex, double alpha) {
    return new Look.Solid(rgba(hex, alpha));
  }

  static Rgba rgba(String hex, double alpha) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return new Rgba((rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, alpha);
  }

  static List<PageMap> pages() {
    long[][] numbers = {
      {41_000, 30_000, 26_000},
      {22_500, 12_000, 9_100},
      {14_000, 9_000, 5_322},
      {9_000, 4_940, 900},
      {7_500, 2_000, 400},
      {4_000, 2_000, 100},
      {2_000, 0, 0}
    };
    String[] names = {"Checkout", "Catalogue", "Account", "Marketing", "Icons", "Archive", "Cover"};
    List<PageMap> pages = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      long[] page = numbers[i];
      pages.add(
          new PageMap(
              "checkout.json",
              i + ":1",
              names[i],
              page[0],
              page[1],
              page[2],
              page[2] * 2,
              tiles(i, page),
              i == 0 ? 12 : 0));
    }
    return pages;
  }

  private static List<PageMap.Tile> tiles(int page, long[] numbers) {
    List<PageMap.Tile> tiles = new ArrayList<>();
    int count = page == 6 ? 1 : 22 - page * 2;
    for (int i = 0; i < count; i++) {
      long nodes = numbers[0] / count;
      long changed = Math.min(nodes, numbers[2] / count * ((i * 7 + page) % 5) / 2);
      int column = i % 6;
      int row = i / 6;
      Box box =
          new Box(
              column * 1_600.0, row * 1_200.0, column % 3 == 1 ? 375 : 1_440, 800 + i % 3 * 120);
      tiles.add(
          new PageMap.Tile(
              page + ":" + (10 + i), "Screen " + (i + 1), box, nodes, changed, changed * 2));
    }
    return tiles;
  }

  /// A screen that turns dark.
  static Picture checkout() {
    return new Picture(
        "checkout.json",
        "Checkout",
        "1:10",
        "Checkout / Cart",
        14,
        22,
        new Box(0, 0, 720, 460),
        screen(false),
        screen(true),
        true,
        3);
  }

  private static List<Layer> screen(boolean dark) {
    String ground = dark ? "#0f172a" : "#f8fafc";
    String card = dark ? "#1e293b" : "#ffffff";
    String ink = dark ? "#f1f5f9" : "#0f172a";
    String muted = dark ? "#94a3b8" : "#64748b";
    String action = dark ? "#60a5fa" : "#1d4ed8";
    double radius = dark ? 16 : 6;
    Shadow shadow =
        dark
            ? new Shadow(false, 0, 12, 32, 0, rgba("#000000", 0.5))
            : new Shadow(false, 0, 2, 8, 0, rgba("#0f172a", 0.12));
    List<Layer> layers = new ArrayList<>();
    layers.add(box("1:10", 0, new Box(0, 0, 720, 460), List.of(), ground, null, true));
    layers.add(box("1:11", 1, new Box(32, 32, 400, 396), List.of(radius), card, shadow, true));
    layers.add(text("1:12", 2, new Box(56, 52, 300, 32), "Your cart", 24, 700, ink, true));
    layers.add(
        text(
            "1:13",
            2,
            new Box(56, 88, 340, 40),
            "Three things are waiting for you. Delivery is free from 40 € on.",
            14,
            400,
            muted,
            true));
    for (int i = 0; i < 3; i++) {
      double y = 148 + i * 84;
      layers.add(box("1:2" + i, 2, new Box(56, y, 64, 64), List.of(radius / 2), muted, null, true));
      layers.add(
          text(
              "1:3" + i,
              2,
              new Box(136, y + 6, 200, 22),
              new String[] {"Desk lamp", "Notebook, ruled", "Pencil case"}[i],
              16,
              600,
              ink,
              true));
      layers.add(
          text("1:4" + i, 2, new Box(136, y + 32, 200, 20), "1 piece", 14, 400, muted, true));
    }
    layers.add(
        new Layer(
            "1:50",
            "Summary",
            1,
            Layer.Form.BOX,
            new Box(456, 32, 232, 232),
            0,
            List.of(radius, radius, 0.0, 0.0),
            1,
            true,
            List.of(gradient(Look.Gradient.Form.LINEAR, 135, action, dark ? "#312e81" : "#38bdf8")),
            List.of(),
            0,
            List.of(),
            null,
            true));
    layers.add(
        new Layer(
            "1:51",
            "Sun",
            2,
            Layer.Form.ELLIPSE,
            new Box(600, -20, 160, 160),
            0,
            List.of(),
            0.35,
            false,
            List.of(solid("#ffffff", 1)),
            List.of(),
            0,
            List.of(),
            null,
            false));
    layers.add(text("1:52", 2, new Box(476, 56, 190, 40), "84.50 €", 32, 700, "#ffffff", false));
    layers.add(box("1:60", 1, new Box(456, 288, 232, 48), List.of(radius), action, shadow, true));
    layers.add(
        new Layer(
            "1:61",
            "Label",
            2,
            Layer.Form.TEXT,
            new Box(456, 302, 232, 20),
            0,
            List.of(),
            1,
            false,
            List.of(solid(dark ? "#0f172a" : "#ffffff", 1)),
            List.of(),
            0,
            List.of(),
            new Layer.Text(
                "Pay now", new Look.Type("Inter", false, 600, 16, 20, 0), Layer.Align.CENTER),
            true));
    layers.add(
        new Layer(
            "1:62",
            "Outline",
            1,
            Layer.Form.BOX,
            new Box(456, 352, 232, 48),
            0,
            List.of(radius),
            1,
            false,
            List.of(),
            List.of(solid(muted, 1)),
            1.5,
            List.of(),
            null,
            true));
    layers.add(
        new Layer(
            "1:63",
            "Rule",
            1,
            Layer.Form.LINE,
            new Box(456, 424, 232, 0),
            0,
            List.of(),
            1,
            false,
            List.of(),
            List.of(solid(muted, 1)),
            1,
            List.of(),
            null,
            false));
    layers.add(
        new Layer(
            "1:64",
            "Badge",
            1,
            Layer.Form.BOX,
            new Box(640, 216, 36, 36),
            45,
            List.of(4.0),
            1,
            false,
            List.of(solid("#f97316", 1)),
            List.of(),
            0,
            List.of(),
            null,
            false));
    return layers;
  }

  static Picture table() {
    return new Picture(
        "checkout.json",
        "Account",
        "3:1",
        "Orders, narrow",
        9,
        9,
        new Box(1_000, 500, 320, 560),
        rows(14, "#e2e8f0"),
        rows(18, "#334155"),
        false,
        0);
  }

  private static List<Layer> rows(double size, String line) {
    List<Layer> layers = new ArrayList<>();
    layers.add(box("3:1", 0, new Box(1_000, 500, 320, 560), List.of(24.0), "#ffffff", null, false));
    for (int i = 0; i < 9; i++) {
      double y = 532 + i * 56;
      layers.add(
          text(
              "3:1" + i,
              1,
              new Box(1_024, y, 272, 24),
              "Order 2026-" + (100 + i),
              size,
              500,
              "#0f172a",
              true));
      layers.add(box("3:2" + i, 1, new Box(1_024, y + 40, 272, 1), List.of(), line, null, true));
    }
    return layers;
  }

  private static Layer box(
      String id,
      int depth,
      Box box,
      List<Double> radii,
      String fill,
      @Nullable Shadow shadow,
      boolean changed) {
    return new Layer(
        id,
        "Layer " + id,
        depth,
        Layer.Form.BOX,
        box,
        0,
        radii,
        1,
        false,
        List.of(solid(fill, 1)),
        List.of(),
        0,
        shadow == null ? List.of() : List.of(shadow),
        null,
        changed);
  }

  private static Layer text(
      String id,
      int depth,
      Box box,
      String words,
      double size,
      int weight,
      String fill,
      boolean changed) {
    Look.Type type = new Look.Type(INTER.family(), false, weight, size, size * 1.4, 0);
    return new Layer(
        id,
        words,
        depth,
        Layer.Form.TEXT,
        box,
        0,
        List.of(),
        1,
        false,
        List.of(solid(fill, 1)),
        List.of(),
        0,
        List.of(),
        new Layer.Text(words, type, Layer.Align.LEFT),
        changed);
  }

  static RunGraph run() {
    List<RunGraph.Sample> samples = new ArrayList<>();
    for (int i = 0; i <= 60; i++) {
      long nodes = Math.min(100_000, 10L * i * i + 1_100L * i);
      samples.add(
          new RunGraph.Sample(
              i * 24_300_000L,
              nodes,
              nodes * 1_067,
              4_000_000 + (i * 37 % 11) * 300_000L,
              i < 3 ? 40_000_000 + i * 8_000_000L : 62_000_000 + (i % 7) * 800_000L));
    }
    return new RunGraph(
        "streaming, 100000 nodes > 10000",
        samples,
        95_000_000,
        67_100_000,
        new RunGraph.Times(81_000_000, 610_000_000, 1_020_000_000, 540_000_000, 1_458_000_000));
  }

  static ProblemTally problems() {
    ProblemTally problems = new ProblemTally();
    for (int i = 0; i < 12; i++) {
      problems.add(
          Problem.of(ProblemCode.TOKEN_MISSING, "no token named \"color.brand." + i + "00\"")
              .at(
                  new Location.InNode(
                      "checkout.json",
                      "12:" + i,
                      "Checkout / Card / Title",
                      "fill",
                      48_213_907,
                      "/document/children/0"))
              .because("looked in 3 token sets of theme \"dark\": core, brand, dark")
              .advising("enable the token set that defines it"));
    }
    problems.add(
        Problem.of(ProblemCode.LAYOUT_PENDING, "layers would move once the editor lays them out")
            .at(new Location.InWhole("checkout.json")));
    return problems;
  }
}
