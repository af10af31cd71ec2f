package sluice.format.figma.property;

import sluice.apply.PropertyKey;
import sluice.problem.Problem;

/// Takes what applying tokens to one node comes to.
public interface EditSink {

  /// Takes a change. No two changes of one node concern the same member.
  void edit(Edit edit);

  /// Takes something to tell the user; the problem has no place yet.
  ///
  /// @param key the property key concerned
  void problem(PropertyKey key, Problem problem);
}
