package sluice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The arrows between the rooms of `core`. A new arrow is a decision: add it here and say why in
/// `docs/decisions`.
class LayoutTest {
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("problem", Set.of()),
          Map.entry("json", Set.of("problem")),
          Map.entry("archive", Set.of("problem")),
          Map.entry("document", Set.of("problem")),
          Map.entry("token.dtcg", Set.of("problem")),
          Map.entry("token", Set.of("token.dtcg", "problem")),
          Map.entry("token.source", Set.of("token", "token.dtcg", "json", "archive", "problem")),
          Map.entry("resolve.math", Set.of("token", "problem")),
          Map.entry("resolve.color", Set.of("token", "problem")),
          Map.entry(
              "resolve", Set.of("resolve.math", "resolve.color", "token", "token.dtcg", "problem")),
          Map.entry(
              "resolve.dtcg", Set.of("resolve", "resolve.color", "token", "token.dtcg", "problem")),
          Map.entry(
              "resolve.penpot",
              Set.of("resolve", "resolve.math", "resolve.color", "token", "problem")),
          Map.entry(
              "convert",
              Set.of(
                  "resolve",
                  "resolve.dtcg",
                  "resolve.penpot",
                  "resolve.color",
                  "token",
                  "token.dtcg",
                  "json",
                  "problem")),
          Map.entry("css", Set.of("resolve", "resolve.color", "token", "token.dtcg", "problem")),
          Map.entry("discover", Set.of("document", "token", "problem")),
          Map.entry("apply", Set.of("document", "token", "resolve", "problem")),
          Map.entry(
              "apply.foreign",
              Set.of(
                  "apply",
                  "resolve",
                  "resolve.color",
                  "resolve.penpot",
                  "token",
                  "token.dtcg",
                  "problem")),
          Map.entry("emit", Set.of("document", "json", "problem")),
          Map.entry("finding", Set.of("token", "resolve", "resolve.color", "json", "problem")),
          Map.entry("finding.report", Set.of("finding", "token", "json", "problem")),
          Map.entry(
              "impact",
              Set.of(
                  "finding",
                  "finding.report",
                  "resolve",
                  "resolve.color",
                  "token",
                  "document",
                  "report",
                  "report.gather",
                  "json",
                  "problem")),
          Map.entry("usage", Set.of("token", "resolve", "json", "problem")),
          Map.entry("report", Set.of("document", "problem")),
          Map.entry("report.gather", Set.of("report", "resolve.color", "document", "problem")),
          Map.entry("revert", Set.of("json", "emit", "problem")),
          Map.entry("remap", Set.of("json", "resolve", "token", "token.source", "problem")),
          Map.entry(
              "format",
              Set.of("document", "token", "json", "discover", "apply", "emit", "problem")),
          Map.entry(
              "format.figma.property",
              Set.of("document", "token", "json", "apply", "resolve", "resolve.color", "problem")),
          Map.entry(
              "format.figma",
              Set.of(
                  "format",
                  "format.figma.property",
                  "finding",
                  "document",
                  "token",
                  "json",
                  "discover",
                  "resolve",
                  "resolve.color",
                  "apply",
                  "emit",
                  "remap",
                  "report",
                  "report.gather",
                  "revert",
                  "problem")),
          Map.entry(
              "format.figma.live",
              Set.of(
                  "format.figma.property",
                  "token",
                  "json",
                  "discover",
                  "apply",
                  "resolve",
                  "problem")),
          Map.entry("format.penpot.shape", Set.of("token", "json", "resolve.penpot", "problem")),
          Map.entry(
              "format.penpot",
              Set.of(
                  "format",
                  "format.penpot.shape",
                  "finding",
                  "archive",
                  "document",
                  "token",
                  "json",
                  "discover",
                  "resolve",
                  "resolve.color",
                  "emit",
                  "remap",
                  "report",
                  "report.gather",
                  "revert",
                  "problem")),
          Map.entry(
              "pipeline", Set.of("document", "discover", "resolve", "apply", "emit", "problem")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("sluice");

  @Test
  void everyArrowBetweenRooms_isAllowed() {
    Set<String> unknown = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      String room = room(from.getPackageName());
      if (room == null || room.isEmpty()) {
        continue;
      }
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String to = room(dependency.getTargetClass().getPackageName());
        if (to != null && !to.equals(room) && !ALLOWED.getOrDefault(room, Set.of()).contains(to)) {
          unknown.add(room + " -> " + (to.isEmpty() ? "sluice" : to));
        }
      }
    }

    assertEquals(Set.of(), unknown, "new arrows");
  }

  @Test
  void onlyThePipelineStartsThreads() {
    List<String> starters = new ArrayList<>();
    for (JavaClass from : CLASSES) {
      boolean starts =
          from.getConstructorCallsFromSelf().stream()
              .anyMatch(call -> call.getTargetOwner().isAssignableTo(Thread.class));
      if (starts && !from.getPackageName().equals("sluice.pipeline")) {
        starters.add(from.getName());
      }
    }

    assertEquals(List.of(), starters);
  }

  @Test
  void nothingReadsXmlOrObjects_norRunsProgramsOrReachesANetwork() {
    List<String> found = new ArrayList<>();
    for (JavaClass from : CLASSES) {
      String room = room(from.getPackageName());
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String name = dependency.getTargetClass().getName();
        boolean isAbsent =
            name.startsWith("javax.")
                || name.startsWith("org.xml.")
                || name.startsWith("java.net.")
                || name.equals("java.io.ObjectInputStream")
                || name.equals("java.lang.ProcessBuilder")
                || name.equals("java.lang.ClassLoader");
        if (room != null && isAbsent) {
          found.add(from.getName() + " -> " + name);
        }
      }
    }

    assertEquals(List.of(), found);
  }

  /// The package below `sluice`, empty for the root, null for anything else and for `testkit`.
  private static @org.jspecify.annotations.Nullable String room(String packageName) {
    if (packageName.equals("sluice")) {
      return "";
    }
    if (!packageName.startsWith("sluice.") || packageName.startsWith("sluice.testkit")) {
      return null;
    }
    return packageName.substring("sluice.".length());
  }
}
