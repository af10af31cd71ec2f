package sluice.report;

import java.util.List;

/// A frame before and after.
///
/// @param document what the person calls the document
/// @param page name of its page
/// @param id the frame's id
/// @param name its name
/// @param nodesChanged nodes in it that changed
/// @param changes properties that changed
/// @param box the frame's place on the page; layers are placed on the page too
/// @param before its layers in order of painting, parents before what they hold
/// @param after the same layers, afterwards
/// @param approximate whether layers would be elsewhere once the editor lays them out
/// @param layersOmitted layers beyond those drawn
public record Picture(
    String document,
    String page,
    String id,
    String name,
    long nodesChanged,
    long changes,
    Box box,
    List<Layer> before,
    List<Layer> after,
    boolean approximate,
    long layersOmitted) {
  public Picture {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
