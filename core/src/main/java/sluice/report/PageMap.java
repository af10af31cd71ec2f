package sluice.report;

import java.util.List;

/// A page: how much of it changed, and where.
///
/// @param document what the person calls the document; of an archive with several files, the file
/// @param id the page's id
/// @param name its name, empty where the document tells none before its nodes
/// @param nodes nodes on it
/// @param nodesWithTokens those that carry tokens
/// @param nodesChanged those that changed
/// @param changes properties that changed
/// @param tiles what stands directly on it, in document order, with its place; the most changed
///   ones, and of the others as many as there is room for
/// @param tilesOmitted further ones
public record PageMap(
    String document,
    String id,
    String name,
    long nodes,
    long nodesWithTokens,
    long nodesChanged,
    long changes,
    List<Tile> tiles,
    long tilesOmitted) {
  public PageMap {
    tiles = List.copyOf(tiles);
  }

  /// What stands directly on a page, with everything in it.
  ///
  /// @param box where it is
  /// @param nodes nodes in it, itself included
  public record Tile(
      String id, String name, Box box, long nodes, long nodesChanged, long changes) {}
}
