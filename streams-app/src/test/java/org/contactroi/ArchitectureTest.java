package org.contactroi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pure packages know neither Kafka nor Avro nor Micrometer, and depend one way. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.contactroi");

  @Test
  void interactionsKnowOnlyThemselves() {
    only("interaction").check(PRODUCT);
  }

  @Test
  void episodesKnowInteractions() {
    only("episode", "interaction").check(PRODUCT);
  }

  @Test
  void kpisKnowEpisodesAndInteractions() {
    only("kpi", "episode", "interaction").allowEmptyShould(true).check(PRODUCT);
  }

  @Test
  void agentsKnowKpisAndInteractions() {
    only("agent", "kpi", "interaction").check(PRODUCT);
  }

  @Test
  void returnOnInvestmentKnowsKpisEpisodesAndInteractions() {
    only("roi", "kpi", "episode", "interaction").check(PRODUCT);
  }

  @Test
  void explanationsKnowKpisEpisodesAndInteractions() {
    only("explain", "kpi", "episode", "interaction").check(PRODUCT);
  }

  @Test
  void notationKnowsOnlyItself() {
    only("notation").check(PRODUCT);
  }

  /** Reference records are held against each other without a broker. */
  @Test
  void catalogKnowsContractsAndDomainOnly() {
    noClasses()
        .that()
        .resideInAPackage(pattern("catalog"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..", pattern("topology"), pattern("app"), pattern("serve"))
        .check(PRODUCT);
  }

  /** It reads what is published, by whatever process. */
  @Test
  void readSideKnowsNeitherTopologyNorCommands() {
    noClasses()
        .that()
        .resideInAPackage(pattern("serve"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(pattern("topology"), pattern("app"))
        .check(PRODUCT);
  }

  /** It is made of what it is given. */
  @Test
  void reportsKnowNeitherTopicsNorCommands() {
    noClasses()
        .that()
        .resideInAPackage(pattern("report"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "org.apache.avro..",
            pattern("outputs"),
            pattern("topology"),
            pattern("app"),
            pattern("serve"))
        .check(PRODUCT);
  }

  @Test
  void topologyKnowsNeitherCommandsNorReadSide() {
    noClasses()
        .that()
        .resideInAPackage(pattern("topology"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(pattern("app"), pattern("serve"))
        .check(PRODUCT);
  }

  /** The first package depends on itself, the others, java.* and jspecify only. */
  private static ArchRule only(String name, String... others) {
    List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify.."));
    allowed.add(pattern(name));
    for (String other : others) {
      allowed.add(pattern(other));
    }
    return classes()
        .that()
        .resideInAPackage(pattern(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new));
  }

  private static String pattern(String name) {
    return "org.contactroi." + name + "..";
  }
}
