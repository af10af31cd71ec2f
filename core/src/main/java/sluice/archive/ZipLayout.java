package sluice.archive;

/// Where things stand in the records of an archive (4.3.7 to 4.3.16): offsets from the start of the
/// record, in bytes.
final class ZipLayout {
  static final int LOCAL_SIGNATURE = 0x04034b50;
  static final int LOCAL_SIZE_BYTES = 30;
  static final int LOCAL_VERSION_NEEDED = 4;
  static final int LOCAL_FLAGS = 6;
  static final int LOCAL_METHOD = 8;
  static final int LOCAL_CRC = 14;
  static final int LOCAL_COMPRESSED_SIZE = 18;
  static final int LOCAL_SIZE = 22;
  static final int LOCAL_NAME_LENGTH = 26;
  static final int LOCAL_EXTRA_LENGTH = 28;

  static final int DIRECTORY_SIGNATURE = 0x02014b50;
  static final int DIRECTORY_SIZE_BYTES = 46;
  static final int DIRECTORY_VERSION_MADE_BY = 4;
  static final int DIRECTORY_VERSION_NEEDED = 6;
  static final int DIRECTORY_FLAGS = 8;
  static final int DIRECTORY_METHOD = 10;
  static final int DIRECTORY_DATE = 14;
  static final int DIRECTORY_CRC = 16;
  static final int DIRECTORY_COMPRESSED_SIZE = 20;
  static final int DIRECTORY_SIZE = 24;
  static final int DIRECTORY_NAME_LENGTH = 28;
  static final int DIRECTORY_EXTRA_LENGTH = 30;
  static final int DIRECTORY_COMMENT_LENGTH = 32;
  static final int DIRECTORY_DISK = 34;
  static final int DIRECTORY_RECORD_START = 42;

  static final int END_SIGNATURE = 0x06054b50;
  static final int END_SIZE_BYTES = 22;
  static final int END_DISK = 4;
  static final int END_DIRECTORY_DISK = 6;
  static final int END_COUNT_ON_DISK = 8;
  static final int END_COUNT = 10;
  static final int END_DIRECTORY_SIZE = 12;
  static final int END_DIRECTORY_START = 16;
  static final int END_COMMENT_LENGTH = 20;

  static final int END64_SIGNATURE = 0x06064b50;
  static final int END64_SIZE_BYTES = 56;

  /// Bytes before what the record's own size field counts.
  static final int END64_LEAD_SIZE_BYTES = 12;

  static final int END64_RECORD_SIZE = 4;
  static final int END64_VERSION_MADE_BY = 12;
  static final int END64_VERSION_NEEDED = 14;
  static final int END64_DISK = 16;
  static final int END64_DIRECTORY_DISK = 20;
  static final int END64_COUNT_ON_DISK = 24;
  static final int END64_COUNT = 32;
  static final int END64_DIRECTORY_SIZE = 40;
  static final int END64_DIRECTORY_START = 48;

  static final int LOCATOR_SIGNATURE = 0x07064b50;
  static final int LOCATOR_SIZE_BYTES = 20;
  static final int LOCATOR_DISK = 4;
  static final int LOCATOR_END64_START = 8;
  static final int LOCATOR_DISK_COUNT = 16;

  static final int DESCRIPTOR_SIGNATURE = 0x08074b50;

  /// Signature, CRC and two 8-byte sizes (4.3.9).
  static final int DESCRIPTOR_SIZE_BYTES_MAX = 24;

  /// General purpose flags (4.4.4).
  static final int FLAG_ENCRYPTED = 1;

  static final int FLAGS_DEFLATE_LEVEL = 6;
  static final int FLAG_DESCRIPTOR = 1 << 3;
  static final int FLAG_PATCHED = 1 << 5;
  static final int FLAG_STRONG_ENCRYPTION = 1 << 6;
  static final int FLAG_UTF8 = 1 << 11;
  static final int FLAG_MASKED_HEADER = 1 << 13;

  /// Compression methods (4.4.5).
  static final int METHOD_STORED = 0;

  static final int METHOD_DEFLATED = 8;

  /// Versions needed to extract (4.4.3.2).
  static final int VERSION_DEFLATE = 20;

  static final int VERSION_ZIP64 = 45;

  /// What stands in a field whose value is in the ZIP64 record or extra field (4.4.1.4).
  static final int IN_ZIP64_16 = 0xFFFF;

  static final long IN_ZIP64_32 = 0xFFFF_FFFFL;

  /// Names, extra fields and comments have lengths of two bytes.
  static final int VARIABLE_SIZE_BYTES_MAX = 0xFFFF;

  private ZipLayout() {}
}
