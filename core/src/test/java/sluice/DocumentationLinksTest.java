package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sluice.testkit.vector.ProjectFiles;

/// Links between the pages of the documentation lead somewhere.
class DocumentationLinksTest {
  private static final Pattern CODE =
      Pattern.compile("(?s)^```.*?^```|`[^`\n]*`", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

  @Test
  void everyRelativeLink_leadsToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    int count = 0;
    for (Path page : pages()) {
      List<String> links = links(page);
      count += links.size();
      for (String link : links) {
        if (!leadsSomewhere(page, link)) {
          broken.add(ProjectFiles.root().relativize(page) + ": " + link);
        }
      }
    }

    assertEquals(List.of(), broken);
    assertTrue(count > 20, "only " + count + " links found");
  }

  private static List<Path> pages() throws IOException {
    Path root = ProjectFiles.root();
    List<Path> pages = new ArrayList<>();
    for (String name : List.of("README.md", "ARCHITECTURE.md", "CHANGELOG.md")) {
      pages.add(root.resolve(name));
    }
    try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  private static List<String> links(Path page) throws IOException {
    String text = CODE.matcher(Files.readString(page)).replaceAll("");
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(link -> !ELSEWHERE.matcher(link).matches())
        .toList();
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    int mark = link.indexOf('#');
    String path = mark < 0 ? link : link.substring(0, mark);
    Path target = path.isEmpty() ? page : page.resolveSibling(path);
    return Files.exists(target) && (mark < 0 || anchors(target).contains(link.substring(mark + 1)));
  }

  /// The names under which headings can be linked to: lower case, words joined by hyphens.
  private static List<String> anchors(Path page) throws IOException {
    return HEADING
        .matcher(Files.readString(page))
        .results()
        .map(heading ->
            heading
                .group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-'))
        .toList();
  }
}
