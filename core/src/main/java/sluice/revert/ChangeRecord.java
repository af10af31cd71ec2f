package sluice.revert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;

/// One line of a change set: what a run did to one node.
///
/// @param line its number in the file, from 1
/// @param sizeBytes its length
/// @param node id of the node; empty for an entry that is no shape
/// @param path names from the page down to the node
/// @param entry path of the archive's entry, or null in a Figma document
/// @param at where the node began in the document before the run, in bytes of the uncompressed
///   text; 0 for an entry of an archive
/// @param added whether the run added the whole entry
/// @param changes the values that are different
/// @param undo the bytes that are different, ascending
public record ChangeRecord(
    int line,
    int sizeBytes,
    String node,
    String path,
    @Nullable String entry,
    long at,
    boolean added,
    List<Change> changes,
    List<Undo> undo) {
  public ChangeRecord {
    changes = List.copyOf(changes);
    undo = List.copyOf(undo);
  }

  /// One value that is different now.
  ///
  /// @param property dotted path inside the node
  /// @param before the value before, or null when it was absent
  /// @param after the value now, or null when it is gone
  public record Change(String property, @Nullable JsonValue before, @Nullable JsonValue after) {}

  /// One stretch of bytes that is different now.
  ///
  /// @param offset where it began before the run, from the start of the node or entry
  /// @param old what stood there
  /// @param size how many bytes stand there now
  public record Undo(long offset, String old, int size) {}
}
