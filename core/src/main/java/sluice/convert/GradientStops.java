package sluice.convert;

import java.util.ArrayList;
import java.util.List;
import sluice.token.NumberText;

/// The stops of a gradient as text, before anybody knows whether their colours are any.
final class GradientStops {
  private GradientStops() {}

  /// One stop.
  ///
  /// @param color a colour or a reference
  /// @param position 0 to 1, where it is said or evenly spread
  record Stop(String color, double position) {}

  /// The first argument where it is a direction, else empty.
  static String direction(String text) {
    List<String> arguments = arguments(text);
    boolean isDirection =
        !arguments.isEmpty()
            && (arguments.getFirst().startsWith("to ")
                || arguments.getFirst().matches("[+-]?[\\d.]+(deg|turn|rad|grad)"));
    return isDirection ? arguments.getFirst() : "";
  }

  static List<Stop> of(String text) {
    List<String> arguments = arguments(text);
    List<String> written =
        direction(text).isEmpty() ? arguments : arguments.subList(1, arguments.size());
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String stop = written.get(i);
      int blank = stop.lastIndexOf(' ');
      String last = stop.substring(blank + 1);
      boolean hasPosition = blank > 0 && last.matches("[+-]?[\\d.]+%");
      double position =
          hasPosition
              ? DtcgLiteral.hundredth(NumberText.parseFloat(last))
              : written.size() == 1 ? 0 : (double) i / (written.size() - 1);
      stops.add(new Stop(hasPosition ? stop.substring(0, blank).strip() : stop, position));
    }
    return stops;
  }

  private static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = text.indexOf('(') + 1;
    int end = Math.max(start, text.lastIndexOf(')'));
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      if (c == ',' && depth == 0) {
        arguments.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    String last = text.substring(start, end).strip();
    if (!last.isEmpty()) {
      arguments.add(last);
    }
    return arguments;
  }
}
