package sluice.fetch;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What the fake server was asked.
///
/// @param headers names in lower case
record FakeRequest(String path, Map<String, String> query, Map<String, String> headers) {

  static FakeRequest of(String target, Map<String, String> headers) {
    int mark = target.indexOf('?');
    Map<String, String> query = new LinkedHashMap<>();
    if (mark >= 0) {
      for (String pair : target.substring(mark + 1).split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return new FakeRequest(mark < 0 ? target : target.substring(0, mark), query, headers);
  }

  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  boolean isMeta() {
    return path.endsWith("/meta");
  }

  boolean isNodes() {
    return path.endsWith("/nodes");
  }

  boolean isWholeFile() {
    return !isMeta() && !isNodes() && !query.containsKey("depth");
  }

  boolean isPages() {
    return !isMeta() && !isNodes() && query.containsKey("depth");
  }
}
