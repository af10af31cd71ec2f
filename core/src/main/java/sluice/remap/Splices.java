package sluice.remap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Replacements in a text in memory.
final class Splices {
  private static final Comparator<Splice> BY_PLACE =
      Comparator.comparingInt(Splice::from).thenComparingInt(Splice::to);

  private final byte[] bytes;
  private final List<Splice> splices = new ArrayList<>();

  private record Splice(int from, int to, String text) {}

  Splices(byte[] bytes) {
    this.bytes = bytes;
  }

  void replace(int from, int to, String text) {
    splices.add(new Splice(from, to, text));
  }

  /// A part of the text after all replacements that lie in it.
  byte[] apply(int from, int to) {
    splices.sort(BY_PLACE);
    ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
    int done = from;
    for (Splice splice : splices) {
      if (splice.from() >= done && splice.to() <= to) {
        out.write(bytes, done, splice.from() - done);
        byte[] text = splice.text().getBytes(StandardCharsets.UTF_8);
        out.write(text, 0, text.length);
        done = splice.to();
      }
    }
    out.write(bytes, done, to - done);
    return out.toByteArray();
  }
}
