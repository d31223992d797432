package org.contactroi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which package may use which: arrows go down, and the pure ones know java.* only. */
class ArchitectureTest {

  private static final int MOST_FILES = 40;

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.contactroi");

  /** A package depends on itself, those named, java.* and jspecify only. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interaction.event  |",
        "interaction        | interaction.event",
        "interaction.fold   | interaction interaction.event",
        "episode..          | interaction interaction.event",
        "kpi..              | episode interaction interaction.event",
        "agent..            | kpi.. interaction..",
        "live..             | kpi.. interaction",
        "explain..          | kpi.. episode interaction interaction.event",
        "notation..         |",
        "roi.amount         | kpi.. interaction",
        "roi.rate           | roi.amount kpi.. interaction",
        "roi.baseline       | roi.rate roi.amount kpi.. interaction",
        "roi.customer       | roi.amount kpi.. interaction",
        "roi.ledger         | roi.rate roi.amount kpi.. interaction..",
        "roi.price          | roi.ledger roi.baseline roi.rate roi.amount roi.customer kpi.."
            + " interaction..",
        "roi.statement      | roi.ledger roi.baseline roi.amount roi.customer kpi.. interaction",
        "roi..              | roi.. kpi.. episode interaction..",
      })
  void purePackagesKnowOnlyWhatIsBelowThem(String name, String others) {
    String[] allowed =
        Stream.concat(
                Stream.of("java..", "org.jspecify..", pattern(name)),
                patterns(others == null ? "" : others))
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(pattern(name))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(PRODUCT);
  }

  /** Of packages that know libraries: what of the product they do not know. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Reference records are held against each other without a broker.
        "catalog..              | topology.. app.. serve.. report.. record..",
        "record..               | topology.. app.. serve.. report.. catalog..",
        // It reads what is published, by whatever process.
        "serve..                | topology.. app..",
        "serve.gauge            | serve.store serve.http serve.api serve.page serve",
        "serve.store            | serve.http serve.api serve.page serve",
        "serve.http             | serve.api serve.page serve",
        "serve.access           | serve.http serve.api serve.page serve.store serve.gauge serve",
        "serve.page             | serve.api serve.store serve.gauge serve",
        // It is made of what it is given.
        "report..               | topology.. app.. serve.. record..",
        "topology..             | app.. serve.. report..",
        "topology.store         | topology.stage topology.intake topology.interaction"
            + " topology.episode topology.agent topology.customer topology.window"
            + " topology.statement topology",
        "topology.stage         | topology.intake topology.interaction topology.episode"
            + " topology.agent topology.customer topology.window topology.statement topology",
        "topology.intake        | topology.interaction topology.episode topology.agent"
            + " topology.customer topology.window topology.statement topology",
        "topology.interaction   | topology.episode topology.agent topology.customer"
            + " topology.window topology.statement topology",
        "topology.episode       | topology.intake topology.interaction topology.agent"
            + " topology.customer topology.window topology.statement topology",
        "topology.agent         | topology.interaction topology.episode topology.customer"
            + " topology.window topology.statement topology",
        "topology.customer      | topology.interaction topology.episode topology.agent"
            + " topology.window topology.statement topology",
        "topology.live          | topology.intake topology.interaction topology.episode topology.agent"
            + " topology.customer topology.window topology.statement topology",
        "topology.window        | topology.intake topology.interaction topology.episode"
            + " topology.agent topology.customer topology.statement topology",
        "topology.statement     | topology.intake topology.interaction topology.episode"
            + " topology.agent topology.customer topology.window topology",
      })
  void otherPackagesDoNotKnowWhatIsAboveOrBesideThem(String name, String others) {
    noClasses()
        .that()
        .resideInAPackage(pattern(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(patterns(others).toArray(String[]::new))
        .check(PRODUCT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "catalog.. | org.apache.kafka..",
        "record..  | org.apache.kafka.streams..",
        "report..  | org.apache.kafka.. org.apache.avro.. org.contactroi.outputs.."
      })
  void whatIsNoEdgeKnowsNoKafka(String name, String libraries) {
    noClasses()
        .that()
        .resideInAPackage(pattern(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries.split(" "))
        .check(PRODUCT);
  }

  /** What differs between families stands in their classes. */
  @Test
  void nothingIsDecidedByTheFamilyOutsideOfFamilies() throws IOException {
    Pattern decision = Pattern.compile("switch \\([^)]*[fF]amil(y|ies)(\\(\\))?\\)");
    try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      assertThat(sources.filter(file -> file.toString().endsWith(".java")))
          .filteredOn(file -> !file.getParent().endsWith(Path.of("kpi", "family")))
          .noneMatch(file -> decision.matcher(read(file)).find());
    }
  }

  @Test
  void packagesDependOnEachOtherOneWay() {
    SlicesRuleDefinition.slices()
        .assignedFrom(new Packages())
        .should()
        .beFreeOfCycles()
        .check(PRODUCT);
  }

  @Test
  void noPackageIsTooLargeToBeFoundThroughByReading() {
    Map<String, Long> files = new TreeMap<>();
    PRODUCT.stream()
        .filter(type -> type.isTopLevelClass() && !isGenerated(type))
        .forEach(type -> files.merge(type.getPackageName(), 1L, Long::sum));
    assertThat(files)
        .allSatisfy((name, count) -> assertThat(count).isLessThanOrEqualTo(MOST_FILES));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isGenerated(JavaClass type) {
    return type.isAssignableTo("org.apache.avro.generic.GenericContainer")
        || type.getPackageName().matches("org\\.contactroi\\.(events|outputs|reference)");
  }

  /** Every package by itself. */
  private static final class Packages implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith("org.contactroi")
          ? SliceIdentifier.of(type.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }

  private static Stream<String> patterns(String names) {
    return Stream.of(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(ArchitectureTest::pattern);
  }

  private static String pattern(String name) {
    return "org.contactroi." + name;
  }
}
