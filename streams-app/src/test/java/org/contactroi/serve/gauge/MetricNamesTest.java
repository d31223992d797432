package org.contactroi.serve.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import org.contactroi.kpi.Metric;
import org.contactroi.kpi.family.Families;
import org.junit.jupiter.api.Test;

class MetricNamesTest {

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
