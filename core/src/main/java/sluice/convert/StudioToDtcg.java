package sluice.convert;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.resolve.ResolvedToken;
import sluice.token.Dialect;
import sluice.token.Token;
import sluice.token.TokenLibrary;
import sluice.token.TokenSet;
import sluice.token.TokenValue;
import sluice.token.dtcg.DtcgType;

/// A library of Tokens Studio or Penpot as DTCG: a file for each set, and a resolver document.
///
/// A token keeps a reference where it is one, and where a part of a composite is. An expression, a
/// text with references in it, and a colour with a modifier are written as what they come to. The
/// type the token had is kept in `$extensions` for tools that know it.
final class StudioToDtcg {
  static final String NAMESPACE = "studio.tokens";
  static final String ORIGINAL_TYPE = "originalType";
  private static final String SCHEMA = "https://www.designtokens.org/schemas/2025.10/format.json";

  private final TokenLibrary library;
  private final Losses losses = new Losses("DTCG");
  private final DtcgNames names;
  private final StudioTypes types;
  private long count;

  StudioToDtcg(TokenLibrary library) {
    this.library = library;
    names = new DtcgNames(library);
    types = new StudioTypes(library);
  }

  Conversion convert() {
    FileNames files = new FileNames();
    StudioValues values = new StudioValues(library);
    List<ConvertedFile> written = new ArrayList<>();
    for (TokenSet set : library.sets()) {
      IdentityHashMap<Token, ResolvedToken> resolved = values.of(set);
      NameTree tree = new NameTree();
      for (Token token : set.tokens()) {
        TokenValue json = token.isRemark() ? null : token(token, resolved.get(token));
        List<String> path = json == null ? null : names.path(token.name());
        if (json != null && path != null) {
          tree.put(path, json);
          count++;
        }
      }
      written.add(
          new ConvertedFile(
              files.of(set.name()) + ".tokens.json",
              JsonFile.of(tree.json(Map.of("$schema", new TokenValue.Text(SCHEMA))))));
    }
    written.addFirst(
        new ConvertedFile("tokens.resolver.json", new ResolverText(library, files, losses).json()));
    return new Conversion(written, count, losses.problems());
  }

  /// The token's object, or null when it is left out.
  private @Nullable TokenValue token(Token token, @Nullable ResolvedToken resolved) {
    if (names.path(token.name()) == null) {
      losses.leftOut(token, "its name has a part that is empty, begins with $ or has braces");
      return null;
    }
    if (names.isRenamed(token.name())) {
      losses.changed(
          token,
          "other tokens' names begin with its name; it is %s there"
              .formatted(names.reference(token.name())));
    }
    try {
      return object(token, resolved);
    } catch (Unsayable e) {
      losses.leftOut(token, e.why());
      return null;
    }
  }

  private TokenValue object(Token token, @Nullable ResolvedToken resolved) throws Unsayable {
    String target = token.modifier() == null ? ReferenceText.only(token.value()) : null;
    DtcgType own =
        StudioTypes.of(
            token.type(), resolved == null || resolved.failed() ? token.value() : resolved.value());
    if (target != null) {
      DtcgType there = types.of(target);
      boolean isThere = types.isDeclared(target);
      boolean mayBe = own == null || there == own || isLineHeight(token);
      if (isThere && there != null && mayBe && names.path(target) != null) {
        return members(token, there, new TokenValue.Text(names.reference(target)));
      }
      if (!isThere && own != null) {
        return members(token, own, new TokenValue.Text(names.reference(target)));
      }
      if (own == null || (isThere && there == null)) {
        throw new Unsayable(
            "it is a reference to \"%s\", whose type DTCG does not have".formatted(target));
      }
      losses.changed(
          token,
          "it is a %s and refers to a %s, which DTCG does not allow; it is written as its value"
              .formatted(own.text(), there == null ? "?" : there.text()));
    }
    if (own == null) {
      throw new Unsayable(
          token.type() == null
              ? "it has no type"
              : "DTCG has no type for \"%s\"".formatted(token.type()));
    }
    if (resolved == null || resolved.failed()) {
      throw new Unsayable("it has no value, and its text is not one reference");
    }
    if (target == null && token.modifier() != null) {
      losses.changed(token, "its modifier is applied, and the colour does not follow any more");
    }
    DtcgComposite composite =
        new DtcgComposite(token, names, types, losses, library.dialect() == Dialect.PENPOT);
    TokenValue value = composite.of(own, token.value(), resolved.value());
    return members(token, own, value);
  }

  private static boolean isLineHeight(Token token) {
    return "lineHeights".equals(token.type());
  }

  private TokenValue members(Token token, DtcgType type, TokenValue value) {
    Map<String, TokenValue> members = new LinkedHashMap<>();
    members.put("$type", new TokenValue.Text(type.text()));
    members.put("$value", value);
    if (token.description() != null && !token.description().isEmpty()) {
      members.put("$description", new TokenValue.Text(token.description()));
    }
    TokenValue extensions = extensions(token, type);
    if (extensions != null) {
      members.put("$extensions", extensions);
    }
    return new TokenValue.Parts(members);
  }

  /// What other tools wrote, and the type the token had.
  private static @Nullable TokenValue extensions(Token token, DtcgType type) {
    Map<String, TokenValue> extensions = new LinkedHashMap<>();
    if (token.extensions() instanceof TokenValue.Parts(Map<String, TokenValue> parts)) {
      extensions.putAll(parts);
    }
    String original = token.type();
    if (original != null && !original.equals(type.text())) {
      extensions.put(NAMESPACE, DtcgLiteral.parts(ORIGINAL_TYPE, new TokenValue.Text(original)));
    }
    return extensions.isEmpty() ? null : new TokenValue.Parts(extensions);
  }
}
