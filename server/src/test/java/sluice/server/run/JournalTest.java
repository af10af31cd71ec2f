package sluice.server.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.json.JsonTree;
import sluice.json.JsonValue;

/// What a journal says after its process was killed at any moment.
final class JournalTest {
  @TempDir private Path folder;

  private static final String PATCH_1 = patch(1, 1);
  private static final String PATCH_2 = patch(2, 1);
  private static final String NODES_1 = nodes(1, 500);
  private static final String PATCHED_1 =
      "{\"k\":\"patched\",\"p\":1,\"counts\":{\"written\":200},\"kept\":[{\"id\":\"I1;2\",\"fields\":[\"x\"]}]}";
  private static final String PATCH_3 = patch(3, 2);
  private static final String NODES_2 = nodes(2, 900);
  private static final String SCAN = "{\"k\":\"scan\",\"chunks\":2}";
  private static final List<String> LINES =
      List.of(PATCH_1, PATCH_2, NODES_1, PATCHED_1, PATCH_3, NODES_2, SCAN);

  private static String patch(int number, int nodes) {
    PatchDraft draft = new PatchDraft();
    draft.add("{\"id\":\"1:%d\",\"set\":{\"opacity\":1}}".formatted(number), "{\"id\":\"ü\"}");
    return PatchLine.of(draft.numbered(number), nodes, draft.inverse());
  }

  private static String nodes(int number, int to) {
    return ("{\"k\":\"nodes\",\"n\":%d,\"page\":\"0:1\",\"to\":%d,\"hash\":\"h\","
            + "\"counts\":{\"nodes\":100},\"problems\":[]}")
        .formatted(number, to);
  }

  private JournalState load(Path file) throws IOException {
    try (Journal journal = Journal.open(file)) {
      assertNotNull(journal);
      return journal.load();
    }
  }

  @Test
  void whatWasAdded_isReadAgain() throws Exception {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      assertNotNull(journal);
      JournalState empty = journal.load();
      assertEquals(0, empty.nodesDone());
      assertNull(empty.place());
      journal.append(LINES);
    }
    JournalState state = load(file);
    assertEquals(2, state.nodesDone());
    assertEquals(2, state.chunksAtAll());
    assertEquals(3, state.patchesMade());
    assertEquals(List.of(2L, 3L), state.pending().stream().map(Patch::number).toList());
    assertEquals(new ScanPlace("0:1", 900, "h"), state.place());
    assertEquals(200, state.counts().get(LiveCounts.Count.NODES));
    assertEquals(200, state.counts().get(LiveCounts.Count.WRITTEN));
    assertNull(state.end());
    assertEquals(
        "\"ops\":[{\"id\":\"1:2\",\"set\":{\"opacity\":1}}],\"fonts\":[]",
        state.pending().getFirst().body());
  }

  /// Cut at every byte, it is what it was after the last line that counts, and can be added to.
  @Test
  void journalCutAnywhere_isThatOfTheLastLineThatCounts() throws Exception {
    byte[] whole = (String.join("\n", LINES) + "\n").getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("journal");
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (Journal journal = Journal.open(file)) {
        assertNotNull(journal);
        JournalState state = journal.load();
        String kept = new String(whole, 0, (int) state.lengthBytes(), StandardCharsets.UTF_8);
        long chunks = kept.lines().filter(line -> line.startsWith("{\"k\":\"nodes\"")).count();
        assertEquals(chunks, state.nodesDone());
        assertEquals(state.lengthBytes(), Files.size(file));
        // Patches whose nodes did not get in do not count, and their numbers are given again.
        long patches = kept.lines().filter(line -> line.startsWith("{\"k\":\"patch\"")).count();
        assertEquals(patches, state.patchesMade());
        journal.append(List.of(nodes(7, 7)));
      }
      assertEquals(7, load(file).nodesDone());
    }
  }

  @Test
  void damagedLine_isTold() throws Exception {
    Path file = folder.resolve("journal");
    for (String line : List.of("nonsense", "{}", "[1]", "{\"k\":\"dance\"}", "{\"k\":\"nodes\"}")) {
      Files.writeString(file, PATCH_1 + "\n" + line + "\n" + NODES_1 + "\n");
      assertThrows(IOException.class, () -> load(file), line);
    }
  }

  @Test
  void journalThatIsOpen_cannotBeOpenedAgain() throws Exception {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      assertNotNull(journal);
      assertNull(Journal.open(file));
    }
    try (Journal again = Journal.open(file)) {
      assertNotNull(again);
    }
  }

  @Test
  void patchesFromTheEnd_areThoseThatWereAdded() throws Exception {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      assertNotNull(journal);
      journal.append(LINES);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      PatchOffsets patches = PatchOffsets.of(channel);
      assertEquals(3, patches.count());
      for (int i = 0; i < 3; i++) {
        assertEquals(3 - i, patches.line(i).number("p"));
      }
      assertNull(patches.answer(0));
      assertNull(patches.answer(1));
      JsonValue.Obj inverse =
          (JsonValue.Obj)
              JsonTree.read(
                  """
                  {"id": "I1;2", "expect": {"x": 1, "y": 2}, "set": {"x": 3, "y": 4}}
                  """);
      Kept kept = new Kept(patches.answer(2));
      assertEquals(
          JsonTree.read("{\"id\": \"I1;2\", \"expect\": {\"y\": 2}, \"set\": {\"y\": 4}}"),
          kept.without(inverse));
      assertNull(kept.without((JsonValue.Obj) JsonTree.read("{\"id\": \"I1;2\", \"set\": {\"x\": 3}}")));
      assertEquals(inverse, new Kept(null).without(inverse));
    }
  }

  @Test
  void threadThatIsToldToStop_addsToTheEnd() throws Exception {
    Path file = folder.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      assertNotNull(journal);
      assertEquals(0, journal.load().nodesDone());
      Thread.currentThread().interrupt();
      journal.append(LINES);
      assertTrue(Thread.interrupted());
      journal.append(List.of("{\"k\":\"end\",\"state\":\"cancelled\"}"));
    }
    assertEquals("cancelled", load(file).end());
  }
}
