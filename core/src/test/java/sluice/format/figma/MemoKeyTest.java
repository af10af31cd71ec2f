package sluice.format.figma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.format.figma.property.Bindings;
import sluice.format.figma.property.EditSink;
import sluice.format.figma.property.FigmaField;
import sluice.format.figma.property.FigmaNode;
import sluice.format.figma.property.PropertyFamily;

class MemoKeyTest {
  private final MemoFamily family = new MemoFamily(new Fills());

  @Test
  void bindingsOfOthers_doNotCount() {
    String plain = key(false, fields("[]", null, null));
    String bound = key(false, fields("[]", "{\"opacity\":{\"id\":\"1\"}}", "{\"text\":\"1:2\"}"));

    assertEquals(plain, bound);
    assertNotEquals(plain, key(false, fields("[1]", null, null)));
  }

  @Test
  void ofItsOwnBindings_placesCount_butNotWhatTheySay() {
    String one = key(false, fields("[]", null, "{ \"fill\": \"1:2\" }"));

    assertEquals(one, key(false, fields("[]", null, "{ \"fill\": \"7:8\" }")));
    assertNotEquals(one, key(false, fields("[]", null, "{ \"fill\": \"11:2\" }")));
    assertNotEquals(one, key(false, fields("[]", null, "{\"fill\": \"1:2\"  }")));
    assertNotEquals(
        key(false, fields("[]", null, "{\"fill\":\"a\",\"fills\":1}")),
        key(false, fields("[]", null, "{\"fill\":\"a\",\"fillx\":1}")));
  }

  @Test
  void aChangeSetShowsWhatBindingsSay() {
    String one = key(true, fields("[]", null, "{\"fill\":\"1:2\"}"));

    assertNotEquals(one, key(true, fields("[]", null, "{\"fill\":\"7:8\"}")));
  }

  @Test
  void aNameWrittenWithEscapes_mayBeItsOwn() {
    String plain = key(false, fields("[]", null, null));

    assertNotEquals(plain, key(false, fields("[]", null, "{\"fi\\u006cl\":\"1:2\"}")));
  }

  @Test
  void fieldsThatAreTooLarge_haveNoKey() {
    MemoKey key = new MemoKey(false);
    String text = "\"" + "x".repeat(MemoKey.SIZE_BYTES_MAX) + "\"";

    assertTrue(turn(key, fields("[]", null, null)));
    assertFalse(turn(key, fields(text, null, null)));
  }

  private static Map<FigmaField, String> fields(
      String fills, @Nullable String bound, @Nullable String styles) {
    Map<FigmaField, String> fields = new LinkedHashMap<>();
    fields.put(FigmaField.FILLS, fills);
    fields.put(FigmaField.OPACITY, "0.5");
    if (bound != null) {
      fields.put(FigmaField.BOUND_VARIABLES, bound);
    }
    if (styles != null) {
      fields.put(FigmaField.STYLES, styles);
    }
    return fields;
  }

  private String key(boolean asWritten, Map<FigmaField, String> fields) {
    MemoKey key = new MemoKey(asWritten);
    assertTrue(turn(key, fields));
    assertTrue(key.equalTo(key.copy()));
    return key.hash() + " " + new String(key.copy(), StandardCharsets.ISO_8859_1);
  }

  @SuppressWarnings("EnumOrdinal")
  private boolean turn(MemoKey key, Map<FigmaField, String> fields) {
    FieldTable table = new FieldTable();
    StringBuilder text = new StringBuilder();
    for (Map.Entry<FigmaField, String> field : fields.entrySet()) {
      int from = text.length();
      text.append(field.getValue());
      int to = text.length();
      table.add(field.getKey().ordinal(), from, from, to, FieldTable.NONE, from);
    }
    return key.turnTo(family, table, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private record Fills() implements PropertyFamily {
    @Override
    public long reads() {
      return FigmaField.FILLS.bit() | FigmaField.BOUND_VARIABLES.bit() | FigmaField.STYLES.bit();
    }

    @Override
    public long bindings() {
      byte[] names = "fill fills".getBytes(StandardCharsets.US_ASCII);
      return Bindings.bit(names, 0, 4) | Bindings.bit(names, 5, 10);
    }

    @Override
    public boolean readsParent() {
      return false;
    }

    @Override
    public void apply(FigmaNode node, EditSink sink) {}
  }
}
