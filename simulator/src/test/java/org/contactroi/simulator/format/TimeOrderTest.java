package org.contactroi.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.EventEnvelope;
import org.junit.jupiter.api.Test;

class TimeOrderTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private static InteractionEvent event(int number, int second) {
    return new EventEnvelope("shop", "test", "call", false)
        .event(number, NINE.plusSeconds(second), new InteractionEnded(EndedBy.UNKNOWN));
  }

  @Test
  void moreEventsThanAreHeldComeInTheSameOrder() {
    List<InteractionEvent> given =
        List.of(event(1, 5), event(2, 1), event(3, 5), event(4, 1), event(5, 3), event(6, 5));
    TimeOrder order = new TimeOrder(2);
    given.forEach(order::add);

    List<SpecificRecord> events = new ArrayList<>();
    order.open().forEachRemaining(events::add);

    assertThat(events)
        .extracting(event -> ((InteractionEvent) event).getEventId())
        .containsExactly("2", "4", "5", "1", "3", "6");
  }
}
