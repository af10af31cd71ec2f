package sluice.testkit.generate;

/// The order in which the keys of the envelope and of every node are written.
///
/// Only the order differs: the same options in another order describe the same tree. Objects inside
/// a node (plugin data, paints) always keep their order.
public enum KeyOrder {
  /// As Figma sends them: identity and plugin data, then `children`, then what a token writes.
  FIGMA,
  /// As some third-party tools write them: `children`, then what a token writes, then plugin data
  /// and, in the end, identity. The envelope is turned around too, so `document` comes last.
  REVERSED,
  /// A different order for each node, decided by the seed, with `children` anywhere.
  SHUFFLED
}
