package org.contactroi.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.family.Families;
import org.junit.jupiter.api.Test;

class MetricNamesTest {

  private static final Path LISTED = Path.of("..", "docs", "metrics.txt");

  @Test
  void everyGaugeIsListedInTheDocumentation() throws IOException {
    List<String> listed = Files.readAllLines(LISTED);

    assertThat(Families.all().stream().flatMap(family -> family.gauges().stream()))
        .extracting(Metric::name)
        .isSubsetOf(listed);
    assertThat(listed).containsAll(StatementSamples.names());
  }

  @Test
  void gaugesOfOneNameHaveOneHelp() {
    assertThat(Families.all().stream().flatMap(family -> family.gauges().stream()))
        .allSatisfy(
            spec ->
                assertThat(
                        Families.all().stream()
                            .flatMap(family -> family.gauges().stream())
                            .filter(other -> other.name().equals(spec.name())))
                    .extracting(Metric::help)
                    .containsOnly(spec.help()));
  }
}
