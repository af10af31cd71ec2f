package sluice.archive;

/// Contents as [EntryCodec#deflate] packed them.
///
/// @param bytes the codec's own buffer, valid until it packs the next contents
/// @param length how many of the bytes count, from the first on
/// @param crc CRC-32 of the contents
/// @param size bytes of the contents
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
public record Deflated(byte[] bytes, int length, long crc, long size) {}
