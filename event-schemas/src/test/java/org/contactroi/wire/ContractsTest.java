package org.contactroi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.contactroi.wire.Contracts.Contract;
import org.junit.jupiter.api.Test;

class ContractsTest {
  @Test
  void theOrderIsFixed() {
    assertThat(Contracts.all())
        .extracting(Contract::topicSuffix)
        .containsExactly(
            "interaction-events",
            "agent-events",
            "customer-events",
            "reference",
            "interactions",
            "episodes",
            "totals",
            "kpi.handle-time",
            "kpi.service-level",
            "kpi.containment",
            "kpi.first-contact-resolution",
            "kpi.volume",
            "kpi.saving",
            "kpi.cost",
            "kpi.experience",
            "kpi.sales",
            "kpi.occupancy",
            "roi",
            "watermarks",
            "rejects");
  }

  @Test
  void allAreRegisteredInOrderWithTheirLevelAndAgainWithoutChange() {
    try (FakeRegistry registry = new FakeRegistry()) {
      RegistryClient client = new RegistryClient(RegistrySettings.of(registry.url()));

      Map<String, Integer> first = Contracts.registerAll(client, "roi.");
      Map<String, Integer> second =
          Contracts.registerAll(new RegistryClient(RegistrySettings.of(registry.url())), "roi.");

      List<String> subjects = Contracts.all().stream().map(c -> c.subject("roi.")).toList();
      assertThat(first.keySet()).containsExactlyElementsOf(subjects);
      assertThat(first.get("roi.interaction-events-value")).isEqualTo(1);
      assertThat(first.get("roi.rejects-value")).isEqualTo(subjects.size());
      assertThat(second).isEqualTo(first);
      assertThat(registry.levels.keySet()).containsExactlyElementsOf(subjects);
      assertThat(registry.levels.values())
          .containsOnly("BACKWARD_TRANSITIVE")
          .hasSize(Collections.frequency(registry.levels.values(), "BACKWARD_TRANSITIVE"));
    }
  }
}
