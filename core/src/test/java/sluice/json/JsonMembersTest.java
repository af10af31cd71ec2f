package sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

final class JsonMembersTest {
  private static JsonValue number(int value) {
    return new JsonValue.Num(value, String.valueOf(value));
  }

  /// Members `k0`, `k1` and so on, each added twice, its number first doubled and then as it is.
  private static JsonMembers members(int size) {
    JsonMembers members = new JsonMembers();
    for (int i = 0; i < size; i++) {
      members.add("k" + i, number(2 * i));
    }
    for (int i = 0; i < size; i++) {
      members.add("k" + i, number(i));
    }
    return members;
  }

  @Test
  void ofAKeyAddedTwice_theLastValueCounts_inTheFirstOnesPlace() {
    for (int size = 0; size < 60; size++) {
      JsonMembers members = members(size);

      assertEquals(size, members.size());
      for (int i = 0; i < size; i++) {
        String key = "k" + i;
        assertEquals(key, members.key(i));
        assertEquals(i, members.find(key));
        assertEquals(number(i), members.value(i));
        assertEquals(number(i), members.get(key));
        assertTrue(members.containsKey(key));
      }
      assertFalse(members.containsKey("k" + size));
      assertNull(members.get("k" + size));
      assertEquals(-1, members.find("k" + size));
    }
  }

  @Test
  @SuppressWarnings("CollectionIncompatibleType") // that is what is asked
  void whatIsNoText_isNoKey() {
    Map<String, JsonValue> members = members(3);

    assertFalse(members.containsKey(1));
    assertNull(members.get(1));
    assertFalse(members.containsKey(null));
  }

  @Test
  void entries_comeInWrittenOrder_andEnd() {
    JsonMembers members = members(30);
    List<String> seen = new ArrayList<>();
    members.forEach((key, value) -> seen.add(key + JsonTree.write(value)));

    assertEquals(30, seen.size());
    assertEquals("k00", seen.getFirst());
    assertEquals("k2929", seen.getLast());
    Iterator<Map.Entry<String, JsonValue>> one = members(1).entrySet().iterator();
    one.next();
    assertFalse(one.hasNext());
    assertThrows(NoSuchElementException.class, one::next);
  }

  @Test
  void beyondTheLast_thereIsNone() {
    JsonMembers members = members(3);

    assertThrows(IndexOutOfBoundsException.class, () -> members.key(3));
    assertThrows(IndexOutOfBoundsException.class, () -> members.value(3));
  }

  @Test
  void membersOfMembers_areTheSame() {
    JsonMembers members = members(3);

    assertSame(members, JsonMembers.of(members));
    assertEquals(members, JsonMembers.of(Map.copyOf(members)));
  }
}
