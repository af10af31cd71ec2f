package sluice.token.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.token.dtcg.LocatedJson;

/// Values of one file as values that know their file. Depth is bounded by the parser.
final class LocatedJsonReader {
  private LocatedJsonReader() {}

  static LocatedJson of(SourceValue value, String file) {
    int line = value.line();
    int column = value.column();
    return switch (value) {
      case SourceValue.Str text -> new LocatedJson.Str(text.text(), file, line, column);
      case SourceValue.Num number -> new LocatedJson.Num(number.value(), file, line, column);
      case SourceValue.Bool bool -> new LocatedJson.Bool(bool.value(), file, line, column);
      case SourceValue.Null _ -> new LocatedJson.Null(file, line, column);
      case SourceValue.Arr array -> {
        List<LocatedJson> items = new ArrayList<>(array.items().size());
        for (SourceValue item : array.items()) {
          items.add(of(item, file));
        }
        yield new LocatedJson.Arr(items, file, line, column);
      }
      case SourceValue.Obj object -> {
        Map<String, LocatedJson> members = LinkedHashMap.newLinkedHashMap(object.members().size());
        for (Map.Entry<String, SourceValue.Member> member : object.members().entrySet()) {
          members.put(member.getKey(), of(member.getValue().value(), file));
        }
        yield new LocatedJson.Obj(members, file, line, column);
      }
    };
  }
}
