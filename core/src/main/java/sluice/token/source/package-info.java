/// Token files and embedded libraries to `TokenLibrary`: the Tokens Studio containers (one file, a
/// folder, plugin-internal lists, the plugin data of a design file).
///
/// Start reading at `TokenSource`; `SourceParser` makes a small located tree of one text,
/// `LibraryReader` knows the containers, `SetReader` one token set. Every token keeps the place it
/// was declared at. What cannot be a token is reported and skipped; what is no JSON ends the run.
/// `PenpotLibrary` reads the libraries of Penpot, which have containers, types and spellings of
/// their own, and `PenpotLibraryWriter` writes them back. `DtcgSource` knows DTCG files:
/// `DtcgReader` makes a tree of groups and tokens of one source, `ResolverDocument` reads what lays
/// sources over each other.
@org.jspecify.annotations.NullMarked
package sluice.token.source;
