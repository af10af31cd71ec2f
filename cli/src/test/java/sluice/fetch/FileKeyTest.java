package sluice.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

final class FileKeyTest {
  private static final String KEY = FakeFigma.KEY;

  @ParameterizedTest
  @ValueSource(
      strings = {
        KEY,
        "figma:" + KEY,
        "https://www.figma.com/file/" + KEY,
        "https://www.figma.com/design/" + KEY + "/My-File?node-id=1-2&t=abc-0",
        "https://figma.com/design/" + KEY + "?m=dev",
        "figma:https://www.figma.com/design/" + KEY + "/",
        "www.figma.com/proto/" + KEY + "/x#frame",
        "HTTPS://WWW.FIGMA.COM/board/" + KEY + "/Board",
        "https://www.figma.com/design/0123456789012345678901/branch/" + KEY + "/My-File?x=1",
      })
  void keysAndAddresses(String argument) {
    assertEquals(new FileKey(KEY), FileKey.parse(argument));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "figma:",
        "figma:short",
        "figma:AbCdEfGhIjKlMnOpQrSt-_",
        "figma:AbCdEfGhIjKlMnOpQrStUv/../../x",
        "figma:AbCdEfGhIjKlMnOpQrStUv?depth=1",
        "figma:AbCdEfGhIjKlMnOpQrStUv\n",
        "https://www.figma.com.example/design/AbCdEfGhIjKlMnOpQrStUv",
        "https://example.com/figma.com/design/AbCdEfGhIjKlMnOpQrStUv",
        "https://www.figma.com/community/plugin/1234567890123456789012",
        "ftp://www.figma.com/design/AbCdEfGhIjKlMnOpQrStUv",
      })
  void everythingElse_isRefused(String argument) {
    SluiceException e = assertThrows(SluiceException.class, () -> FileKey.parse(argument));

    assertEquals(ProblemCode.OPTION_INVALID, e.problem().code());
  }

  @Test
  void filesOnDisk_areNotMeant() {
    assertFalse(FileKey.isMeantBy("design.json"));
    assertFalse(FileKey.isMeantBy(KEY));
    assertFalse(FileKey.isMeantBy("./figma:" + KEY));
    assertTrue(FileKey.isMeantBy("figma:" + KEY));
    assertTrue(FileKey.isMeantBy("https://example.com"));
  }
}
