package org.contactroi.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What measures a pipeline starts it as a user does, and outlives how it is made. */
class BenchmarksArchitectureTest {

  private static final JavaClasses BENCHMARKS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.contactroi.benchmarks");

  @Test
  void onlyFunctionsKnowTheInsideOfThePipeline() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.contactroi.benchmarks.functions..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.contactroi.topology..",
            "org.contactroi.record..",
            "org.contactroi.serve..",
            "org.contactroi.kpi..",
            "org.contactroi.interaction..",
            "org.contactroi.episode..",
            "org.contactroi.outputs..")
        .check(BENCHMARKS);
  }

  @Test
  void roomsHaveNoCycles() {
    slices()
        .matching("org.contactroi.benchmarks.(*)..")
        .should()
        .beFreeOfCycles()
        .check(BENCHMARKS);
  }
}
