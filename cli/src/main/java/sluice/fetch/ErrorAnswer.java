package sluice.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What Figma says besides a status: `{"status": 403, "err": "…"}` or `{…, "message": "…"}`.
///
/// @param text what it says; empty when it says nothing that can be read
record ErrorAnswer(String text) {
  private static final int SIZE_BYTES_MAX = 16 * 1024;
  private static final int SHOWN_CHARS_MAX = 300;

  /// Reads the body of an answer that is no document, as far as it matters, and closes it.
  static ErrorAnswer read(HttpResponse<AnswerBody> answer, AccessToken token) {
    byte[] bytes;
    try (AnswerBody body = answer.body()) {
      String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
      InputStream plain = encoding.equals("gzip") ? new GZIPInputStream(body) : body;
      bytes = plain.readNBytes(SIZE_BYTES_MAX);
    } catch (IOException e) {
      return new ErrorAnswer("");
    }
    String text = token.hide(member(new String(bytes, StandardCharsets.UTF_8))).strip();
    return new ErrorAnswer(
        text.length() > SHOWN_CHARS_MAX ? text.substring(0, SHOWN_CHARS_MAX) + "…" : text);
  }

  private static String member(String json) {
    String found = "";
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return found;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING
            && (key.equals("err") || key.equals("message"))) {
          found = parser.getString();
        } else {
          parser.skipChildren();
        }
      }
      return found;
    } catch (JacksonException e) {
      return found;
    }
  }

  /// Whether it says that the answer would be too large, or took too long to put together, which is
  /// how Figma answers for files that are too large.
  boolean saysTooLarge() {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("too large")
        || lower.contains("timeout")
        || lower.contains("timed out")
        || lower.contains("time out");
  }
}
