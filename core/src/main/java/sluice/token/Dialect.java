package sluice.token;

/// Whose rules say which sets of a library count and what its values come to.
public enum Dialect {
  /// Tokens Studio's plugin for Figma.
  TOKENS_STUDIO,
  /// Penpot's native design tokens.
  PENPOT,
  /// The Design Tokens Community Group's report 2025.10: Format, Color and Resolver.
  DTCG
}
