package sluice.testkit.generate;

import java.util.ArrayList;
import java.util.List;
import sluice.testkit.generate.TokenMeaning.Numbers;
import sluice.testkit.generate.TokenMeaning.Typography;

/// The part of set `core` that is the same in every library: lengths, opacities, type styles, with
/// aliases, maths and units, next to what each comes to.
final class CoreTokens {
  final List<TokenEntry> entries = new ArrayList<>();
  final List<Numbers> spacings = new ArrayList<>();
  final List<Numbers> insets = new ArrayList<>();
  final List<Numbers> radii = new ArrayList<>();
  final List<Numbers> cornerSets = new ArrayList<>();
  final List<Numbers> borderWidths = new ArrayList<>();
  final List<Numbers> opacities = new ArrayList<>();
  final List<Numbers> sizes = new ArrayList<>();
  final List<Numbers> fontSizes = new ArrayList<>();
  final List<Numbers> lineHeights = new ArrayList<>();
  final List<Numbers> letterSpacings = new ArrayList<>();
  final List<Typography> typographies = new ArrayList<>();

  CoreTokens() {
    lengths();
    opacities();
    fonts();
    typographies();
  }

  private void lengths() {
    add(spacings, "spacing", "space.base", "4", 4);
    add(spacings, "spacing", "space.xs", "{space.base}", 4);
    add(spacings, "spacing", "space.sm", "{space.base} * 2", 8);
    add(spacings, "spacing", "space.md", "{space.sm} * 2", 16);
    add(spacings, "spacing", "space.lg", "{space.md} * 1.5", 24);
    add(spacings, "spacing", "space.xl", "{space.lg} + {space.sm}", 32);
    add(spacings, "spacing", "space.xxl", "({space.md} + {space.sm}) * 2", 48);
    add(spacings, "spacing", "space.button-x", "12px", 12);
    add(spacings, "spacing", "space.button-y", "6px", 6);
    add(spacings, "spacing", "space.section", "4rem", 64);
    add(insets, "spacing", "inset.button", "{space.button-y} {space.button-x}", 6, 12, 6, 12);
    add(insets, "spacing", "inset.card", "16px 24px", 16, 24, 16, 24);
    add(insets, "spacing", "inset.list", "8px 12px 16px", 8, 12, 16, 12);
    add(radii, "borderRadius", "radius.none", "0", 0);
    add(radii, "borderRadius", "radius.sm", "2", 2);
    add(radii, "borderRadius", "radius.md", "{radius.sm} * 2", 4);
    add(radii, "borderRadius", "radius.lg", "{radius.md} * 2px", 8);
    add(radii, "borderRadius", "radius.xl", "{radius.md} * 4", 16);
    add(radii, "borderRadius", "radius.full", "999px", 999);
    add(cornerSets, "borderRadius", "radius.sheet", "12px 12px 0px 0px", 12, 12, 0, 0);
    add(cornerSets, "borderRadius", "radius.leaf", "8px 2px", 8, 2, 8, 2);
    add(borderWidths, "borderWidth", "border-width.hairline", "1", 1);
    add(borderWidths, "borderWidth", "border-width.thin", "{border-width.hairline} * 2", 2);
    add(borderWidths, "borderWidth", "border-width.thick", "{border-width.thin} + 2", 4);
    add(borderWidths, "borderWidth", "border-width.fine", "0.5px", 0.5);
    add(sizes, "sizing", "size.icon-sm", "16", 16);
    add(sizes, "sizing", "size.icon-md", "{size.icon-sm} * 1.5", 24);
    add(sizes, "sizing", "size.icon-lg", "{size.icon-md} * 2", 48);
    add(sizes, "sizing", "size.avatar", "2.5rem", 40);
    add(sizes, "sizing", "size.touch", "44px", 44);
    add(sizes, "sizing", "size.column", "{size.touch} * 2", 88);
  }

  private void opacities() {
    add(opacities, "opacity", "opacity.full", "100%", 1);
    add(opacities, "opacity", "opacity.strong", "0.8", 0.8);
    add(opacities, "opacity", "opacity.half", "50%", 0.5);
    add(opacities, "opacity", "opacity.disabled", "{opacity.strong} / 2", 0.4);
    add(opacities, "opacity", "opacity.faint", "12%", 0.12);
  }

  private void fonts() {
    entries.add(TokenEntry.of("font.family.sans", "fontFamilies", "Inter"));
    entries.add(TokenEntry.of("font.family.brand", "fontFamilies", "{font.family.sans}"));
    entries.add(TokenEntry.of("font.family.mono", "fontFamilies", "Roboto Mono"));
    entries.add(TokenEntry.of("font.weight.regular", "fontWeights", "Regular"));
    entries.add(TokenEntry.of("font.weight.medium", "fontWeights", "Medium"));
    entries.add(TokenEntry.of("font.weight.bold", "fontWeights", "Bold"));
    add(fontSizes, "fontSizes", "font.size.base", "16", 16);
    add(fontSizes, "fontSizes", "font.size.xs", "{font.size.base} * 0.75", 12);
    add(fontSizes, "fontSizes", "font.size.sm", "0.875rem", 14);
    add(fontSizes, "fontSizes", "font.size.lg", "{font.size.base} * 1.25", 20);
    add(fontSizes, "fontSizes", "font.size.xl", "{font.size.lg} * 1.2", 24);
    add(fontSizes, "fontSizes", "font.size.xxl", "{font.size.base} * 2", 32);
    add(fontSizes, "fontSizes", "font.size.display", "{font.size.xl} * 2", 48);
    add(lineHeights, "lineHeights", "line-height.caption", "16", 16);
    add(lineHeights, "lineHeights", "line-height.body", "{line-height.caption} * 1.5", 24);
    add(lineHeights, "lineHeights", "line-height.title", "32px", 32);
    entries.add(TokenEntry.of("line-height.tight", "lineHeights", "120%"));
    entries.add(TokenEntry.of("line-height.loose", "lineHeights", "150%"));
    add(letterSpacings, "letterSpacing", "letter-spacing.none", "0", 0);
    add(letterSpacings, "letterSpacing", "letter-spacing.wide", "0.5px", 0.5);
    entries.add(TokenEntry.of("letter-spacing.tight", "letterSpacing", "-2%"));
  }

  private void typographies() {
    typography("display.lg", "display", "bold", "tight", "tight", "none", "none");
    typography("display.sm", "xxl", "bold", "tight", "tight", "none", "none");
    typography("heading.lg", "xl", "bold", "title", "none", "none", "none");
    typography("heading.md", "lg", "bold", "body", "none", "none", "none");
    typography("heading.sm", "base", "medium", "body", "none", "none", "none");
    typography("body.lg", "lg", "regular", "loose", "none", "none", "none");
    typography("body.md", "base", "regular", "loose", "none", "none", "none");
    typography("body.sm", "sm", "regular", "loose", "none", "none", "none");
    typography("label.md", "sm", "medium", "caption", "wide", "none", "none");
    typography("label.sm", "xs", "medium", "caption", "wide", "uppercase", "none");
    typography("link.md", "base", "medium", "body", "none", "none", "underline");
    typography("price.old", "sm", "regular", "caption", "none", "none", "line-through");
  }

  private void typography(
      String name,
      String size,
      String weight,
      String height,
      String spacing,
      String textCase,
      String decoration) {
    String full = "typography." + name;
    String json =
        "{\"fontFamily\":\"{font.family.brand}\",\"fontWeight\":\"{font.weight."
            + weight
            + "}\",\"fontSize\":\"{font.size."
            + size
            + "}\",\"lineHeight\":\"{line-height."
            + height
            + "}\",\"letterSpacing\":\"{letter-spacing."
            + spacing
            + "}\",\"textCase\":\""
            + textCase
            + "\",\"textDecoration\":\""
            + decoration
            + "\"}";
    entries.add(TokenEntry.composite(full, "typography", json));
    boolean percent = height.equals("tight") || height.equals("loose");
    double pixels = value(fontSizes, "font.size." + size);
    typographies.add(
        new Typography(
            full,
            "Inter",
            weight.equals("bold") ? "Bold" : weight.equals("medium") ? "Medium" : "Regular",
            weight.equals("bold") ? 700 : weight.equals("medium") ? 500 : 400,
            pixels,
            percent
                ? height.equals("tight") ? 120 : 150
                : value(lineHeights, "line-height." + height),
            percent,
            spacing.equals("tight") ? -0.02 * pixels : spacing.equals("wide") ? 0.5 : 0,
            textCase.equals("uppercase") ? "UPPER" : "ORIGINAL",
            decoration.equals("underline")
                ? "UNDERLINE"
                : decoration.equals("line-through") ? "STRIKETHROUGH" : "NONE"));
  }

  private static double value(List<Numbers> tokens, String name) {
    for (Numbers token : tokens) {
      if (token.name().equals(name)) {
        return token.first();
      }
    }
    throw new IllegalStateException("no token " + name);
  }

  private void add(List<Numbers> list, String type, String name, String text, double... values) {
    entries.add(TokenEntry.of(name, type, text));
    List<Double> numbers = new ArrayList<>();
    for (double value : values) {
      numbers.add(value);
    }
    list.add(new Numbers(name, numbers));
  }
}
