/// A ZIP archive to its entries, and entries to a ZIP archive, in memory that does not grow with
/// their number. Has never heard of what the entries hold.
///
/// [sluice.archive.Archive] finds and checks the central directory,
/// [sluice.archive.DirectoryReader] walks over it, [sluice.archive.RecordReader] says where an
/// entry's bytes lie, [sluice.archive.EntryCodec] unpacks and packs them,
/// [sluice.archive.ArchiveWriter] copies entries raw or puts others in their place. Start at
/// `Archive`.
///
/// The rules are those of APPNOTE.TXT 6.3.10, whose sections are cited as such. What the directory
/// says counts, a record that contradicts it is refused. Read are stored and deflated entries,
/// ZIP64, data descriptors; never encrypted ones, never several disks.
@org.jspecify.annotations.NullMarked
package sluice.archive;
