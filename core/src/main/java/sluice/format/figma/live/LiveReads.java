package sluice.format.figma.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.apply.PropertyKey;
import sluice.format.figma.property.FigmaField;
import sluice.format.figma.property.FigmaPlan;

/// Which fields the plugin must send of a node, each only if the node's type has it.
public final class LiveReads {
  private static final Map<String, List<String>> KEYS = keyFields();

  private LiveReads() {}

  /// The fields every node must come with.
  public static List<String> always() {
    return List.of(LiveField.BOUND_VARIABLES.fieldName());
  }

  /// The fields a node must come with for each property key it has, by the key's stored name.
  public static Map<String, List<String>> keys() {
    return KEYS;
  }

  private static Map<String, List<String>> keyFields() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (PropertyKey key : PropertyKey.values()) {
      Set<FigmaField> reads = FigmaPlan.readsOf(key);
      List<String> names = new ArrayList<>();
      for (LiveField field : LiveField.values()) {
        if (reads.contains(field.family())) {
          names.add(field.fieldName());
        }
      }
      keys.put(key.storedName(), List.copyOf(names));
    }
    return Collections.unmodifiableMap(keys);
  }
}
