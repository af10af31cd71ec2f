package sluice.report.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/// Markup that is finished: whatever in it came from elsewhere has been escaped.
///
/// @param html the markup
record Markup(String html) implements Content {
  static final Markup NONE = new Markup("");

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(html);
  }

  @Override
  public boolean isEmptyContent() {
    return html.isEmpty();
  }

  /// How much of the file it takes, in bytes of UTF-8.
  int sizeBytes() {
    int size = 0;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      // Both halves of a pair come to four bytes.
      size += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return size;
  }
}
