package sluice.format.penpot.shape;

/// What a shape has to know of the shapes around it. Asked only when something depends on it.
public interface Surroundings {

  /// The shape it is in.
  Parent parent();

  /// Top left corner of the frame it is in, after that frame has moved: the nearest one around it.
  /// In a sound file `frameId` names that one. It is not followed, since in others it may name a
  /// shape that lies in this one.
  Point frameOrigin();

  /// What the shapes around it do to it, tokens applied.
  Motion motion();

  /// A shape that has children.
  ///
  /// @param type its type; empty when there is no such shape
  /// @param hasLayout whether it is a frame that lays out its children
  record Parent(String type, boolean hasLayout) {
    /// The page itself, or a shape that is not there.
    public static final Parent NONE = new Parent("", false);
  }
}
