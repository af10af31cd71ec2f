package sluice.fetch;

/// Documents for the fake server.
public final class FakeDocuments {
  private FakeDocuments() {}

  /// Three pages with frames and texts that carry a token, components and styles that several of
  /// them use, and an instance's layer with a long id.
  ///
  /// @param frames on each page
  public static String of(int frames) {
    StringBuilder pages = new StringBuilder();
    for (int page = 1; page <= 3; page++) {
      StringBuilder layers = new StringBuilder();
      for (int frame = 1; frame <= frames; frame++) {
        layers.append(frame == 1 ? "" : ",").append(frame(page, frame));
      }
      pages
          .append(page == 1 ? "" : ",")
          .append(
              """
              {"id":"0:%d","name":"Page %d","type":"CANVAS","scrollBehavior":"SCROLLS",\
              "children":[%s],"backgroundColor":{"r":0.11999999731779099,"g":1,"b":1,"a":1}}\
              """
                  .formatted(page, page, layers));
    }
    return """
    {"document":{"id":"0:0","name":"Document","type":"DOCUMENT","scrollBehavior":"SCROLLS",\
    "sharedPluginData":{"tokens":{"version":"\\"2\\""}},"children":[%s]},\
    "components":{"9:1":{"key":"a","name":"Button"},"9:2":{"key":"b","name":"Größe"}},\
    "componentSets":{"9:3":{"key":"c","name":"Set"}},"schemaVersion":0,\
    "styles":{"8:1":{"key":"d","name":"Brand","styleType":"FILL"}},\
    "name":"Shop","lastModified":"2026-01-02T03:04:05Z","version":"4711","role":"owner"}\
    """
        .formatted(pages);
  }

  /// A frame with a token, and a text with one in it.
  public static String frame(int page, int frame) {
    String id = page + ":" + frame;
    String component = page == 3 ? "9:2" : "9:1";
    return """
    {"id":"%s","name":"Card %d","type":"INSTANCE","componentId":"%s","set":"9:3",\
    "sharedPluginData":{"tokens":{"fill":"\\"color.bg\\""}},\
    "children":[{"id":"I%s;%s","name":"Text \\ud83d","type":"TEXT","characters":"x",\
    "styles":{"fill":"8:1"},"sharedPluginData":{"tokens":{"fill":"\\"color.bg\\""}},\
    "fills":[{"blendMode":"NORMAL","type":"SOLID","color":{"r":1,"g":1,"b":1,"a":1}}]}],\
    "fills":[{"blendMode":"NORMAL","type":"SOLID","color":{"r":1,"g":1,"b":1,"a":1}}]}\
    """
        .formatted(id, frame, component, id, "7:1;".repeat(60) + "7:2");
  }

  /// Gives the token of the documents a value.
  public static final String TOKENS =
      """
      {"core": {"color": {"bg": {"value": "#102030", "type": "color"}}}}
      """;
}
