package sluice.finding.report;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import sluice.finding.FindingKind;
import sluice.json.JsonText;
import sluice.json.ObjectSpans;

/// One finding, read from its line where somebody asks. Valid until the next one is read.
public final class Finding {
  private final String document;
  private final FindingKind kind;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private @Nullable ObjectSpans members;
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
    if (members == null) {
      members = new ObjectSpans(bytes, from);
    }
    int found = members.find(member);
    return found < 0
        ? null
        : new String(
            bytes,
            members.valueFrom(found),
            members.valueTo(found) - members.valueFrom(found),
            StandardCharsets.UTF_8);
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
