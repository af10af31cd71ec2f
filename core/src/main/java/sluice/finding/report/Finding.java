package sluice.finding.report;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import sluice.finding.FindingKind;
import sluice.json.JsonSpans;
import sluice.json.JsonText;

/// One finding, read from its line where somebody asks; a line has no white space between its
/// members. Valid until the next one is read.
public final class Finding {
  private final String document;
  private final FindingKind kind;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private @Nullable FindingKey key;

  Finding(String document, FindingKind kind, byte[] bytes, int from, int to) {
    this.document = document;
    this.kind = kind;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  /// What the person calls the document.
  public String document() {
    return document;
  }

  public FindingKind kind() {
    return kind;
  }

  /// The text of a member; empty when it is absent.
  public String text(String member) {
    String raw = json(member);
    return raw == null || raw.charAt(0) != '"'
        ? ""
        : JsonText.decode(raw.substring(1, raw.length() - 1));
  }

  /// A member's value as JSON, or null when it is absent.
  public @Nullable String json(String member) {
    // What is asked for most stands in front, so going through them is the quickest.
    int at = from + 1;
    while (bytes[at] == '"') {
      int keyEnd = JsonSpans.endOfValue(bytes, at);
      int valueEnd = JsonSpans.endOfValue(bytes, keyEnd + 1);
      if (JsonText.is(member, bytes, at + 1, keyEnd - 1)) {
        return new String(bytes, keyEnd + 1, valueEnd - keyEnd - 1, StandardCharsets.UTF_8);
      }
      at = valueEnd + 1;
    }
    return null;
  }

  /// What the finding is known by from one run to the next.
  public FindingKey key() {
    if (key == null) {
      key =
          FindingKey.of(
              document, text("file"), text("node"), text("property"), kind.text(), text("token"));
    }
    return key;
  }

  byte[] bytes() {
    return bytes;
  }

  /// Where the line begins.
  int from() {
    return from;
  }

  /// Where it ends.
  int to() {
    return to;
  }
}
