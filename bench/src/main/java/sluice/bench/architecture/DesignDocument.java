package sluice.bench.architecture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.json.JsonText;
import sluice.json.JsonTree;
import sluice.json.JsonValue;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A whole document as objects, as a plugin finds it. Its text is not kept: it is parsed as it is
/// read and written as it is rendered.
///
/// Numbers keep their spelling, so that what nobody touches comes out as it went in; equal ones are
/// one object, which about makes up for it.
final class DesignDocument {
  private static final String DOCUMENT = "document";
  private static final int BUFFER_SIZE_CHARS = 64 * 1024;
  private static final int SHARED_NUMBERS_MAX = 100_000;

  private final Map<String, JsonValue> envelope = new LinkedHashMap<>();
  private final Map<String, JsonValue.Num> numbers = new HashMap<>();
  private @Nullable DesignNode root;

  private DesignDocument() {}

  /// Reads a file response.
  static DesignDocument read(Path file) throws IOException {
    DesignDocument document = new DesignDocument();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_SIZE_CHARS);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        if (key.equals(DOCUMENT)) {
          document.envelope.put(key, new JsonValue.Null());
          document.root = document.node(parser, null);
        } else {
          document.envelope.put(key, document.value(parser));
        }
      }
    }
    document.numbers.clear();
    return document;
  }

  /// All nodes, each before those inside it.
  List<DesignNode> findAll() {
    List<DesignNode> all = new ArrayList<>();
    if (root != null) {
      collect(root, all);
    }
    return all;
  }

  /// Writes the document as compact text.
  void write(Path file) throws IOException {
    try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      StringBuilder text = new StringBuilder(2 * BUFFER_SIZE_CHARS);
      char separator = '{';
      for (Map.Entry<String, JsonValue> member : envelope.entrySet()) {
        key(separator, member.getKey(), text);
        if (root != null && member.getKey().equals(DOCUMENT)) {
          write(root, text, out);
        } else {
          JsonTree.write(member.getValue(), text);
        }
        separator = ',';
      }
      out.append(text.append('}'));
    }
  }

  private static void collect(DesignNode node, List<DesignNode> all) {
    all.add(node);
    for (DesignNode child : node.children) {
      collect(child, all);
    }
  }

  private DesignNode node(JsonParser parser, @Nullable DesignNode parent) {
    DesignNode node = new DesignNode(parent);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if (key.equals(DesignNode.CHILDREN)) {
        node.fields.put(key, new JsonValue.Null());
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          node.children.add(node(parser, node));
        }
      } else {
        node.fields.put(key, value(parser));
      }
    }
    return node;
  }

  private JsonValue value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          members.put(key, value(parser));
        }
        yield new JsonValue.Obj(members);
      }
      case START_ARRAY -> {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield new JsonValue.Arr(items);
      }
      case VALUE_STRING -> new JsonValue.Str(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
      case VALUE_TRUE -> new JsonValue.Bool(true);
      case VALUE_FALSE -> new JsonValue.Bool(false);
      case VALUE_NULL -> new JsonValue.Null();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("unexpected " + parser.currentToken());
    };
  }

  private JsonValue.Num number(String text) {
    JsonValue.Num known = numbers.get(text);
    if (known != null) {
      return known;
    }
    JsonValue.Num number = new JsonValue.Num(Double.parseDouble(text), text);
    if (numbers.size() < SHARED_NUMBERS_MAX) {
      numbers.put(text, number);
    }
    return number;
  }

  private static void write(DesignNode node, StringBuilder text, Writer out) throws IOException {
    char separator = '{';
    for (Map.Entry<String, JsonValue> field : node.fields.entrySet()) {
      key(separator, field.getKey(), text);
      if (field.getKey().equals(DesignNode.CHILDREN)) {
        text.append('[');
        for (int i = 0; i < node.children.size(); i++) {
          if (i > 0) {
            text.append(',');
          }
          write(node.children.get(i), text, out);
        }
        text.append(']');
      } else {
        JsonTree.write(field.getValue(), text);
      }
      separator = ',';
    }
    text.append('}');
    if (text.length() >= BUFFER_SIZE_CHARS) {
      out.append(text);
      text.setLength(0);
    }
  }

  private static void key(char separator, String key, StringBuilder text) {
    text.append(separator);
    JsonText.quote(key, text);
    text.append(':');
  }
}
