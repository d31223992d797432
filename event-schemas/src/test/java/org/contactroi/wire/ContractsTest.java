package org.contactroi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.contactroi.wire.Contracts.Contract;
import org.junit.jupiter.api.Test;

class ContractsTest {
  @Test
  void theOrderIsFixed() {
    List<String> expected =
        new ArrayList<>(
            List.of(
                "interaction-events",
                "agent-events",
                "customer-events",
                "runs",
                "reference",
                "interactions",
                "episodes",
                "totals"));
    Contracts.families().forEach(family -> expected.add("kpi." + family));
    expected.addAll(List.of("roi", "live", "watermarks", "rejects"));

    assertThat(Contracts.all()).extracting(Contract::topicSuffix).isEqualTo(expected);
    assertThat(Contracts.families())
        .startsWith("handle-time", "service-level", "containment", "first-contact-resolution");
  }

  @Test
  void allAreRegisteredInOrderWithTheirLevelAndAgainWithoutChange() {
    try (FakeRegistry registry = new FakeRegistry()) {
      RegistryClient client = new RegistryClient(RegistrySettings.of(registry.url()));

      Map<String, Integer> first = Contracts.registerAll(client, "roi.", "roi.");
      Map<String, Integer> second =
          Contracts.registerAll(
              new RegistryClient(RegistrySettings.of(registry.url())), "roi.", "roi.");

      List<String> subjects = Contracts.all().stream().map(c -> c.subject("roi.")).toList();
      assertThat(first.keySet()).containsExactlyElementsOf(subjects);
      assertThat(first.get("roi.interaction-events-value")).isEqualTo(1);
      assertThat(first.get("roi.rejects-value"))
          .isEqualTo((int) Contracts.all().stream().map(Contract::schema).distinct().count());
      assertThat(second).isEqualTo(first);
      assertThat(registry.levels.keySet()).containsExactlyElementsOf(subjects);
      assertThat(registry.levels.values())
          .containsOnly("BACKWARD_TRANSITIVE")
          .hasSize(Collections.frequency(registry.levels.values(), "BACKWARD_TRANSITIVE"));
    }
  }

  @Test
  void aRunWithOutputsOfItsOwnSharesTheSchemasOfTheEvents() {
    try (FakeRegistry registry = new FakeRegistry()) {
      RegistryClient client = new RegistryClient(RegistrySettings.of(registry.url()));

      assertThat(Contracts.registerAll(client, "roi.", "roi.replay.x.").keySet())
          .contains("roi.agent-events-value", "roi.runs-value", "roi.replay.x.reference-value")
          .contains("roi.replay.x.totals-value")
          .doesNotContain("roi.replay.x.runs-value", "roi.totals-value");
    }
  }
}
