package sluice.report.page;

import sluice.report.Picture;

/// One frame before and after, for its template.
///
/// @param id tells its controls from those of other pictures
/// @param counts nodes and changes in words
/// @param rest layers that are not drawn, in words, empty for none
record PictureView(
    String id,
    String name,
    String place,
    String counts,
    Markup before,
    Markup after,
    boolean approximate,
    String rest) {

  static PictureView of(Picture picture, int index) {
    String id = "p" + index;
    String name = Shown.name(picture.name().isEmpty() ? picture.id() : picture.name());
    String counts =
        Figures.counted(picture.nodesChanged(), "node", "nodes")
            + " changed, "
            + Figures.counted(picture.changes(), "change", "changes");
    PictureDrawing.Side before =
        PictureDrawing.draw(picture.box(), picture.before(), name + ", before", id + "a", false);
    PictureDrawing.Side after =
        PictureDrawing.draw(
            picture.box(), picture.after(), name + ", after: " + counts, id + "b", true);
    long missing =
        picture.layersOmitted()
            + Math.max(
                picture.before().size() - before.drawn(), picture.after().size() - after.drawn());
    return new PictureView(
        id,
        name,
        Shown.name(picture.page()) + " · " + Shown.name(picture.document()),
        counts,
        before.markup(),
        after.markup(),
        picture.approximate(),
        missing == 0 ? "" : Figures.counted(missing, "layer is", "layers are") + " not drawn.");
  }
}
