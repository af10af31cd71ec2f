package sluice.fuzz;

/// A small library with a token of most types, and a small document for them.
final class FuzzLibrary {
  static final String TOKENS =
      """
      {"core": {
        "full": {"value": "100%", "type": "sizing"},
        "half": {"value": "0.5", "type": "opacity"},
        "eight": {"value": "8", "type": "dimension"},
        "wide": {"value": "12 8", "type": "spacing"},
        "red": {"value": "#ff0000", "type": "color"},
        "fade": {"value": "linear-gradient(45deg, #ff0000 0%, #0000ff80 100%)", "type": "color"},
        "shadow": {"value": {"x": 1, "y": 2, "blur": 3, "spread": 4, "color": "#00000080",
          "type": "dropShadow"}, "type": "boxShadow"},
        "line": {"value": {"color": "{red}", "width": "2", "style": "dashed"}, "type": "border"},
        "text": {"value": {"fontFamily": "Inter", "fontWeight": "Bold", "fontSize": "14",
          "lineHeight": "120%"}, "type": "typography"},
        "all": {"value": {"opacity": "{half}", "fill": "{red}", "sizing": "{eight}"},
          "type": "composition"}}}
      """;

  private static final String DOCUMENT =
      """
      {"document": {"id": "0:0", "type": "DOCUMENT", @ROOT, "children": [
       {"id": "0:1", "type": "CANVAS", "name": "Page", "children": [
        {"id": "1:1", "type": "FRAME", "layoutMode": "HORIZONTAL", "opacity": 1, "fills": [],
         "absoluteBoundingBox": {"x": 0, "y": 0, "width": 10, "height": 10},
         "size": {"x": 10, "y": 10}, "effects": [], "strokes": [], "strokeWeight": 1, @NODES,
         "children": [
          {@NODES, "id": "1:2", "type": "TEXT", "characters": "a", "fills": [],
           "style": {"fontFamily": "Inter", "fontPostScriptName": null, "fontSize": 12}},
          {"id": "1:3", "type": "RECTANGLE", "size": {"x": 1, "y": 2}, "cornerRadius": 3, @NODES}]}]}]}}
      """;

  private FuzzLibrary() {}

  /// A document of a page, a frame, a text and a rectangle.
  ///
  /// @param ofNodes members of the plugin data of each node on the page
  /// @param ofRoot members of the document's
  static String document(String ofNodes, String ofRoot) {
    return DOCUMENT.replace("@NODES", data(ofNodes)).replace("@ROOT", data(ofRoot));
  }

  private static String data(String members) {
    return "\"sharedPluginData\": {\"tokens\": {%s}}".formatted(members);
  }
}
