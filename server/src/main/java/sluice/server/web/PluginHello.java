package sluice.server.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonValue;
import sluice.server.frame.Frame;
import sluice.server.frame.FrameException;
import sluice.server.frame.FrameFault;

/// What a plugin says first.
///
/// @param file name of the open file
/// @param pages ids of its pages
/// @param code the pairing code, or null when it goes on with a run
/// @param run the run it goes on with, or null
/// @param secret of that run, or null
record PluginHello(
    String file,
    List<String> pages,
    @Nullable String code,
    @Nullable String run,
    @Nullable String secret) {
  static final int VERSION = 1;

  static PluginHello of(Frame frame) throws FrameException {
    if (frame.number("v") != VERSION) {
      throw new FrameException(
          FrameFault.VERSION,
          "the plugin speaks version %d, the server %d".formatted(frame.number("v"), VERSION),
          "build plugin and server from the same version of Sluice");
    }
    List<String> pages = new ArrayList<>();
    for (JsonValue page : frame.items("pages")) {
      if (!(page instanceof JsonValue.Obj members)) {
        throw Frame.malformed("hello lists pages as objects");
      }
      pages.add(new Frame("hello", members).text("id"));
    }
    String file = new Frame("hello", frame.object("file")).text("name");
    if (frame.members().member("resume") == null) {
      return new PluginHello(file, pages, frame.text("code"), null, null);
    }
    Frame resume = new Frame("hello", frame.object("resume"));
    return new PluginHello(file, pages, null, resume.text("run"), resume.text("secret"));
  }
}
