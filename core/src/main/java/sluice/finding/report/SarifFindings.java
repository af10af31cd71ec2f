package sluice.finding.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import sluice.finding.FindingKind;
import sluice.json.JsonText;

/// Findings as SARIF 2.1.0 (OASIS), for code scanning.
///
/// A design document has no lines worth pointing at: the physical location is the document, the
/// logical one the node.
public final class SarifFindings implements FindingFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String FINGERPRINT = "sluice/v1";
  private static final String PLAIN = "-._~/:@!$&'()*+,;=";

  private final String version;
  private String document = "";
  private String uri = "";

  /// @param version of the program
  public SarifFindings(String version) {
    this.version = version;
  }

  @Override
  public void head(FindingCounts counts, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder("{\n\"$schema\": ");
    JsonText.quote(SCHEMA, text);
    text.append(",\n\"version\": \"2.1.0\",\n\"runs\": [{\n\"tool\": {\"driver\": {");
    text.append("\"name\": \"Sluice\", \"semanticVersion\": ");
    JsonText.quote(version, text);
    text.append(", \"rules\": [");
    for (FindingKind kind : FindingKind.values()) {
      text.append(kind == FindingKind.STALE ? "\n" : ",\n");
      text.append("{\"id\": ");
      JsonText.quote(kind.text(), text);
      text.append(", \"shortDescription\": {\"text\": ");
      JsonText.quote(description(kind), text);
      text.append("}, \"defaultConfiguration\": {\"level\": ");
      JsonText.quote(level(kind), text);
      text.append("}}");
    }
    text.append("\n]}},\n\"columnKind\": \"utf16CodeUnits\",\n\"results\": [");
    write(text, out);
  }

  private static String description(FindingKind kind) {
    return switch (kind) {
      case STALE -> "A property has another value than its token";
      case BROKEN -> "A token is applied and cannot be resolved";
      case UNTOKENISED -> "A value has no token";
    };
  }

  private static String level(FindingKind kind) {
    return switch (kind) {
      case STALE -> "warning";
      case BROKEN -> "error";
      case UNTOKENISED -> "note";
    };
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // rules are written in this order
  public void finding(Finding finding, long index, OutputStream body) throws IOException {
    String path = finding.text("path");
    StringBuilder text = new StringBuilder(index == 0 ? "\n" : ",\n");
    text.append("{\"ruleId\": ");
    JsonText.quote(finding.kind().text(), text);
    text.append(", \"ruleIndex\": ").append(finding.kind().ordinal()).append(", \"level\": ");
    JsonText.quote(level(finding.kind()), text);
    text.append(", \"message\": {\"text\": ");
    JsonText.quote(path + ": " + FindingWords.of(finding), text);
    text.append("}, \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": ");
    JsonText.quote(uriOf(finding.document()), text);
    text.append("}, \"region\": {\"startLine\": 1}}, \"logicalLocations\": [{\"name\": ");
    JsonText.quote(finding.text("node"), text);
    text.append(", \"fullyQualifiedName\": ");
    JsonText.quote(path, text);
    text.append(", \"kind\": \"element\"}]}], \"partialFingerprints\": {");
    JsonText.quote(FINGERPRINT, text);
    text.append(": \"").append(finding.key()).append("\"}}");
    write(text, body);
  }

  private String uriOf(String name) {
    if (!name.equals(document)) {
      document = name;
      uri = uri(name);
    }
    return uri;
  }

  /// A path as a relative reference (RFC 3986): `\` becomes `/`, what may not stand there `%…`.
  static String uri(String document) {
    StringBuilder uri = new StringBuilder();
    for (byte b : document.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      // A colon in the first segment would make a scheme of what stands before it.
      boolean isPlain =
          isLetter
              || (c >= '0' && c <= '9')
              || (PLAIN.indexOf(c) >= 0 && (c != ':' || uri.indexOf("/") >= 0));
      if (isPlain) {
        uri.append(c);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return uri.toString();
  }

  @Override
  public void documentEnds(String document, FindingCounts counts, OutputStream body) {}

  @Override
  public void tail(FindingCounts counts, OutputStream out) throws IOException {
    write(new StringBuilder(counts.all() == 0 ? "]\n}]\n}\n" : "\n]\n}]\n}\n"), out);
  }

  private static void write(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
