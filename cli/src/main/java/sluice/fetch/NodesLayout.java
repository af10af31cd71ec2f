package sluice.fetch;

import java.util.List;
import java.util.Map;

/// What lies where in an answer with some nodes.
///
/// @param nodes those there are, in the order of the answer
/// @param maps for each node the members that list what it refers to
record NodesLayout(FileState state, List<NodeLayout> nodes, List<Map<FileMap, Span>> maps) {}
