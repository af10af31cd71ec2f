package sluice.fetch;

/// The members beside the nodes that list what nodes refer to. Each maps ids to facts, and an
/// answer lists those its own nodes need.
enum FileMap {
  COMPONENTS("components"),
  COMPONENT_SETS("componentSets"),
  STYLES("styles");

  private final String key;

  FileMap(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}
