package org.contactroi.topology.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.begun;
import static org.contactroi.topology.Sent.ended;

import java.nio.file.Path;
import java.util.Map;
import org.contactroi.events.InteractionEvent;
import org.contactroi.kpi.family.Volume;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.topology.Driven;
import org.contactroi.topology.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code input.rekey} the input passes a repartition of its own. */
class RekeyingTest {

  private static final String AT = "2026-05-01T10:00:00Z";

  @TempDir private Path stateDir;
  private Driven driven;

  @BeforeEach
  void open() {
    driven = new Driven(stateDir, Map.of("input.rekey", "true"));
  }

  @AfterEach
  void close() {
    driven.close();
  }

  @Test
  void aVerdictNamesThePlaceInTheInputAndNotInTheRepartition() {
    driven.send(begun("good", AT));

    driven.send(InteractionEvent.newBuilder(ended("bad", AT)).setEventId(" ").build()).flush();

    RejectedEvent rejected =
        (RejectedEvent) driven.decode(driven.records(TOPICS.rejects()).get(0).value());
    assertThat(rejected.getTopic()).isEqualTo(TOPICS.interactionEvents());
    assertThat(rejected.getOffset()).isEqualTo(1);
    assertThat(rejected.getReason()).isEqualTo("BLANK_ID");
  }

  @Test
  void whatCannotBeDecodedPassesAsItCame() {
    driven.raw("k", new byte[] {1, 2, 3});
    driven.raw("k", null);
    driven.send(begun("good", AT)).flush();

    assertThat(driven.records(TOPICS.deadLetters())).hasSize(2);
    assertThat(driven.records(TOPICS.deadLetters()).get(0).value()).isEqualTo(new byte[] {1, 2, 3});
    assertThat(driven.days(Sent.TENANT, Volume.FAMILY).get(Volume.INBOUND)).isEqualTo(1);
  }
}
