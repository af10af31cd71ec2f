package sluice.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Something that takes bytes from anyone, and what must be so whatever they are.
public interface FuzzTarget {
  /// Small inputs that reach far; everything else is made of them.
  List<byte[]> seeds() throws IOException;

  /// Gives one input to the product. A problem is a good end.
  ///
  /// @param folder empty; is emptied afterwards
  /// @throws AssertionError when something is not as it must be
  /// @throws Exception whatever the product threw that is not a problem
  void check(byte[] input, Path folder) throws Exception;
}
