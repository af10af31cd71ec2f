package sluice.cli.proof;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import sluice.testkit.memory.ChildJvm;

/// Figma documents of extreme forms, written while they are read. Apart from the one thing that is
/// extreme they are as small as can be: rectangles of a hundred bytes.
final class HugeDocument {
  /// The library of all of them; its one token makes things half transparent.
  static final String TOKENS = "{\"core\":{\"half\":{\"value\":\"0.5\",\"type\":\"opacity\"}}}";

  /// What a node carries.
  static final String HALF = "{\"tokens\":{\"opacity\":\"\\\"half\\\"\"}}";

  /// A token that no set has.
  static final String MISSING = "{\"tokens\":{\"opacity\":\"\\\"gone\\\"\"}}";

  /// Plugin data that are none.
  static final String MALFORMED = "{\"tokens\":7}";

  private static final int BUFFER_SIZE_BYTES = 1 << 16;
  private static final String TEXT_PIECE = "All of it is one text. ".repeat(1_000);

  private HugeDocument() {}

  /// One frame with so many children.
  ///
  /// @param carries the shared plugin data of each child
  static ChildJvm.Feed wide(int children, String carries) {
    return page(out -> {
      out.write(head("FRAME", 1));
      for (int i = 0; i < children; i++) {
        out.write(i == 0 ? "" : ",");
        out.write(
            "{\"id\":\"2:%d\",\"name\":\"R\",\"type\":\"RECTANGLE\",\"opacity\":1,\"sharedPluginData\":%s}"
                .formatted(i, carries));
      }
      out.write("]}");
    });
  }

  /// Frames in each other. Each changes in front of its children, so that all wait for the one
  /// inside.
  static ChildJvm.Feed deep(int frames) {
    return page(out -> {
      for (int i = 1; i <= frames; i++) {
        out.write(head("FRAME", i));
      }
      out.write(("],\"sharedPluginData\":" + HALF + "}").repeat(frames));
    });
  }

  /// A text of so many characters between two rectangles.
  ///
  /// @param carries the text's shared plugin data
  static ChildJvm.Feed longText(int characters, String carries) {
    return page(out -> {
      out.write(rectangle(1) + ",{\"id\":\"3:1\",\"name\":\"T\",\"type\":\"TEXT\",\"opacity\":1,");
      out.write("\"sharedPluginData\":" + carries + ",\"characters\":\"");
      for (int left = characters; left > 0; left -= TEXT_PIECE.length()) {
        out.write(TEXT_PIECE, 0, Math.min(left, TEXT_PIECE.length()));
      }
      out.write("\"}," + rectangle(2));
    });
  }

  private static String head(String type, int number) {
    return "{\"id\":\"1:%d\",\"name\":\"F\",\"type\":\"%s\",\"opacity\":1,\"children\":["
        .formatted(number, type);
  }

  private static String rectangle(int number) {
    return "{\"id\":\"2:%d\",\"name\":\"R\",\"type\":\"RECTANGLE\",\"opacity\":1,\"sharedPluginData\":%s}"
        .formatted(number, HALF);
  }

  /// What is written of a page.
  @FunctionalInterface
  private interface Children {
    void write(BufferedWriter out) throws IOException;
  }

  private static ChildJvm.Feed page(Children children) {
    return to -> {
      OutputStream buffered = new BufferedOutputStream(to, BUFFER_SIZE_BYTES);
      try (BufferedWriter out =
          new BufferedWriter(new OutputStreamWriter(buffered, StandardCharsets.UTF_8))) {
        out.write(
            "{\"document\":{\"id\":\"0:0\",\"name\":\"D\",\"type\":\"DOCUMENT\",\"children\":[{\"id\":\"0:1\",\"name\":\"P\",\"type\":\"CANVAS\",\"children\":[");
        children.write(out);
        out.write("]}]},\"name\":\"Huge\"}\n");
      }
    };
  }
}
