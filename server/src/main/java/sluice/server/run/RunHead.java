package sluice.server.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameText;

/// What a run was begun with: the first line of its journal.
///
/// @param id names the run to people and commands
/// @param secret lets the plugin go on with it
/// @param kind whether it writes values or takes them back
/// @param of the run a revert takes back, else null
/// @param started when, ISO 8601 in UTC
/// @param file the name of the Figma file
/// @param pages ids of its pages then
/// @param start what was asked for
/// @param tokens digest of the values the run goes by; empty for a revert
public record RunHead(
    String id,
    String secret,
    Kind kind,
    @Nullable String of,
    String started,
    String file,
    List<String> pages,
    RunStart start,
    String tokens) {
  /// Pages whose ids are kept to know a file again.
  static final int PAGES_MAX = 10_000;

  /// What a run does.
  public enum Kind {
    APPLY("apply"),
    REVERT("revert");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  public RunHead {
    pages = List.copyOf(pages);
  }

  /// Whether a file the plugin has open is the one this run is for: it has the name, or a page, of
  /// then. Figma tells a plugin no key of the file.
  boolean isOf(String name, List<String> pageIds) {
    return file.equals(name) && (pages.isEmpty() || pageIds.stream().anyMatch(pages::contains));
  }

  /// As a line.
  String line() {
    FrameText line = FrameText.line("run").with("id", id).with("secret", secret);
    line.with("kind", kind.toString()).with("started", started).with("file", file);
    if (of != null) {
      line.with("of", of);
    }
    JsonValue ids = new JsonValue.Arr(pages.stream().<JsonValue>map(JsonValue.Str::new).toList());
    return line.with("pages", ids).withJson("start", start.json()).with("tokens", tokens).text();
  }

  /// Reads what [#line] wrote.
  ///
  /// @throws FrameException when it is something else
  static RunHead of(String line) throws FrameException {
    if (!(JsonTree.read(line) instanceof JsonValue.Obj members)) {
      throw Frame.malformed("the first line of a journal is no object");
    }
    Frame head = new Frame("run", members);
    List<String> pages = head.textsOrNull("pages");
    String of = members.member("of") instanceof JsonValue.Str(String text) ? text : null;
    return new RunHead(
        head.text("id"),
        head.text("secret"),
        of == null ? Kind.APPLY : Kind.REVERT,
        of,
        head.text("started"),
        head.text("file"),
        pages == null ? List.of() : pages,
        RunStart.of(new Frame("start", head.object("start"))),
        head.text("tokens"));
  }
}
