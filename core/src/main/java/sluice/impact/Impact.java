package sluice.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What another version of the tokens does to some documents.
///
/// @param themes what counted of the tokens
/// @param documents each document, in the order in which they were looked at
/// @param counts of all of them
/// @param diff which tokens are different
/// @param tokens the tokens that are different, as in `diff`, and behind them those that change
///   nodes without being so
/// @param otherTokens changes and breaks of tokens that were too many to be told apart
/// @param pages the pages with something to tell, in the order in which they were met
/// @param otherPages what is on pages that were too many to be told apart
public record Impact(
    Themes themes,
    List<OfDocument> documents,
    ImpactCounts counts,
    TokenDiff diff,
    List<OfToken> tokens,
    long otherTokens,
    List<OfPage> pages,
    ImpactCounts otherPages) {
  public Impact {
    documents = List.copyOf(documents);
    tokens = List.copyOf(tokens);
    pages = List.copyOf(pages);
  }

  /// Nodes of all documents that carry tokens.
  public long nodesWithTokens() {
    return documents.stream().mapToLong(OfDocument::nodesWithTokens).sum();
  }

  /// Nodes of all documents.
  public long nodes() {
    return documents.stream().mapToLong(OfDocument::nodes).sum();
  }

  /// Labels of the themes that counted, or names of the sets where there are no themes.
  public record Themes(List<String> older, List<String> newer) {
    public Themes {
      older = List.copyOf(older);
      newer = List.copyOf(newer);
    }
  }

  /// One document.
  ///
  /// @param name what the person calls it
  public record OfDocument(String name, long nodes, long nodesWithTokens, ImpactCounts counts) {}

  /// What a token does.
  ///
  /// @param name its full name
  /// @param delta how it is different; null where it is not, and something else changes what it
  ///   does, such as another base font size
  /// @param nodes nodes with a property it changes or that breaks
  /// @param changes properties it changes
  /// @param broken properties it can no longer be written to
  /// @param pages pages with such a node; those beyond [ImpactReport#PAGE_BITS_MAX] count as one
  public record OfToken(
      String name, @Nullable TokenDelta delta, long nodes, long changes, long broken, int pages) {}

  /// What happens on a page.
  ///
  /// @param document what the person calls the document
  /// @param file id of the file of an archive, empty for other documents
  /// @param id the page's id, empty in a document without pages
  /// @param name its name
  /// @param examples the first nodes with something that is not drift alone
  public record OfPage(
      String document,
      String file,
      String id,
      String name,
      ImpactCounts counts,
      List<Example> examples) {
    public OfPage {
      examples = List.copyOf(examples);
    }
  }

  /// A node, with the first thing that happens to it.
  ///
  /// @param what that thing, in a few words
  /// @param more how many further things happen to it
  public record Example(String node, String path, String what, long more) {
    Example andMore(long further) {
      return new Example(node, path, what, further);
    }
  }
}
