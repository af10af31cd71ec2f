package sluice.css;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.problem.Problem;
import sluice.problem.ProblemCode;
import sluice.resolve.ResolvedToken;
import sluice.token.Theme;

/// A style sheet of custom properties, written block by block.
///
/// The first choice of themes is `:root`. Each further one is a block for the elements that say so
/// in attributes, with just the properties that differ from `:root`; one that is not there any more
/// is `initial`, which is no value. What an alias comes to counts as different too, whatever is
/// written for it: an element inside inherits what `var()` came to further up, not `var()` itself.
///
/// Properties come in the order of the tokens. Nothing is held but the first choice, of which every
/// name and value is, so memory is bounded by the tokens of a run.
public final class CssSheet {
  private static final String ATTRIBUTE = "data-";
  private static final String ATTRIBUTE_WITHOUT_GROUP = "data-theme";
  private static final String NO_VALUE = "initial";

  private final boolean keepReferences;
  private final OutputStream out;
  private final CssNames names = new CssNames();
  private final Map<String, String> groups = new HashMap<>();
  private @Nullable Map<String, Declaration> root;

  /// One declaration.
  ///
  /// @param value what it comes to
  /// @param text what is written
  private record Declaration(String value, String text) {}

  /// @param keepReferences whether a value that is one reference is `var()`
  /// @param out is neither flushed nor closed; many small pieces are written to it
  public CssSheet(boolean keepReferences, OutputStream out) {
    this.keepReferences = keepReferences;
    this.out = out;
  }

  /// Writes the block of one choice of themes.
  ///
  /// @param themes what is chosen; without influence on the first one
  /// @param tokens the tokens that are shown, in their order
  /// @return what CSS cannot say, and names that two tokens come to
  /// @throws IOException what the stream throws
  public List<Problem> add(List<Theme> themes, List<ResolvedToken> tokens) throws IOException {
    List<Problem> problems = new ArrayList<>();
    Map<String, Declaration> all = declarations(tokens, problems);
    Map<String, Declaration> first = root;
    if (first == null) {
      root = all;
      block(":root", all);
      return problems;
    }
    Map<String, Declaration> different = new LinkedHashMap<>();
    first.forEach((name, declaration) -> {
      Declaration now = all.get(name);
      if (now == null) {
        different.put(name, new Declaration(NO_VALUE, NO_VALUE));
      } else if (!now.equals(declaration)) {
        different.put(name, now);
      }
    });
    all.forEach((name, declaration) -> {
      if (!first.containsKey(name)) {
        different.put(name, declaration);
      }
    });
    if (!different.isEmpty()) {
      out.write('\n');
      block(selector(themes, problems), different);
    }
    return problems;
  }

  private Map<String, Declaration> declarations(
      List<ResolvedToken> tokens, List<Problem> problems) {
    Map<String, List<Property>> plain = new LinkedHashMap<>();
    List<ResolvedToken> owners = new ArrayList<>();
    TokenProperties writer = new TokenProperties(References.NONE, problems);
    for (ResolvedToken token : tokens) {
      List<Property> properties = writer.of(token);
      if (!properties.isEmpty() && claim(token, properties, problems)) {
        plain.put(token.name(), properties);
        owners.add(token);
      }
    }
    TokenProperties keeper =
        new TokenProperties(
            keepReferences ? new References(plain) : References.NONE, new ArrayList<>());
    Map<String, Declaration> declarations = new LinkedHashMap<>();
    for (ResolvedToken token : owners) {
      String name = CssNames.of(token.name());
      List<Property> values = plain.getOrDefault(token.name(), List.of());
      List<Property> texts = keepReferences ? keeper.of(token) : values;
      for (int i = 0; i < values.size(); i++) {
        declarations.put(
            name + values.get(i).part(),
            new Declaration(values.get(i).value(), texts.get(i).value()));
      }
    }
    return declarations;
  }

  /// Whether the names of all properties are the token's.
  private boolean claim(ResolvedToken token, List<Property> properties, List<Problem> problems) {
    String name = CssNames.of(token.name());
    if (name == null) {
      problems.add(
          at(
              token,
              Problem.of(
                      ProblemCode.NOT_REPRESENTABLE,
                      "token \"%s\" has no form in CSS".formatted(token.name()))
                  .because("nothing of its name is left in kebab case")));
      return false;
    }
    for (Property property : properties) {
      String owner = names.claim(name + property.part(), token.name());
      if (owner != null) {
        problems.add(
            at(
                token,
                Problem.of(
                        ProblemCode.NAME_TAKEN, "token \"%s\" is left out".formatted(token.name()))
                    .because(
                        "its property %s is that of token \"%s\" already"
                            .formatted(name + property.part(), owner))
                    .advising("rename one of the two")));
        return false;
      }
    }
    return true;
  }

  private static Problem at(ResolvedToken token, Problem problem) {
    return token.token().location() == null ? problem : problem.at(token.token().location());
  }

  /// One attribute for each group of themes; `data-theme` for themes without a group.
  private String selector(List<Theme> themes, List<Problem> problems) {
    StringBuilder selector = new StringBuilder();
    for (Theme theme : themes) {
      String group = theme.group();
      String attribute = group == null ? ATTRIBUTE_WITHOUT_GROUP : attribute(group);
      String owner = groups.putIfAbsent(attribute, String.valueOf(group));
      if (owner != null && !owner.equals(String.valueOf(group))) {
        problems.add(
            Problem.of(
                    ProblemCode.NAME_TAKEN,
                    "the group of themes \"%s\" has the attribute of another one".formatted(group))
                .because("\"%s\" is %s already".formatted(owner, attribute))
                .advising("rename one of the two"));
      }
      selector.append('[').append(attribute).append('=');
      selector.append(CssText.quoted(theme.name())).append(']');
    }
    return selector.toString();
  }

  private static String attribute(String group) {
    String words = CssNames.kebab(group.replace('.', '-'));
    StringBuilder attribute = new StringBuilder(ATTRIBUTE);
    CssText.identifierPart(words, attribute);
    return words.isEmpty() ? ATTRIBUTE_WITHOUT_GROUP : attribute.toString();
  }

  private void block(String selector, Map<String, Declaration> declarations) throws IOException {
    StringBuilder text = new StringBuilder(selector).append(" {\n");
    for (Map.Entry<String, Declaration> entry : declarations.entrySet()) {
      text.append("  ").append(entry.getKey()).append(": ");
      text.append(entry.getValue().text()).append(";\n");
      if (text.length() > 8 * 1024) {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
      }
    }
    out.write(text.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
  }
}
