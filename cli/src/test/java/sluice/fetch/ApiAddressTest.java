package sluice.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.problem.ProblemCode;
import sluice.problem.SluiceException;

final class ApiAddressTest {
  private static final FileKey KEY = new FileKey(FakeFigma.KEY);

  private static ApiAddress at(String url) {
    return ApiAddress.of(Map.of("SLUICE_FIGMA_URL", url));
  }

  @Test
  void figma_unlessSaidOtherwise() {
    ApiAddress address = ApiAddress.of(Map.of());

    assertEquals(
        "https://api.figma.com/v1/files/" + KEY.text() + "?plugin_data=shared",
        address.file(KEY).toString());
    assertEquals(
        "https://api.figma.com/v1/files/" + KEY.text() + "/meta", address.meta(KEY).toString());
  }

  @Test
  void idsOfNodes_areEncoded() {
    assertEquals(
        "https://api.figma.com/v1/files/"
            + KEY.text()
            + "/nodes?ids=1%3A2,I1%3A2%3B3%3A4&plugin_data=shared",
        at("").nodes(KEY, List.of("1:2", "I1:2;3:4")).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://figma.example/",
        "http://localhost:8080",
        "http://127.0.0.1:1",
        "http://[::1]:1/x"
      })
  void encryptedOrOnThisMachine(String url) {
    assertEquals(url.replaceFirst("/$", ""), at(url).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://figma.example",
        "http://127.0.0.1.example",
        "http://localhost@figma.example",
        "https://user:password@figma.example",
        "https://figma.example?x=1",
        "https://figma.example#x",
        "file:///etc",
        "figma.example",
        "https://",
        "a b"
      })
  void everythingElse_isRefused(String url) {
    SluiceException e = assertThrows(SluiceException.class, () -> at(url));

    assertEquals(ProblemCode.OPTION_INVALID, e.problem().code());
  }
}
