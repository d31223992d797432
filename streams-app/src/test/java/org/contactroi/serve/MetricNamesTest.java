package org.contactroi.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.contactroi.kpi.Family;
import org.junit.jupiter.api.Test;

class MetricNamesTest {

  private static final Path LISTED = Path.of("..", "docs", "metrics.txt");

  @Test
  void everyGaugeIsListedInTheDocumentation() throws IOException {
    List<String> listed = Files.readAllLines(LISTED);

    assertThat(Arrays.stream(Family.values()).map(GaugeSpec::of).flatMap(List::stream))
        .extracting(GaugeSpec::name)
        .isSubsetOf(listed);
  }

  @Test
  void gaugesOfOneNameHaveOneHelp() {
    assertThat(Arrays.stream(Family.values()).map(GaugeSpec::of).flatMap(List::stream))
        .allSatisfy(
            spec ->
                assertThat(
                        Arrays.stream(Family.values())
                            .map(GaugeSpec::of)
                            .flatMap(List::stream)
                            .filter(other -> other.name().equals(spec.name())))
                    .extracting(GaugeSpec::help)
                    .containsOnly(spec.help()));
  }
}
