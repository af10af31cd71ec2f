package sluice.token.source;

import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// How much a token source may hold; beyond it the run ends with `limit-exceeded`.
final class SourceLimits {
  /// Size of one token file, and of one embedded library once decompressed, in bytes.
  static final int TOKEN_FILE_SIZE_MAX_BYTES = 64 * 1024 * 1024;

  /// Objects and arrays inside each other; bounds the recursion of everything that walks a tree.
  static final int NESTING_DEPTH_MAX = 200;

  /// Size of all token files of a run together, in bytes.
  static final long LIBRARY_SIZE_MAX_BYTES = 128L * 1024 * 1024;

  /// JSON values in one text. A text of that many, and a library of as many tokens as are allowed,
  /// fit into the launcher's heap of 512 MiB (TokenLibraryMemoryTest).
  static final int VALUES_MAX = 2_000_000;

  /// Length of one number as written.
  static final int NUMBER_MAX_CHARS = 1_000;

  /// Length of one object key, in UTF-16 units.
  static final int KEY_MAX_CHARS = 50_000;

  /// Tokens in all token files of a run together.
  static final int TOKENS_MAX = 400_000;

  /// Length of one token's full name, in UTF-16 units.
  static final int TOKEN_NAME_MAX_CHARS = 8_192;

  /// Token files in one folder.
  static final int FILES_MAX = 20_000;

  /// Folders inside each other.
  static final int FOLDER_DEPTH_MAX = 64;

  private SourceLimits() {}

  static SluiceException exceeded(String what, Location where, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.LIMIT_EXCEEDED, what)
            .at(where)
            .because(why)
            .advising("leave out of the library what the document does not use"));
  }
}
