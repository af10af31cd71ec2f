package sluice.testkit.generate;

/// What a generated Figma document looks like.
///
/// Shares lie between 0 and 1. [#of] gives a product file as measured; the `with` methods change
/// one thing each.
///
/// @param nodes how many nodes, document and pages included, at least 1
/// @param seed decides everything the other options leave open
/// @param tokenShare share of nodes that carry applied tokens
/// @param combinations how many different lists of applied tokens exist, at least
///   [#COMBINATIONS_MIN]; the heap grows with it
/// @param driftShare share of token-carrying nodes whose values are not those of the light theme
/// @param missingTokenShare share of combinations in which one token name is in no token set
/// @param boundVariablesShare share of nodes with `boundVariables`
/// @param depthMax greatest depth of a node, the document being 0; at least 4
/// @param keyOrder order of keys in the envelope and in every node
/// @param indented two spaces a level instead of no whitespace at all
/// @param byteOrderMark a UTF-8 byte order mark first
/// @param embeddedLibrary how the root's plugin data holds the library
/// @param library the library whose token names and light values the nodes carry
public record FigmaDocumentOptions(
    long nodes,
    long seed,
    double tokenShare,
    int combinations,
    double driftShare,
    double missingTokenShare,
    double boundVariablesShare,
    int depthMax,
    KeyOrder keyOrder,
    boolean indented,
    boolean byteOrderMark,
    EmbeddedLibrary embeddedLibrary,
    TokenLibraryOptions library) {
  /// One for each group of node types that take the same tokens.
  public static final int COMBINATIONS_MIN = 6;

  public FigmaDocumentOptions {
    atLeast("nodes", nodes, 1);
    atLeast("combinations", combinations, COMBINATIONS_MIN);
    atLeast("depthMax", depthMax, 4);
    share("tokenShare", tokenShare);
    share("driftShare", driftShare);
    share("missingTokenShare", missingTokenShare);
    share("boundVariablesShare", boundVariablesShare);
  }

  /// A product file: 60 % of nodes with tokens from 1,000 combinations, 10 % of those off the light
  /// theme, 2 % with bound variables, at most 10 levels below the document, compact, no embedded
  /// library, tokens of [TokenLibraryOptions#of] with the same seed.
  public static FigmaDocumentOptions of(long nodes, long seed) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        0.6,
        1_000,
        0.1,
        0,
        0.02,
        10,
        KeyOrder.FIGMA,
        false,
        false,
        EmbeddedLibrary.NONE,
        TokenLibraryOptions.of(seed));
  }

  private static void atLeast(String name, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(name + " is less than " + min + ": " + value);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is not between 0 and 1: " + value);
    }
  }

  /// The same with another share of nodes that carry tokens.
  public FigmaDocumentOptions withTokenShare(double value) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        value,
        combinations,
        driftShare,
        missingTokenShare,
        boundVariablesShare,
        depthMax,
        keyOrder,
        indented,
        byteOrderMark,
        embeddedLibrary,
        library);
  }

  /// The same with another number of combinations.
  public FigmaDocumentOptions withCombinations(int value) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        tokenShare,
        value,
        driftShare,
        missingTokenShare,
        boundVariablesShare,
        depthMax,
        keyOrder,
        indented,
        byteOrderMark,
        embeddedLibrary,
        library);
  }

  /// The same with another share of nodes off the light theme.
  public FigmaDocumentOptions withDriftShare(double value) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        tokenShare,
        combinations,
        value,
        missingTokenShare,
        boundVariablesShare,
        depthMax,
        keyOrder,
        indented,
        byteOrderMark,
        embeddedLibrary,
        library);
  }

  /// The same with another share of combinations that name a missing token.
  public FigmaDocumentOptions withMissingTokenShare(double value) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        tokenShare,
        combinations,
        driftShare,
        value,
        boundVariablesShare,
        depthMax,
        keyOrder,
        indented,
        byteOrderMark,
        embeddedLibrary,
        library);
  }

  /// The same with another share of nodes with bound variables.
  public FigmaDocumentOptions withBoundVariablesShare(double value) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        tokenShare,
        combinations,
        driftShare,
        missingTokenShare,
        value,
        depthMax,
        keyOrder,
        indented,
        byteOrderMark,
        embeddedLibrary,
        library);
  }

  /// The same with another greatest depth.
  public FigmaDocumentOptions withDepthMax(int value) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        tokenShare,
        combinations,
        driftShare,
        missingTokenShare,
        boundVariablesShare,
        value,
        keyOrder,
        indented,
        byteOrderMark,
        embeddedLibrary,
        library);
  }

  /// The same tree in another key order.
  public FigmaDocumentOptions withKeyOrder(KeyOrder value) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        tokenShare,
        combinations,
        driftShare,
        missingTokenShare,
        boundVariablesShare,
        depthMax,
        value,
        indented,
        byteOrderMark,
        embeddedLibrary,
        library);
  }

  /// The same tree with or without whitespace.
  public FigmaDocumentOptions withIndented(boolean value) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        tokenShare,
        combinations,
        driftShare,
        missingTokenShare,
        boundVariablesShare,
        depthMax,
        keyOrder,
        value,
        byteOrderMark,
        embeddedLibrary,
        library);
  }

  /// The same with or without a byte order mark.
  public FigmaDocumentOptions withByteOrderMark(boolean value) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        tokenShare,
        combinations,
        driftShare,
        missingTokenShare,
        boundVariablesShare,
        depthMax,
        keyOrder,
        indented,
        value,
        embeddedLibrary,
        library);
  }

  /// The same with the library stored in another way.
  public FigmaDocumentOptions withEmbeddedLibrary(EmbeddedLibrary value) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        tokenShare,
        combinations,
        driftShare,
        missingTokenShare,
        boundVariablesShare,
        depthMax,
        keyOrder,
        indented,
        byteOrderMark,
        value,
        library);
  }

  /// The same with tokens of another library.
  public FigmaDocumentOptions withLibrary(TokenLibraryOptions value) {
    return new FigmaDocumentOptions(
        nodes,
        seed,
        tokenShare,
        combinations,
        driftShare,
        missingTokenShare,
        boundVariablesShare,
        depthMax,
        keyOrder,
        indented,
        byteOrderMark,
        embeddedLibrary,
        value);
  }
}
