package sluice.revert;

import sluice.json.JsonText;

/// The member `undo` of a line of the change set, while it is written: what every splice left out,
/// so that the bytes can be put back.
public final class UndoText {
  private final StringBuilder out;
  private boolean begun;

  /// Begins the member behind another one.
  ///
  /// @param out ends in a complete member
  public UndoText(StringBuilder out) {
    this.out = out;
  }

  /// Adds a splice; they come in ascending order and do not overlap.
  ///
  /// @param offset bytes from the start of the node, or of the archive's entry, as it was before
  /// @param old the text the splice leaves out
  /// @param size how many bytes it puts in
  public void add(long offset, String old, int size) {
    out.append(begun ? ",[" : ",\"undo\":[[").append(offset).append(',');
    begun = true;
    JsonText.quote(old, out);
    out.append(',').append(size).append(']');
  }

  /// Ends the list.
  public void end() {
    out.append(begun ? "]" : ",\"undo\":[]");
  }

  /// Says instead of a list that the whole entry was not there.
  public void added() {
    out.append(",\"undo\":\"added\"");
  }
}
