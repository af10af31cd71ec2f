package sluice.archive;

/// The extra fields of a header (4.5.1): each an id and a length of two bytes, then that many
/// bytes. What does not have this form is padding, and is left as it is.
final class ExtraFields {
  /// Id of the field with sizes and offsets of eight bytes (4.5.3).
  static final int ZIP64 = 0x0001;

  /// Bytes before a field's data.
  static final int HEAD_SIZE_BYTES = 4;

  private ExtraFields() {}

  /// Looks for the ZIP64 field.
  ///
  /// @return index of its first byte, or -1
  static int findZip64(byte[] bytes, int from, int end) {
    int at = from;
    while (end - at >= HEAD_SIZE_BYTES) {
      int next = at + HEAD_SIZE_BYTES + LittleEndian.u16(bytes, at + 2);
      if (next > end) {
        return -1;
      }
      if (LittleEndian.u16(bytes, at) == ZIP64) {
        return at;
      }
      at = next;
    }
    return -1;
  }

  /// Bytes of a field with its head.
  static int fieldSize(byte[] bytes, int at) {
    return HEAD_SIZE_BYTES + LittleEndian.u16(bytes, at + 2);
  }

  /// Bytes of all fields but the ZIP64 one.
  static int sizeWithoutZip64(byte[] bytes, int from, int end) {
    int at = findZip64(bytes, from, end);
    return end - from - (at < 0 ? 0 : fieldSize(bytes, at));
  }
}
