package org.contactroi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.contactroi.wire.Contracts.Contract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every contract reads everything that was ever written by it. With {@code -Dcontracts.keep=next}
 * (or {@code replace}) changed contracts are first kept as their next version (or in place of their
 * newest).
 */
class SchemaHistoryTest {
  private static final Path ROOT = Path.of("src/main/schema-history");
  private static final SchemaValidator READS_ALL =
      new SchemaValidatorBuilder().canReadStrategy().validateAll();

  @BeforeAll
  static void keepChangedContractsWhenAsked() {
    String keep = System.getProperty("contracts.keep", "");
    if (keep.equals("next") || keep.equals("replace")) {
      contracts().filter(schema -> !isNewest(schema)).forEach(s -> keep(s, keep.equals("replace")));
    }
  }

  static Stream<Schema> contracts() {
    return Contracts.all().stream().map(Contract::schema).distinct();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theNewestKeptVersionIsTheContract(Schema contract) {
    assertThat(isNewest(contract))
        .withFailMessage(
            "%s differs from the newest version in event-schemas/%s/%s. Keep it as the next version:%n"
                + "  mvn -pl event-schemas test -Dtest=SchemaHistoryTest -Dcontracts.keep=next%n"
                + "See \"Changing a contract\" in event-schemas/README.md.",
            contract.getName(), ROOT, contract.getName())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theContractReadsEveryKeptVersion(Schema contract) {
    List<Schema> versions = new SchemaHistory(ROOT, contract).versions();

    assertThat(versions).isNotEmpty();
    assertThatCode(() -> READS_ALL.validate(contract, versions)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyRecordEnumAndFieldHasADoc(Schema contract) {
    assertThat(withoutDoc(contract, new HashSet<>())).isEmpty();
  }

  @Test
  void nothingElseStandsInTheHistory() throws IOException {
    try (var folders = Files.list(ROOT)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(contracts().map(Schema::getName).toList());
    }
    assertThat(contracts().flatMap(schema -> new SchemaHistory(ROOT, schema).strays().stream()))
        .isEmpty();
  }

  @Test
  void aFieldWithoutDefaultIsCaughtAgainstAnyKeptVersion(@TempDir Path root) {
    Schema first = SchemaBuilder.record("Thing").fields().requiredInt("a").endRecord();
    Schema second =
        SchemaBuilder.record("Thing").fields().requiredInt("a").requiredInt("b").endRecord();
    SchemaHistory history = new SchemaHistory(root, first);
    history.keep(first, false);
    history.keep(second, false);

    assertThat(history.versions()).containsExactly(first, second);
    assertThatThrownBy(() -> READS_ALL.validate(second, history.versions()))
        .isInstanceOf(SchemaValidationException.class);
  }

  private static boolean isNewest(Schema contract) {
    List<Schema> versions = new SchemaHistory(ROOT, contract).versions();
    // Equality of schemas leaves docs aside.
    return !versions.isEmpty() && versions.get(versions.size() - 1).equals(contract);
  }

  private static void keep(Schema contract, boolean replaceNewest) {
    System.out.println("Kept " + new SchemaHistory(ROOT, contract).keep(contract, replaceNewest));
  }

  private static List<String> withoutDoc(Schema schema, Set<String> seen) {
    return switch (schema.getType()) {
      case RECORD -> withoutDocOfRecord(schema, seen);
      case ENUM -> schema.getDoc() == null ? List.of(schema.getFullName()) : List.of();
      case ARRAY -> withoutDoc(schema.getElementType(), seen);
      case MAP -> withoutDoc(schema.getValueType(), seen);
      case UNION -> schema.getTypes().stream().flatMap(t -> withoutDoc(t, seen).stream()).toList();
      default -> List.of();
    };
  }

  private static List<String> withoutDocOfRecord(Schema schema, Set<String> seen) {
    List<String> missing = new ArrayList<>();
    if (!seen.add(schema.getFullName())) {
      return missing;
    }
    if (schema.getDoc() == null) {
      missing.add(schema.getFullName());
    }
    for (Schema.Field field : schema.getFields()) {
      if (field.doc() == null || field.doc().isBlank()) {
        missing.add(schema.getFullName() + "." + field.name());
      }
      missing.addAll(withoutDoc(field.schema(), seen));
    }
    return missing;
  }
}
