package sluice.problem;

import org.jspecify.annotations.Nullable;

/// Where a problem is, in the words of whoever has to look there.
public sealed interface Location {

  /// A place in a file a person edits.
  ///
  /// @param file path as the user gave it
  /// @param line first line is 1
  /// @param column in characters, first is 1
  record InFile(String file, int line, int column) implements Location {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /// A byte of a machine-written document, often one line of gigabytes.
  ///
  /// @param document path as the user gave it
  /// @param offset byte counted from 0 in the uncompressed text
  record AtByte(String document, long offset) implements Location {
    @Override
    public String toString() {
      return "%s, byte %,d".formatted(document, offset);
    }
  }

  /// A node of a document: its id and path for the designer, byte and pointer for us.
  ///
  /// @param document path as the user gave it
  /// @param nodeId the node's id as written
  /// @param path names from the page down to the node, joined by ` / `
  /// @param property the property key or field concerned, when there is one
  /// @param offset first byte of the node, from 0 in the uncompressed text
  /// @param pointer RFC 6901 pointer of the node
  record InNode(
      String document,
      String nodeId,
      String path,
      @Nullable String property,
      long offset,
      String pointer)
      implements Location {
    @Override
    public String toString() {
      return "%s, node %s \"%s\"%s (byte %,d, %s)"
          .formatted(
              document,
              nodeId,
              path,
              property == null ? "" : ", property " + property,
              offset,
              pointer);
    }
  }

  /// A layer of an open file.
  ///
  /// @param nodeId the layer's id
  /// @param name the layer's name
  /// @param property the property key or field concerned, when there is one
  record InLayer(String nodeId, String name, @Nullable String property) implements Location {
    @Override
    public String toString() {
      return "layer %s \"%s\"%s"
          .formatted(nodeId, name, property == null ? "" : ", property " + property);
    }
  }

  /// An entry of an archive.
  ///
  /// @param archive path as the user gave it
  /// @param entry the entry's name
  record InEntry(String archive, String entry) implements Location {
    @Override
    public String toString() {
      return "%s, entry \"%s\"".formatted(archive, entry);
    }
  }

  /// A node that has an archive entry of its own.
  ///
  /// @param document path as the user gave it
  /// @param nodeId the node's id
  /// @param path names of the page and the node, joined by ` / `
  /// @param property the property key or field concerned, when there is one
  /// @param entry the entry's path in the archive
  record InShape(
      String document, String nodeId, String path, @Nullable String property, String entry)
      implements Location {
    @Override
    public String toString() {
      return "%s, shape %s \"%s\"%s (%s)"
          .formatted(
              document, nodeId, path, property == null ? "" : ", property " + property, entry);
    }
  }

  /// A file, folder or stream as a whole.
  ///
  /// @param name path as the user gave it, or the name of the stream
  record InWhole(String name) implements Location {
    @Override
    public String toString() {
      return name;
    }
  }
}
