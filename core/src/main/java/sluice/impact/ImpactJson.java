package sluice.impact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonLines;
import sluice.json.JsonText;

/// Impact as JSON: one object, or a line for each node. `docs/reference/impact.md` has the members.
public final class ImpactJson {
  private final StringBuilder text = new StringBuilder();
  private final OutputStream out;

  private ImpactJson(OutputStream out) {
    this.out = out;
  }

  /// Writes one object.
  ///
  /// @param nodes what [ImpactReport] wrote
  /// @param out is not closed
  public static void write(Impact impact, Path nodes, OutputStream out) throws IOException {
    ImpactJson json = new ImpactJson(out);
    json.head(impact);
    json.tokens(impact);
    json.pages(impact);
    json.nodes(nodes);
  }

  /// Writes the nodes alone, one a line.
  ///
  /// @param nodes what [ImpactReport] wrote
  /// @param out is not closed
  public static void writeLines(Path nodes, OutputStream out) throws IOException {
    Files.copy(nodes, out);
  }

  private void head(Impact impact) throws IOException {
    TokenDiff diff = impact.diff();
    text.append("{\n\"themes\": {\"from\": ");
    names(impact.themes().older());
    text.append(", \"to\": ");
    names(impact.themes().newer());
    text.append("},\n\"counts\": {\"tokensChanged\": ")
        .append(diff.count(TokenDelta.Kind.CHANGED))
        .append(", \"tokensAdded\": ")
        .append(diff.count(TokenDelta.Kind.ADDED))
        .append(", \"tokensRemoved\": ")
        .append(diff.count(TokenDelta.Kind.REMOVED))
        .append(", ");
    counts(impact.nodes(), impact.nodesWithTokens(), impact.counts());
    text.append("},\n\"documents\": [");
    String between = "\n";
    for (Impact.OfDocument document : impact.documents()) {
      text.append(between).append("{\"document\": ");
      JsonText.quote(document.name(), text);
      text.append(", ");
      counts(document.nodes(), document.nodesWithTokens(), document.counts());
      text.append('}');
      between = ",\n";
    }
    text.append("\n],\n");
    flush();
  }

  private void names(List<String> names) {
    text.append('[');
    for (int i = 0; i < names.size(); i++) {
      JsonText.quote(names.get(i), text.append(i == 0 ? "" : ", "));
    }
    text.append(']');
  }

  private void counts(long nodes, long nodesWithTokens, ImpactCounts counts) {
    text.append("\"nodes\": ").append(nodes);
    text.append(", \"nodesWithTokens\": ").append(nodesWithTokens).append(", ");
    affected(counts);
  }

  private void affected(ImpactCounts counts) {
    text.append("\"nodesAffected\": ").append(counts.nodes());
    text.append(", \"changes\": {\"tokens\": ").append(counts.byTokens());
    text.append(", \"both\": ").append(counts.both());
    text.append(", \"drift\": ").append(counts.drift());
    text.append("}, \"nodesDrifted\": ").append(counts.driftNodes());
    text.append(", \"kept\": ").append(counts.kept());
    text.append(", \"nodesBroken\": ").append(counts.brokenNodes());
    text.append(", \"broken\": ").append(counts.broken());
    text.append(", \"repaired\": ").append(counts.repaired());
    text.append(", \"stillBroken\": ").append(counts.stillBroken());
    text.append(", \"nodesForLayout\": ").append(counts.layoutNodes());
  }

  private void tokens(Impact impact) throws IOException {
    text.append("\"tokens\": [");
    String between = "\n";
    for (Impact.OfToken token : impact.tokens()) {
      text.append(between).append("{\"name\": ");
      JsonText.quote(token.name(), text);
      TokenDelta delta = token.delta();
      if (delta == null) {
        text.append(", \"change\": \"none\"");
      } else {
        delta(delta);
      }
      text.append(", \"nodes\": ").append(token.nodes());
      text.append(", \"changes\": ").append(token.changes());
      text.append(", \"broken\": ").append(token.broken());
      text.append(", \"pages\": ").append(token.pages()).append('}');
      between = ",\n";
      flush();
    }
    text.append("\n],\n\"otherTokens\": ").append(impact.otherTokens()).append(",\n");
  }

  private void delta(TokenDelta delta) {
    if (delta.type() != null) {
      JsonText.quote(delta.type(), text.append(", \"type\": "));
    }
    text.append(", \"change\": \"").append(delta.kind().text()).append('"');
    value("before", delta.before());
    value("after", delta.after());
    List<String> because = delta.because();
    if (because != null) {
      text.append(", \"because\": ");
      names(because);
      if (delta.becauseOmitted() > 0) {
        text.append(", \"becauseOmitted\": ").append(delta.becauseOmitted());
      }
    }
  }

  private void value(String member, TokenDelta.@Nullable Value value) {
    if (value != null) {
      text.append(", \"").append(member).append("\": ").append(value.json());
      if (!value.resolved()) {
        text.append(", \"").append(member).append("Status\": \"unresolved\"");
      }
    }
  }

  private void pages(Impact impact) throws IOException {
    text.append("\"pages\": [");
    String between = "\n";
    for (Impact.OfPage page : impact.pages()) {
      text.append(between).append("{\"document\": ");
      JsonText.quote(page.document(), text);
      if (!page.file().isEmpty()) {
        JsonText.quote(page.file(), text.append(", \"file\": "));
      }
      JsonText.quote(page.id(), text.append(", \"page\": "));
      JsonText.quote(page.name(), text.append(", \"name\": "));
      text.append(", ");
      affected(page.counts());
      text.append('}');
      between = ",\n";
      flush();
    }
    text.append("\n],\n\"otherPages\": {");
    affected(impact.otherPages());
    text.append("},\n");
  }

  private void nodes(Path nodes) throws IOException {
    text.append("\"nodes\": [");
    flush();
    boolean first = true;
    try (InputStream in = Files.newInputStream(nodes)) {
      JsonLines lines = new JsonLines(in);
      while (lines.next()) {
        out.write(first ? '\n' : ',');
        if (!first) {
          out.write('\n');
        }
        out.write(lines.bytes(), lines.from(), lines.to() - lines.from());
        first = false;
      }
    }
    text.append("\n]\n}\n");
    flush();
  }

  private void flush() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }
}
