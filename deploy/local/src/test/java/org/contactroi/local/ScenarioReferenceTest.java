package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.catalog.file.FileEntry;
import org.contactroi.simulator.synthetic.SimulateCommand;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ScenarioReferenceTest {

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"retail-ai-rollout", "bank-voice", "wechat-commerce", "small-shop"})
  void onItsFirstDayAScenarioStatesWhatItsExampleDoes(String scenario) throws IOException {
    Path written = folder.resolve("reference.yaml");
    int exit =
        new CommandLine(new SimulateCommand())
            .execute("--scenario=" + scenario, "--out=none.avro", "--reference=" + written);

    assertThat(exit).isZero();
    assertThat(entries(written))
        .containsExactlyInAnyOrderElementsOf(
            entries(Path.of("../../docs/examples", scenario + ".yaml")));
  }

  private static List<CatalogEntry> entries(Path file) throws IOException {
    Problems problems = new Problems();
    List<CatalogEntry> entries =
        CatalogFile.read(file.toString(), Files.readString(file), problems).entries().stream()
            .map(FileEntry::entry)
            .toList();
    assertThat(problems.all()).isEmpty();
    return entries;
  }
}
