package sluice.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.report.Report;

/// A page as a test reads it.
///
/// @param html the page
/// @param sizeBytes size of the file
record Rendered(String html, int sizeBytes) {
  /// Where pages are left for the tests in a browser.
  private static final Path FOLDER = Path.of("target", "pages");

  static Rendered of(Report report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ReportPage.write(report, out);
      // Refuses bytes that are no UTF-8.
      String html =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray())).toString();
      return new Rendered(html, out.size());
    } catch (CharacterCodingException e) {
      throw new AssertionError("not UTF-8", e);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// The page, left for the tests in a browser too.
  static Rendered kept(Report report, String name) throws IOException {
    Rendered page = of(report);
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(name + ".html"), page.html());
    return page;
  }

  /// All tags in order, as they are written.
  List<String> tags() {
    return all("<[a-zA-Z/][^>]*>");
  }

  /// All matches of an expression.
  List<String> all(String expression) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(expression).matcher(html);
    while (matcher.find()) {
      found.add(matcher.group(matcher.groupCount()));
    }
    return found;
  }

  /// The number that stands in the element with a `data-count`.
  String count(String key) {
    return all("data-count=\"" + key + "\">([^<]*)<").getFirst();
  }
}
