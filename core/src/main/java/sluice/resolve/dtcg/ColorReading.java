package sluice.resolve.dtcg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.resolve.color.DtcgColorSpace;
import sluice.resolve.color.DtcgColorSpace.Srgb;
import sluice.token.NumberText;
import sluice.token.TokenValue;
import sluice.token.dtcg.LocatedJson;

/// A colour (Color module, color type).
final class ColorReading {
  /// How far a channel of `hex` may be from the components before it is worth a word, of 255.
  private static final int HEX_TOLERANCE = 2;

  private final TypedReading reading;

  ColorReading(TypedReading reading) {
    this.reading = reading;
  }

  TokenValue read(LocatedJson json) throws Rejection {
    Map<String, LocatedJson> members =
        reading.members(json, "color", Set.of("colorSpace", "components"), Set.of("alpha", "hex"));
    DtcgColorSpace space = space(members.get("colorSpace"));
    List<TokenValue> components =
        space == null ? null : components(space, members.get("components"));
    Map<String, TokenValue> parts = new LinkedHashMap<>();
    for (Map.Entry<String, LocatedJson> member : members.entrySet()) {
      TokenValue part =
          switch (member.getKey()) {
            case "colorSpace" -> space == null ? null : new TokenValue.Text(space.key());
            case "components" -> components == null ? null : new TokenValue.Many(components);
            case "alpha" -> alpha(member.getValue());
            default -> hex(member.getValue(), space, components);
          };
      if (part != null) {
        parts.put(member.getKey(), part);
      }
    }
    return new TokenValue.Parts(parts);
  }

  private @Nullable DtcgColorSpace space(@Nullable LocatedJson place) throws Rejection {
    LocatedJson json = place == null ? null : reading.plain(place);
    if (json == null) {
      return null;
    }
    DtcgColorSpace space =
        json instanceof LocatedJson.Str key ? DtcgColorSpace.of(key.text()) : null;
    if (space == null) {
      throw TypedReading.wrong(json, DtcgColorSpace.listed());
    }
    return space;
  }

  /// The components, or null while a token is needed.
  private @Nullable List<TokenValue> components(DtcgColorSpace space, @Nullable LocatedJson place)
      throws Rejection {
    LocatedJson json = place == null ? null : reading.plain(place);
    if (json == null) {
      return null;
    }
    if (!(json instanceof LocatedJson.Arr array)
        || array.items().size() != DtcgColorSpace.COMPONENTS) {
      throw TypedReading.wrong(json, "an array of three numbers or \"none\"");
    }
    List<TokenValue> components = new ArrayList<>();
    boolean isPending = false;
    for (LocatedJson item : array.items()) {
      LocatedJson component = reading.plain(item);
      if (component == null) {
        isPending = true;
        components.add(new TokenValue.Nothing());
      } else {
        components.add(component(space, components.size(), component));
      }
    }
    return isPending ? null : components;
  }

  private TokenValue component(DtcgColorSpace space, int index, LocatedJson json) throws Rejection {
    if (json instanceof LocatedJson.Str text && text.text().equals(DtcgColorSpace.NONE)) {
      return new TokenValue.Text(DtcgColorSpace.NONE);
    }
    String allowed = space.range(index) + " or \"none\"";
    TokenValue.Num number = reading.number(json, allowed);
    if (!space.isInRange(index, number.value())) {
      throw TypedReading.wrong(json, allowed);
    }
    return number;
  }

  private @Nullable TokenValue alpha(LocatedJson place) throws Rejection {
    LocatedJson json = reading.plain(place);
    if (json == null) {
      return null;
    }
    TokenValue.Num alpha = reading.number(json, "a number from 0 to 1");
    if (!(alpha.value() >= 0 && alpha.value() <= 1)) {
      throw TypedReading.wrong(json, "a number from 0 to 1");
    }
    return alpha;
  }

  private @Nullable TokenValue hex(
      LocatedJson place, @Nullable DtcgColorSpace space, @Nullable List<TokenValue> components)
      throws Rejection {
    LocatedJson json = reading.plain(place);
    if (json == null) {
      return null;
    }
    if (!(json instanceof LocatedJson.Str text) || !text.text().matches("#[0-9A-Fa-f]{6}")) {
      throw TypedReading.wrong(json, "# and six hexadecimal digits");
    }
    if (space != null && components != null) {
      compare(text, space, components);
    }
    return new TokenValue.Text(text.text());
  }

  private void compare(LocatedJson.Str hex, DtcgColorSpace space, List<TokenValue> components) {
    double[] numbers = new double[DtcgColorSpace.COMPONENTS];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = components.get(i) instanceof TokenValue.Num(double number) ? number : 0;
    }
    Srgb srgb = space.toSrgb(numbers);
    int said = Integer.parseInt(hex.text(), 1, hex.text().length(), 16);
    int meant = srgb.clipped();
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((said >> shift & 0xFF) - (meant >> shift & 0xFF)) > HEX_TOLERANCE) {
        reading.doubt(
            hex.at(),
            "hex is %s, but %s %s is %s"
                .formatted(hex.text(), space.key(), listed(numbers), srgb.hex()));
        return;
      }
    }
  }

  private static String listed(double[] numbers) {
    List<String> texts = new ArrayList<>();
    for (double number : numbers) {
      texts.add(NumberText.of(number));
    }
    return String.join(" ", texts);
  }
}
