package sluice.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole page, for its template. Lists of markup are items that are finished; a sentence about
/// what was left out is empty where nothing was.
///
/// @param impact whether the report is of what would change, not of what did
/// @param drift what pictures show beyond the page's numbers, in words, empty for nothing
/// @param treemap all pages at once
/// @param run how the run went, null where nothing ran or several runs did
record PageModel(
    Markup style,
    Markup script,
    String policy,
    HeadingView heading,
    boolean impact,
    String drift,
    List<Markup> tokens,
    String tokensRest,
    Markup treemap,
    List<PageRow> rows,
    String pagesRest,
    List<Markup> maps,
    List<Markup> pictures,
    String picturesRest,
    @Nullable RunView run,
    List<Markup> problems,
    String problemsRest) {}
