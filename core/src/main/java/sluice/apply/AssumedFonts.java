package sluice.apply;

/// Every font a person could mean.
///
/// A list of families and a numeric weight are no font anywhere, so they are refused: the caller
/// then goes on to the first family of the list and the weight's name.
enum AssumedFonts implements FontCatalog {
  INSTANCE;

  @Override
  public boolean exists(String family, String style) {
    return isName(family) && isName(style) && family.indexOf(',') < 0;
  }

  @Override
  public boolean assumed() {
    return true;
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != ' ' && c != '.') {
        return true;
      }
    }
    return false;
  }
}
