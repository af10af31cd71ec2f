package sluice.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The words of seeds, which are what new inputs are mixed from.
final class FuzzWords {
  private static final int WORDS_MAX = 500;
  private static final Pattern WORD = Pattern.compile("[$#]?[A-Za-z][A-Za-z0-9_-]{2,30}");

  private FuzzWords() {}

  /// Writes them in libFuzzer's form, each in quotes on a line.
  ///
  /// @return whether there are any
  static boolean write(List<byte[]> seeds, Path file) throws IOException {
    Set<String> words = new LinkedHashSet<>();
    for (byte[] seed : seeds) {
      WORD.matcher(new String(seed, StandardCharsets.ISO_8859_1))
          .results()
          .map(MatchResult::group)
          .map("\"%s\""::formatted)
          .forEach(words::add);
    }
    Files.write(file, words.stream().limit(WORDS_MAX).toList());
    return !words.isEmpty();
  }
}
