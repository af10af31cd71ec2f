package sluice.server.tokens;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.Sluice;
import sluice.TokenChoice;
import sluice.TokenValues;
import sluice.json.JsonValue;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.ProblemTally;
import sluice.problem.SluiceException;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.token.Theme;
import sluice.token.TokenLibrary;
import sluice.token.source.EmbeddedLibrary;

/// The library an open file carries in the plugin data of its root, which the plugin sends in parts.
public final class EmbeddedTokens implements TokenSupply {
  /// Characters of all its texts; real ones, compressed or not, stay below a few million.
  public static final int SIZE_CHARS_MAX = 16 * 1024 * 1024;

  private final TokenChoice choice;
  private final Map<String, String> data = new LinkedHashMap<>();
  private final String file;
  private int sizeChars;
  private LibraryState state;

  /// @param choice the themes that count unless the plugin chooses others
  /// @param file what the file is called
  public EmbeddedTokens(TokenChoice choice, String file) {
    this.choice = choice;
    this.file = file;
    this.state =
        LibraryState.unusable(
            Problem.of(ProblemCode.LIBRARY_MISSING, "the file's token library is not here yet")
                .advising("wait until the plugin has sent it"));
  }

  /// Takes a part.
  ///
  /// @return whether it was the last
  /// @throws FrameException `frame-malformed` for what is no part of a library, or too much
  public synchronized boolean take(Frame frame) throws FrameException {
    JsonValue.Obj part = frame.object("data");
    for (int i = 0; i < part.size(); i++) {
      if (!(part.value(i) instanceof JsonValue.Str(String text))) {
        throw Frame.malformed("plugin data are texts");
      }
      sizeChars += part.key(i).length() + text.length();
      if (sizeChars > SIZE_CHARS_MAX) {
        throw Frame.malformed("the library takes more than %,d characters".formatted(SIZE_CHARS_MAX));
      }
      data.put(part.key(i), text);
    }
    if (!frame.flag("last")) {
      return false;
    }
    state = read();
    return true;
  }

  private LibraryState read() {
    try {
      TokenLibrary library = EmbeddedLibrary.read(data, file, new ProblemTally());
      TokenValues values = values(null);
      return new LibraryState(
          library.themes(),
          values.themes().stream().map(Theme::label).distinct().toList(),
          library.sets().size(),
          values.resolved().all().size(),
          null);
    } catch (SluiceException e) {
      return LibraryState.unusable(e.problem());
    }
  }

  @Override
  public synchronized LibraryState state() {
    return state;
  }

  @Override
  public synchronized TokenValues values(@Nullable List<String> themes) {
    return Sluice.resolveEmbedded(data, file, themes == null ? choice : choice.withThemes(themes).withSets(List.of()));
  }
}
