package sluice;

import java.nio.file.Path;
import java.util.List;
import sluice.remap.NameMap;

/// What renaming came to.
///
/// @param uses how often each mapping was used, in the order they were given
/// @param places places on nodes that were renamed
/// @param alreadyThere places that had one of the new names before: the mappings turned round would
///   rename them too
/// @param outputs the files that were written, empty for a dry run
/// @param changed how many of the documents and token files have a new name in them
public record RemapReport(
    List<NameMap.Use> uses, long places, long alreadyThere, List<Path> outputs, int changed) {
  public RemapReport {
    uses = List.copyOf(uses);
    outputs = List.copyOf(outputs);
  }
}
