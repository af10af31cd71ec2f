package sluice.report.gather;

import java.util.List;
import sluice.report.PageMap;
import sluice.report.Picture;
import sluice.report.TokenBoard;

/// What a format knows of a run for its report.
///
/// @param board the tokens whose values changed
/// @param pages the pages, most changed first
/// @param pagesOmitted further ones
/// @param pictures the most affected frames, most affected first
public record Gathered(
    TokenBoard board, List<PageMap> pages, long pagesOmitted, List<Picture> pictures) {
  public Gathered {
    pages = List.copyOf(pages);
    pictures = List.copyOf(pictures);
  }
}
