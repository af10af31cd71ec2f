package sluice.format.penpot;

/// Bounds of what is held of an archive.
final class PenpotLimits {
  /// Uncompressed size of one shape, page or manifest; real shapes stay below 100 kB. Larger shapes
  /// are left as they are.
  static final int SHAPE_SIZE_BYTES_MAX = 4 * 1024 * 1024;

  /// How deep a shape's JSON may be nested.
  static final int NESTING_MAX = 190;

  /// Files of one archive.
  static final int FILES_MAX = 1_000;

  /// Pages whose names are kept for messages; of others the id is shown.
  static final int PAGE_NAMES_MAX = 10_000;

  /// Pages a run may be limited to, those of one name counted each.
  static final int PAGES_FOUND_MAX = 10_000;

  /// Token names that shapes have and no set does, told apart; further ones are counted together.
  static final int DANGLING_NAMES_MAX = 1_000;

  /// Shapes around shapes whose place is remembered.
  static final int ANCESTORS_MAX = 4_096;

  /// Shapes inside each other.
  static final int ANCESTRY_DEPTH_MAX = 1_000;

  /// Groups inside each other whose bounds are worked out, and shapes in one of them.
  static final int GROUP_DEPTH_MAX = 100;

  static final int GROUP_SHAPES_MAX = 100_000;

  /// Entries that make a chunk, whatever they are.
  static final int CHUNK_ENTRIES_MAX = 4_096;

  /// Bytes of compressed shapes after which a chunk is full.
  static final int CHUNK_SIZE_BYTES_FULL = 128 * 1024;

  private PenpotLimits() {}
}
