package sluice.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class IdSetTest {
  @Test
  void everyId_isNewOnce() {
    IdSet ids = new IdSet();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 5_000; i++) {
        byte[] id = ("xI1:2;" + i).getBytes(StandardCharsets.UTF_8);
        assertEquals(round == 0, ids.add(id, 1, id.length - 1));
      }
    }

    assertEquals(5_000, ids.count());
  }

  @Test
  void onlyTheGivenBytes_count() {
    IdSet ids = new IdSet();

    assertTrue(ids.add(new byte[] {1, 2, 3}, 0, 2));
    assertFalse(ids.add(new byte[] {1, 2, 4}, 0, 2));
    assertTrue(ids.add(new byte[] {1, 2, 4}, 0, 3));
  }
}
