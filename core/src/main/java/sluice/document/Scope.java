package sluice.document;

import java.util.List;

/// Which part of a document tokens are applied to.
public sealed interface Scope {
  /// Everything.
  record WholeDocument() implements Scope {}

  /// What is on some pages.
  ///
  /// @param pages names or ids, at least one
  record Pages(List<String> pages) implements Scope {
    public Pages {
      pages = List.copyOf(pages);
    }
  }

  /// Some nodes and everything inside them.
  ///
  /// @param ids node ids, at least one
  record Nodes(List<String> ids) implements Scope {
    public Nodes {
      ids = List.copyOf(ids);
    }
  }
}
