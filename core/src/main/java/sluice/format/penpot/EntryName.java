package sluice.format.penpot;

import org.jspecify.annotations.Nullable;

/// What an entry is, by its path (Penpot, archive layout).
///
/// @param kind what it holds
/// @param file id of the file it belongs to; empty where it belongs to none
/// @param id id of the page or shape; empty for anything else
/// @param page id of the shape's page; empty for anything else
record EntryName(Kind kind, String file, String page, String id) {
  static final String MANIFEST = "manifest.json";

  private static final int ID_SIZE = 36;
  private static final String FILES = "files/";
  private static final String PAGES = "/pages/";
  private static final String JSON = ".json";
  private static final int FILE_END = FILES.length() + ID_SIZE;
  private static final int PAGE_FROM = FILE_END + PAGES.length();
  private static final int PAGE_END = PAGE_FROM + ID_SIZE;
  private static final int SHAPE_SIZE = PAGE_END + 1 + ID_SIZE + JSON.length();
  private static final int PAGE_SIZE = PAGE_END + JSON.length();

  private static final EntryName OTHER = new EntryName(Kind.OTHER, "", "", "");

  /// What entries hold.
  enum Kind {
    MANIFEST,
    FILE,
    PAGE,
    SHAPE,
    TOKENS,
    OTHER
  }

  static EntryName of(String path) {
    if (path.equals(MANIFEST)) {
      return new EntryName(Kind.MANIFEST, "", "", "");
    }
    if (!path.startsWith(FILES) || path.length() < FILE_END + JSON.length()) {
      return OTHER;
    }
    String file = path.substring(FILES.length(), FILE_END);
    if (path.length() == FILE_END + JSON.length() && path.endsWith(JSON)) {
      return new EntryName(Kind.FILE, file, "", "");
    }
    if (path.length() == FILE_END + "/tokens.json".length()
        && path.startsWith("/tokens.json", FILE_END)) {
      return new EntryName(Kind.TOKENS, file, "", "");
    }
    if (!path.startsWith(PAGES, FILE_END) || !path.endsWith(JSON)) {
      return OTHER;
    }
    if (path.length() == PAGE_SIZE) {
      String page = path.substring(PAGE_FROM, PAGE_END);
      return new EntryName(Kind.PAGE, file, page, page);
    }
    if (path.length() == SHAPE_SIZE && path.charAt(PAGE_END) == '/') {
      String page = path.substring(PAGE_FROM, PAGE_END);
      return new EntryName(
          Kind.SHAPE, file, page, path.substring(PAGE_END + 1, PAGE_END + 1 + ID_SIZE));
    }
    return OTHER;
  }

  /// The path of a file's header.
  static String header(String file) {
    return FILES + file + JSON;
  }

  /// The path of a file's token library.
  static String tokens(String file) {
    return FILES + file + "/tokens.json";
  }

  /// Whether a text has the length of an id; what is in it is up to Penpot.
  static boolean isId(@Nullable String text) {
    return text != null && text.length() == ID_SIZE && text.indexOf('/') < 0;
  }
}
