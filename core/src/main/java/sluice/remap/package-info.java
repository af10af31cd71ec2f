/// Token names renamed: which name becomes which, and where names stand in texts.
///
/// [sluice.remap.NameMap] holds the mappings and counts their use; [sluice.remap.StoredName] spells
/// a new name as the old one was spelt; [sluice.remap.LibraryText] renames in a token file.
/// Invariant: mappings are applied at once, so their order never matters.
@org.jspecify.annotations.NullMarked
package sluice.remap;
