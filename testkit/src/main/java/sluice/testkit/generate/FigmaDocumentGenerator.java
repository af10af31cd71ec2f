package sluice.testkit.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Writes a Figma REST file response with any number of nodes, many of which carry design tokens.
///
/// The document is written while it is thought up; what is kept is one node for each level, the
/// token combinations and one output buffer. The same options always give the same bytes.
public final class FigmaDocumentGenerator {
  private static final int COMPONENTS_MAX = 500;
  private static final int STYLES_MAX = 40;
  private static final int STREAM_ORDER = 4;
  private static final int BYTES_PER_PLUGIN_DATA_ENTRY_MAX = 95_000;

  private final FigmaDocumentOptions options;
  private final DesignTokens tokens;
  private final Combinations combinations;
  private final int components;
  private final int styles;

  /// Prepares a document; nothing is written yet.
  ///
  /// @throws IllegalArgumentException when the library's tokens don't give as many combinations
  public FigmaDocumentGenerator(FigmaDocumentOptions options) {
    this.options = options;
    tokens = new DesignTokens(options.library());
    combinations =
        new Combinations(
            tokens, options.seed(), options.combinations(), options.missingTokenShare());
    components = Math.clamp(options.nodes() / 200, 4, COMPONENTS_MAX);
    styles = Math.clamp(options.nodes() / 100, 4, STYLES_MAX);
  }

  /// The library whose tokens the nodes name.
  public TokenLibraryGenerator library() {
    return new TokenLibraryGenerator(options.library(), tokens);
  }

  /// Number of different lists of applied tokens the nodes choose from.
  public int combinationCount() {
    return combinations.count();
  }

  /// Writes the document and leaves the stream open; can be called again.
  public GeneratedDocument write(OutputStream out) throws IOException {
    return new Run(new JsonSink(out, options.indented())).write();
  }

  /// Writes the document to a file.
  public GeneratedDocument write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      return write(out);
    }
  }

  /// The document in memory, for small ones.
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused to be written", e);
    }
    return out.toByteArray();
  }

  /// The root's plugin data as JSON text, empty for none.
  private String rootPluginData() {
    if (options.embeddedLibrary() == EmbeddedLibrary.NONE) {
      return "";
    }
    TokenLibraryGenerator library = library();
    StringBuilder data = new StringBuilder("{\"tokens\":{");
    entry(data, "version", "2.0.0").append(',');
    entry(data, "updatedAt", "2025-11-01T10:00:00.000Z").append(',');
    String values = library.flatSetsJson();
    if (options.embeddedLibrary() == EmbeddedLibrary.PLAIN) {
      entry(data, "values", values).append(',');
      entry(data, "themes", library.themesJson()).append(',');
    } else {
      int size = Math.min(BYTES_PER_PLUGIN_DATA_ENTRY_MAX, Math.ceilDiv(values.length(), 2));
      int count = Math.ceilDiv(values.length(), size);
      entry(data, "values_meta", "{\"type\":\"chunked\",\"count\":" + count + "}").append(',');
      for (int i = 0; i < count; i++) {
        int end = Math.min(values.length(), (i + 1) * size);
        entry(data, "values_chunk_" + i, values.substring(i * size, end)).append(',');
      }
      entry(data, "themes", library.themesJson()).append(',');
      entry(data, "themes_meta", "{\"type\":\"single\"}").append(',');
    }
    String used = "{\"core\":\"source\",\"light\":\"enabled\",\"dark\":\"disabled\"}";
    entry(data, "usedTokenSet", used).append(',');
    String active = "{\"mode\":\"" + TokenLibraryGenerator.LIGHT_THEME_ID + "\"}";
    entry(data, "activeTheme", active).append(',');
    entry(data, "checkForChanges", "false").append(',');
    return entry(data, "isCompressed", "false").append("}}").toString();
  }

  private static StringBuilder entry(StringBuilder data, String key, String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return data.append('"').append(key).append("\":\"").append(escaped).append('"');
  }

  /// One writing of the document: everything that changes while it goes on.
  private final class Run {
    private final JsonSink sink;
    private final TreePlan plan = new TreePlan(options.seed(), options.depthMax());
    private final NodeWriter nodes = new NodeWriter(options, combinations, components, styles);
    private final NodePlace[] places = new NodePlace[options.depthMax() + 1];
    private final Seeded order = new Seeded(0);
    private final String rootPluginData = rootPluginData();
    private long written;
    private int depthReached;

    Run(JsonSink sink) {
      this.sink = sink;
      for (int depth = 0; depth < places.length; depth++) {
        places[depth] = new NodePlace();
      }
    }

    GeneratedDocument write() throws IOException {
      if (options.byteOrderMark()) {
        sink.byteOrderMark();
      }
      boolean shuffled = options.keyOrder() == KeyOrder.SHUFFLED;
      NodeFields envelope = envelope(options.keyOrder() == KeyOrder.REVERSED);
      order.reset(options.seed(), STREAM_ORDER, -1);
      int[] fields = envelope.ordered(shuffled ? KeyOrder.SHUFFLED : KeyOrder.FIGMA, order);
      sink.write('{');
      for (int i = 0; i < envelope.count(); i++) {
        if (i > 0) {
          sink.write(',');
        }
        if (envelope.isChildren(fields[i])) {
          name("document");
          node(0, options.nodes() - 1);
        } else {
          envelope.write(fields[i], sink);
        }
      }
      sink.write('}');
      sink.flush();
      return new GeneratedDocument(
          sink.sizeBytes(),
          written,
          nodes.nodesWithTokens,
          nodes.appliedTokens,
          nodes.driftedNodes,
          nodes.boundNodes,
          nodes.hiddenNodes,
          nodes.instanceSublayers,
          depthReached);
    }

    private void node(int depth, long descendants) throws IOException {
      NodePlace place = places[depth];
      place.index = written++;
      place.descendants = descendants;
      depthReached = Math.max(depthReached, depth);
      @Nullable NodePlace parent = depth == 0 ? null : places[depth - 1];
      nodes.fill(place, depth, parent, depth == 0 ? rootPluginData : "");
      order.reset(options.seed(), STREAM_ORDER, place.index);
      int[] fields = place.fields.ordered(options.keyOrder(), order);
      sink.write('{');
      for (int i = 0; i < place.fields.count(); i++) {
        if (i > 0) {
          sink.write(',');
        }
        if (place.fields.isChildren(fields[i])) {
          name("children");
          children(depth, place);
        } else {
          place.fields.write(fields[i], sink);
        }
      }
      sink.write('}');
    }

    private void children(int depth, NodePlace place) throws IOException {
      sink.write('[');
      long left = place.descendants;
      int count = plan.fanOut(depth, place.index, place.descendants);
      for (int child = 0; child < count; child++) {
        if (child > 0) {
          sink.write(',');
        }
        long size = plan.subtreeSize(depth, place.index, child, count - child, left);
        left -= size;
        node(depth + 1, size - 1);
      }
      sink.write(']');
    }

    private void name(String key) throws IOException {
      byte[] bytes = ("\"" + key + "\":").getBytes(StandardCharsets.US_ASCII);
      sink.write(bytes, 0, bytes.length);
    }

    /// What stands around the document, with the document in the place of `children`.
    private NodeFields envelope(boolean documentLast) {
      NodeFields fields = new NodeFields();
      if (!documentLast) {
        fields.children(true);
      }
      JsonText text = fields.begin("components").raw("{");
      for (int i = 0; i < components; i++) {
        text.raw(i > 0 ? ",\"7:" : "\"7:").integer(i).raw("\":{\"key\":").quoted(key(i));
        text.raw(",\"name\":\"Component ").integer(i);
        text.raw("\",\"description\":\"\",\"remote\":true,\"documentationLinks\":[]}");
      }
      text.raw("}");
      fields.end();
      fields.add("componentSets", "{}");
      fields.add("schemaVersion", "0");
      text = fields.begin("styles").raw("{");
      for (int i = 0; i < styles; i++) {
        text.raw(i > 0 ? ",\"8:" : "\"8:").integer(i).raw("\":{\"key\":").quoted(key(-1 - i));
        text.raw(",\"name\":\"Style ").integer(i).raw("\",\"styleType\":");
        text.quoted(i % 2 == 0 ? "FILL" : "TEXT").raw(",\"remote\":false,\"description\":\"\"}");
      }
      text.raw("}");
      fields.end();
      text = fields.begin("name").raw("\"Generated document, seed ");
      text.integer(options.seed()).raw("\"");
      fields.end();
      fields.add("lastModified", "\"2026-01-01T00:00:00Z\"");
      fields.add("thumbnailUrl", "\"\"");
      fields.add("version", "\"2167930658\"");
      fields.add("role", "\"owner\"");
      fields.add("editorType", "\"figma\"");
      fields.add("linkAccess", "\"view\"");
      if (documentLast) {
        fields.children(true);
      }
      return fields;
    }

    private static String key(int number) {
      Seeded random = new Seeded(number);
      return "%016x%016x%08x".formatted(random.next(), random.next(), random.next() >>> 32);
    }
  }
}
