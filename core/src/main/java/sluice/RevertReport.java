package sluice;

import java.nio.file.Path;

/// What taking a run back came to.
///
/// @param document what the person calls the document
/// @param output where the document is that is as before
/// @param nodes nodes whose values are as before
/// @param changes values that are
public record RevertReport(String document, Path output, long nodes, long changes) {}
