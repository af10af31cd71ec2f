package sluice.testkit.generate;

/// What a generated Penpot archive looks like.
///
/// @param shapes shapes of all files and pages together, roots of pages included
/// @param shapesPerPage shapes of one page
/// @param files files in the archive, which share the shapes
/// @param official laid out as Penpot's own exports are: indented, `\/`, `manifest.json` near the
///   end; else as its library for programs writes them
/// @param geometry whether some shapes take tokens for margins, sizes, angles and places
/// @param seed of everything random
public record PenpotOptions(
    int shapes, int shapesPerPage, int files, boolean official, boolean geometry, long seed) {
  /// A small official export.
  public static PenpotOptions ofShapes(int shapes) {
    return new PenpotOptions(shapes, 500, 1, true, false, 1);
  }

  /// The same with another layout.
  public PenpotOptions official(boolean is) {
    return new PenpotOptions(shapes, shapesPerPage, files, is, geometry, seed);
  }

  /// The same with or without tokens that move shapes.
  public PenpotOptions geometry(boolean has) {
    return new PenpotOptions(shapes, shapesPerPage, files, official, has, seed);
  }

  /// The same with that many files.
  public PenpotOptions files(int count) {
    return new PenpotOptions(shapes, shapesPerPage, count, official, geometry, seed);
  }

  /// The same with pages of another size.
  public PenpotOptions shapesPerPage(int count) {
    return new PenpotOptions(shapes, count, files, official, geometry, seed);
  }

  /// The same from another seed.
  public PenpotOptions seed(long other) {
    return new PenpotOptions(shapes, shapesPerPage, files, official, geometry, other);
  }
}
