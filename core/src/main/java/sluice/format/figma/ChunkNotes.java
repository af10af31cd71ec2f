package sluice.format.figma;

/// Is shown what every chunk came to, in document order, before it is emptied; ends of pages and of
/// what stands on them, and what changes look like, are worked out for it.
public interface ChunkNotes {
  /// A chunk has been decided.
  void take(FigmaPass.Chunk chunk);
}
