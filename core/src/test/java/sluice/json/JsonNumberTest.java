package sluice.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonNumberTest {
  private static final int ROUNDS = 300_000;

  @Test
  void everyNumber_isTheDoubleThatThePlatformReads() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      check(Double.toString(random.nextFloat()), seed);
      check(Double.toString((double) (random.nextFloat() * 4000 - 2000)), seed);
      check(Double.toString(random.nextDouble() * 1000), seed);
      check(digits(random, 1 + random.nextInt(20)) + "." + digits(random, 1 + random.nextInt(30)));
      check("0." + "0".repeat(random.nextInt(12)) + digits(random, 1 + random.nextInt(20)));
    }
  }

  @Test
  void numbersInTheMiddleOfTwoDoubles_goToTheEvenOne() {
    check("9007199254740993");
    check("9007199254740993.0");
    check("900719925474099.35");
    check("9007199254740.9965");
    check("0.500000000000000166533453693773481063544750213623046875");
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      long odd = (1L << 53) + 2L * random.nextInt() + 1;
      int cut = 1 + random.nextInt(6);
      String text = Long.toString(Math.abs(odd));
      check(text.substring(0, text.length() - cut) + "." + text.substring(text.length() - cut));
      check(Long.toString((1L << 57) + random.nextInt(1 << 20)) + ".0");
    }
  }

  @Test
  void fractionsExactlyInTheMiddle_goToTheEvenOne_atEveryPower() {
    Random random = new Random(2);
    for (int power = 1; power <= 4; power++) {
      for (int i = 0; i < 200; i++) {
        // 54 bits, the last of them set, times 5^power: divided by 10^power it is a half.
        long middle = ((1L << 53) + 2L * random.nextInt(1 << 20) + 1) * (long) Math.pow(5, power);
        String text = Long.toString(middle);
        int point = text.length() - power;
        check(text.substring(0, point) + "." + text.substring(point));
        check("-" + text.substring(0, point) + "." + text.substring(point));
      }
    }
  }

  @Test
  void formsThatAreRare_areReadAsWell() {
    for (String text :
        new String[] {
          "0",
          "-0",
          "0.0",
          "-0.0",
          "1e3",
          "1E-5",
          "-2.5e+10",
          "1e400",
          "4.9e-324",
          "100000000000",
          "123456789012345678901234567890",
          "0.00000000000000000000000000000000000000000001",
          "999999999999999999",
          "999999999999999999.9",
          "0.999999999999999999",
          "1.0",
          "10"
        }) {
      check(text);
    }
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
    for (int i = 1; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static void check(String text) {
    check(text, 0);
  }

  private static void check(String text, long seed) {
    byte[] bytes = (":" + text + ",").getBytes(StandardCharsets.US_ASCII);
    assertEquals(text.length() + 1, JsonNumber.end(bytes, 1));
    assertEquals(
        Double.doubleToRawLongBits(Double.parseDouble(text)),
        Double.doubleToRawLongBits(JsonNumber.parse(bytes, 1, text.length() + 1)),
        () -> text + ", seed " + seed);
  }
}
