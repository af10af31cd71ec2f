package sluice.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QuickSkipTest {
  private static final int DOCUMENTS = 120;
  private static final byte[] SLACK = "],}\":e19".getBytes(US_ASCII);

  /// A value and what is open around it.
  private record Place(RandomJson.Value value, int nesting, long kinds) {}

  private static void places(RandomJson.Value value, int nesting, long kinds, List<Place> all) {
    all.add(new Place(value, nesting, kinds));
    long inside = kinds << 1 | (value.kind() == '{' ? 1 : 0);
    for (RandomJson.Value item : value.items()) {
      places(item, nesting + 1, inside, all);
    }
  }

  /// From any value on, and wherever the window ends.
  @Test
  void itGetsToTheLastValueThatBegins_andKnowsWhatIsOpenThere() {
    Random random = new Random(1);
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      RandomJson json = new RandomJson(seed, true);
      List<Place> places = new ArrayList<>();
      places(json.root(), 0, 0, places);
      for (int round = 0; round < 30; round++) {
        int start = round == 0 ? 0 : random.nextInt(places.size());
        int from = places.get(start).value().from();
        int stop = from + 1 + random.nextInt(json.bytes().length - from);
        int nestingMax = 3 + random.nextInt(QuickSkip.NESTING_MAX - 2);
        if (places.get(start).nesting() <= nestingMax) {
          assertPasses(json, places, start, stop, nestingMax);
        }
      }
    }
  }

  private static void assertPasses(
      RandomJson json, List<Place> places, int start, int stop, int nestingMax) {
    byte[] window = Arrays.copyOf(json.bytes(), stop + Bytes.SLACK_SIZE_BYTES);
    System.arraycopy(SLACK, 0, window, stop, SLACK.length);
    Place first = places.get(start);
    if (first.value().from() > 0) {
      // What was passed before counts no more.
      window[0] = SLACK[stop % 3];
    }
    QuickSkip quick = new QuickSkip();

    boolean closed =
        quick.pass(
            window, first.value().from(), stop, 0, first.nesting(), first.kinds(), nestingMax);

    int last = lastBegun(places, start, stop, nestingMax);
    Place reached = places.get(last);
    if (!isStopped(reached, nestingMax) && json.root().to() <= stop) {
      assertTrue(closed);
      assertEquals(json.root().to(), quick.at());
      assertEquals(0, quick.nesting());
      return;
    }
    assertEquals(false, closed);
    boolean isBetween = quick.at() == stop && reached.value().from() != stop;
    Place expected = isBetween ? places.get(last + 1) : reached;
    assertTrue(
        isBetween
            ? new String(json.bytes(), stop, expected.value().from() - stop, US_ASCII).isBlank()
            : quick.at() == expected.value().from());
    assertEquals(expected.nesting(), quick.nesting());
    assertEquals(expected.kinds(), quick.kinds());
  }

  private static int lastBegun(List<Place> places, int start, int stop, int nestingMax) {
    int last = start;
    while (last + 1 < places.size()
        && places.get(last + 1).value().from() < stop
        && !isStopped(places.get(last), nestingMax)) {
      last++;
    }
    return last;
  }

  private static boolean isStopped(Place place, int nestingMax) {
    return place.value().isContainer() && place.nesting() == nestingMax;
  }
}
