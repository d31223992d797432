package org.contactroi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rooms of the command line know the rooms below them, and no other. */
class AppArchitectureTest {

  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.contactroi.app");

  private static final Map<String, List<String>> KNOWN =
      Map.ofEntries(
          entry("config", List.of()),
          entry("topics", List.of("config")),
          entry("runs", List.of("config", "topics")),
          entry("pipeline", List.of("config", "topics")),
          entry("reference", List.of("config", "topics", "runs")),
          entry("rejects", List.of("config", "topics", "runs")),
          entry("money", List.of("config", "topics", "runs", "reference")),
          entry("kpis", List.of("config", "topics", "runs", "money")),
          entry("explain", List.of("config", "topics", "runs", "reference", "kpis")),
          entry(
              "replay",
              List.of("config", "topics", "runs", "reference", "pipeline", "kpis", "explain")),
          entry("report", List.of("config", "topics", "runs", "reference", "money")),
          entry(
              "api",
              List.of(
                  "config",
                  "topics",
                  "runs",
                  "reference",
                  "rejects",
                  "money",
                  "kpis",
                  "explain",
                  "replay")),
          entry("run", List.of("config", "topics", "runs", "pipeline", "replay", "api")));

  @ParameterizedTest
  @MethodSource("rooms")
  void knowsOnlyRoomsBelow(String room) {
    String[] others =
        KNOWN.keySet().stream()
            .filter(other -> !other.equals(room) && !KNOWN.get(room).contains(other))
            .map(AppArchitectureTest::pattern)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(pattern(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(APP);
  }

  @Test
  void everyClassIsInARoom() {
    noClasses().should().resideInAPackage("org.contactroi.app").allowEmptyShould(true).check(APP);
  }

  private static Stream<String> rooms() {
    return KNOWN.keySet().stream().sorted();
  }

  private static String pattern(String room) {
    return "org.contactroi.app." + room + "..";
  }
}
