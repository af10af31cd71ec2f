package sluice.json;

/// A whole document passed over, in the two ways there are.
final class Passed {
  private Passed() {}

  /// Passes from the first byte to the end; either skips the value or enters all of it.
  static void pass(JsonScanner scanner, boolean enters) {
    scanner.begin();
    if (enters) {
      enter(scanner);
    } else {
      scanner.skipValue();
    }
    scanner.end();
  }

  private static void enter(JsonScanner scanner) {
    int first = scanner.peek();
    if (first == '{') {
      for (boolean more = scanner.enterObject(); more; more = scanner.nextMember()) {
        scanner.key();
        enter(scanner);
      }
    } else if (first == '[') {
      for (boolean more = scanner.enterArray(); more; more = scanner.nextElement()) {
        enter(scanner);
      }
    } else {
      scanner.skipValue();
    }
  }
}
