package sluice.report;

import java.util.List;

/// What was done to what.
///
/// @param kind what the report is about
/// @param documents what the person calls the documents
/// @param tokens what the person calls the tokens: files, or nothing for the document's own; of an
///   impact the older and the newer ones
/// @param themes labels of the themes that counted, or names of sets where sets were chosen
/// @param output what the person calls the updated document, empty where none was written
public record Heading(
    Kind kind, List<String> documents, List<String> tokens, List<String> themes, String output) {
  public Heading {
    documents = List.copyOf(documents);
    tokens = List.copyOf(tokens);
    themes = List.copyOf(themes);
  }

  /// What a report is about.
  public enum Kind {
    /// Values were applied, or would have been.
    APPLY,
    /// What another version of the tokens would change.
    IMPACT
  }
}
