package sluice.format.figma.live;

import java.util.stream.Stream;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sluice.testkit.vector.Vectors;

class LiveVectorsTest {
  static final Map<String,Integer> C = new TreeMap<>();
  @TestFactory
  Stream<DynamicTest> all() {
    return LiveVectors.suites().stream().flatMap(suite -> {
      Vectors v = Vectors.load(suite.name());
      var check = suite.preparation().prepare(v);
      return v.tests(fact -> { for (String s : check.run(fact)) C.merge(suite.label()+" "+s,1,Integer::sum); });
    });
  }
  @org.junit.jupiter.api.AfterAll static void p(){ System.out.println(C); }
}
