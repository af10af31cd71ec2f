package sluice.fuzz;

import java.util.List;

/// Jazzer's hooks that are left out: they look for injections into databases, shells, scripts and
/// the like, none of which this program has, and loading them takes most of the start.
final class JazzerHooks {
  private static final String PLACE = "com.code_intelligence.jazzer.sanitizers.";

  static final List<String> UNUSED =
      List.of(
              "BigDecimal",
              "ClojureLangHooks",
              "Deserialization",
              "ExpressionLanguageInjection",
              "FilePathTraversal",
              "LdapInjection",
              "NamingContextLookup",
              "OsCommandInjection",
              "ReflectiveCall",
              "RegexInjection",
              "RegexRoadblocks",
              "ScriptEngineInjection",
              "ServerSideRequestForgery",
              "SqlInjection",
              "TemplateInjection",
              "UnsafeSanitizer",
              "XPathInjection",
              "XmlParserSsrfGuidance")
          .stream()
          .map(PLACE::concat)
          .toList();

  private JazzerHooks() {}
}
