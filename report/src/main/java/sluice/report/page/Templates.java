package sluice.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;

/// The templates, compiled with the rest of the module. They escape by the place a value stands in.
final class Templates {
  private static final String PACKAGE = "sluice.report.page";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, PACKAGE);

  /// One part of the page.
  Markup render(String name, Object model) {
    StringOutput output = new StringOutput();
    render(name, model, output);
    return new Markup(output.toString());
  }

  /// The same, written at once.
  void render(String name, Object model, TemplateOutput output) {
    engine.render(name + ".jte", model, output);
  }
}
