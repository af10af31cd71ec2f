package sluice.format.figma;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import sluice.discover.ScopeRanges;
import sluice.json.JsonText;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// Finds where the named pages or nodes lie, before a run is limited to them.
final class ScopeSearch implements NodeVisitor {
  private static final int PAGES_SHOWN_MAX = 30;

  private final boolean forPages;
  private final Set<String> wanted;
  private final Set<String> missing;
  private final List<ScopeRanges.Range> found = new ArrayList<>();
  private final Set<String> pages = new LinkedHashSet<>();

  ScopeSearch(boolean forPages, List<String> names) {
    this.forPages = forPages;
    this.wanted = new HashSet<>(names);
    this.missing = new LinkedHashSet<>(names);
  }

  @Override
  public void ended(OpenNode node, byte[] captured, long end) {
    boolean isPage = node.isType(captured, "CANVAS");
    if (forPages && !isPage) {
      return;
    }
    String id = JsonText.decode(captured, node.idFrom, node.idTo);
    String name = isPage ? JsonText.decode(captured, node.nameFrom, node.nameTo) : "";
    if (isPage && pages.size() < PAGES_SHOWN_MAX) {
      pages.add("\"" + name + "\" (" + id + ")");
    }
    boolean named = forPages && wanted.contains(name);
    if (wanted.contains(id) || named) {
      missing.remove(id);
      if (named) {
        missing.remove(name);
      }
      if (found.size() == ScopeRanges.RANGES_MAX) {
        throw new SluiceException(
            Problem.of(ProblemCode.LIMIT_EXCEEDED, "too many nodes are named")
                .because("a run can be limited to %,d".formatted(ScopeRanges.RANGES_MAX))
                .advising("name what they are in, or fewer of them in each of several runs"));
      }
      found.add(new ScopeRanges.Range(node.offset, end));
    }
  }

  /// The ranges found.
  ///
  /// @throws SluiceException `scope-unknown` when a page or node is not there
  ScopeRanges ranges(String document) {
    if (!missing.isEmpty()) {
      String what = forPages ? "page" : "node";
      throw new SluiceException(
          Problem.of(
                  ProblemCode.SCOPE_UNKNOWN,
                  "no %s %s".formatted(what, String.join(", ", quoted(missing))))
              .at(new Location.InWhole(document))
              .because("the document's pages are " + String.join(", ", pages))
              .advising("give a page's name or id, or a node's id, as the document has it"));
    }
    return new ScopeRanges(found);
  }

  private static List<String> quoted(Set<String> names) {
    return names.stream().map(name -> "\"" + name + "\"").toList();
  }
}
