package sluice.fuzz;

import java.util.Arrays;
import java.util.Locale;
import sluice.PenpotFuzz;
import sluice.archive.ArchiveFuzz;
import sluice.token.source.LzStringFuzz;

/// Everything that is fuzzed. `docs/design/fuzzing.md` says what each one demands.
@SuppressWarnings("ImmutableEnumChecker") // What a target keeps is the same each time.
public enum FuzzTargets {
  JSON(new JsonFuzz(), 4_096),
  FIGMA(new FigmaFuzz(), 8_192),
  PLUGIN_DATA(new PluginDataFuzz(), 4_096),
  LZ_STRING(new LzStringFuzz(), 4_096),
  TOKENS(TokenFilesFuzz.ONE_FILE, 8_192),
  TOKEN_FOLDER(TokenFilesFuzz.FOLDER, 8_192),
  RESOLVER(TokenFilesFuzz.RESOLVER, 8_192),
  MATH(new MathFuzz(), 1_024),
  COLOR(new ColorFuzz(), 512),
  ARCHIVE(new ArchiveFuzz(), 4_096),
  PENPOT(new PenpotFuzz(), 8_192),
  CHANGE_SET(new ChangeSetFuzz(), 4_096),
  ANY(new AnyFuzz(), 8_192);

  private final FuzzTarget target;
  private final int inputSizeBytesMax;

  FuzzTargets(FuzzTarget target, int inputSizeBytesMax) {
    this.target = target;
    this.inputSizeBytesMax = inputSizeBytesMax;
  }

  /// The name of its folder of vectors.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  FuzzTarget target() {
    return target;
  }

  /// Inputs are made up to this size.
  int inputSizeBytesMax() {
    return inputSizeBytesMax;
  }

  static FuzzTargets of(String label) {
    return Arrays.stream(values())
        .filter(target -> target.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fuzz target is called " + label));
  }
}
