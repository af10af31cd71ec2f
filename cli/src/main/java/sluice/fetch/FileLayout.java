package sluice.fetch;

import java.util.Map;

/// What lies where in the answer that is a file.
///
/// @param name the file's name
/// @param state what state of the file it is
/// @param document the root of its nodes
/// @param maps members of the answer that list what nodes refer to, those of [FileMap] it has
record FileLayout(String name, FileState state, NodeLayout document, Map<FileMap, Span> maps) {}
