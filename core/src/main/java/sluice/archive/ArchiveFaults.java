package sluice.archive;

import org.jspecify.annotations.Nullable;
import sluice.problem.Location;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

/// How what is wrong with an archive is said.
///
/// @param archive what the person calls it
record ArchiveFaults(String archive) {
  /// Characters of an entry's name that are shown.
  private static final int NAME_SHOWN_CHARS_MAX = 200;

  SluiceException malformed(String why) {
    return malformed(null, why, null);
  }

  SluiceException malformed(@Nullable String entry, String why) {
    return malformed(entry, why, null);
  }

  SluiceException malformed(@Nullable String entry, String why, @Nullable Throwable cause) {
    return new SluiceException(
        Problem.of(ProblemCode.ARCHIVE_MALFORMED, "the archive is damaged or was made to deceive")
            .at(where(entry))
            .because(why)
            .advising("export or download it again"),
        cause);
  }

  SluiceException unsupported(@Nullable String entry, String why) {
    return new SluiceException(
        Problem.of(ProblemCode.ARCHIVE_UNSUPPORTED, "the archive is of a kind that is not read")
            .at(where(entry))
            .because(why)
            .advising("pack it again as an ordinary ZIP file: deflated or stored, no password"));
  }

  SluiceException limit(@Nullable String entry, String why, String help) {
    return new SluiceException(
        Problem.of(ProblemCode.LIMIT_EXCEEDED, "the archive is larger than is allowed")
            .at(where(entry))
            .because(why)
            .advising(help));
  }

  SluiceException shortened() {
    return new SluiceException(
        Problem.of(ProblemCode.INPUT_CHANGED, "the archive became shorter while it was read")
            .at(where(null))
            .advising("run again when nothing else writes to it; nothing was written"));
  }

  private Location where(@Nullable String entry) {
    return entry == null
        ? new Location.InWhole(archive)
        : new Location.InEntry(archive, shown(entry));
  }

  /// A name as it can be put on a terminal: no control characters, not endless.
  private static String shown(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length() && i < NAME_SHOWN_CHARS_MAX; i++) {
      char c = name.charAt(i);
      text.append(Character.isISOControl(c) ? '\uFFFD' : c);
    }
    return name.length() > NAME_SHOWN_CHARS_MAX ? text.append('…').toString() : text.toString();
  }
}
