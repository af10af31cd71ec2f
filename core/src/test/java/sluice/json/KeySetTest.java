package sluice.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KeySetTest {
  /// Keys of one length that differ in one place.
  private static List<String> alike(int length, char other) {
    Set<String> keys = new LinkedHashSet<>();
    String plain = "k".repeat(length);
    keys.add(plain);
    for (int at : new int[] {0, 6, 7, 8, length / 2, length - 9, length - 8, length - 1}) {
      if (at >= 0 && at < length) {
        keys.add(plain.substring(0, at) + other + plain.substring(at + 1));
      }
    }
    return new ArrayList<>(keys);
  }

  private static List<String> alikeOfEveryLength(char other) {
    List<String> keys = new ArrayList<>();
    for (int length = 0; length <= 300; length += length < 40 ? 1 : 13) {
      keys.addAll(alike(length, other));
    }
    return keys;
  }

  @Test
  void keysThatDifferInOneByte_areToldApart() {
    List<String> names = alikeOfEveryLength('x');
    KeySet keys = new KeySet(names);

    for (int i = 0; i < names.size(); i++) {
      assertEquals(i, keys.find(names.get(i)), names.get(i));
    }
    for (String absent : alikeOfEveryLength('y')) {
      assertEquals(names.indexOf(absent), keys.find(absent), absent);
    }
  }

  @Test
  void aKeyAmongOtherBytes_isFoundWhereverItLies() {
    List<String> names = alikeOfEveryLength('x');
    KeySet keys = new KeySet(names);
    for (int before = 0; before < 10; before++) {
      for (int after = 0; after < 10; after++) {
        for (int i = 0; i < names.size(); i += 7) {
          byte[] bytes = ("k".repeat(before) + names.get(i) + "k".repeat(after)).getBytes(UTF_8);

          assertEquals(i, keys.find(bytes, before, bytes.length - after));
        }
      }
    }
  }

  @Test
  void manyKeys_areAllFound_andNoOther() {
    Random random = new Random(1);
    for (int size : new int[] {0, 1, 2, 3, 4, 5, 7, 8, 9, 500}) {
      Set<String> made = new LinkedHashSet<>();
      while (made.size() < size) {
        made.add(name(random));
      }
      List<String> names = new ArrayList<>(made);
      KeySet keys = new KeySet(names);
      for (int i = 0; i < size; i++) {
        assertEquals(i, keys.find(names.get(i)));
      }
      for (int i = 0; i < 1_000; i++) {
        String any = name(random);
        assertEquals(names.indexOf(any), keys.find(any), any);
      }
    }
  }

  @Test
  void ofTwoEqualKeys_theFirstCounts() {
    KeySet keys = new KeySet(List.of("id", "id", "é", "é"));

    assertEquals(0, keys.find("id"));
    assertEquals(2, keys.find("é"));
    assertEquals(-1, keys.find("e"));
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      name.append("ab€é".charAt(random.nextInt(4)));
    }
    return name.toString();
  }
}
