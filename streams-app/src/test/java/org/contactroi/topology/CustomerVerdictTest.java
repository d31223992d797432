package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.customerEvent;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.erased;
import static org.contactroi.topology.Sent.started;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.CustomerStatus;
import org.contactroi.events.CustomerStatusChanged;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.topology.intake.DeadLetter;
import org.contactroi.topology.intake.Envelope;
import org.contactroi.topology.intake.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is refused of customers, and that the next erasure is done. */
class CustomerVerdictTest {

  private static final String AT = "2026-05-10T00:00:00Z";

  @TempDir private Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of());
    driven.send(started("a", "2026-05-01T10:00:00Z", "c1")).flush();
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  private static CustomerEvent.Builder erasure() {
    return CustomerEvent.newBuilder(erased("c1", AT));
  }

  private static CustomerEvent status(String at) {
    return customerEvent(at, new CustomerStatusChanged("c1", CustomerStatus.CHURNED)).build();
  }

  /** An event with one fault. */
  private static CustomerEvent at(Verdict verdict) {
    return switch (verdict) {
      case BLANK_ID -> erased(" ", AT);
      case ID_TOO_LONG -> erased("c".repeat(257), AT);
      case STRING_TOO_LONG -> erasure().setSourceSystem("s".repeat(1_025)).build();
      case KEY_MISMATCH -> erased("another", AT);
      case TIME_OUT_OF_RANGE -> erased("c1", "1989-12-31T23:59:59Z");
      case AHEAD_OF_OBSERVATION ->
          erasure().setObservedAt(Instant.parse("2026-05-09T22:59:59Z")).build();
      case TOO_LATE -> status("2026-04-10T09:59:59Z");
      default -> throw new IllegalArgumentException("no event of a customer can be " + verdict);
    };
  }

  private boolean isErased() {
    return driven.flush().alive(TOPICS.interactions()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "BLANK_ID",
        "ID_TOO_LONG",
        "STRING_TOO_LONG",
        "KEY_MISMATCH",
        "TIME_OUT_OF_RANGE",
        "AHEAD_OF_OBSERVATION",
        "TOO_LATE"
      })
  void everyFaultIsRejectedByItsNameAndTheNextErasureIsDone(Verdict verdict) {
    CustomerEvent event = at(verdict);
    String key = verdict == Verdict.KEY_MISMATCH ? "c1" : Envelope.of(event).subject();
    driven.send(status(AT));

    driven.rawCustomer(key, driven.wire(event));

    assertThat(driven.flush().records(TOPICS.rejects())).hasSize(1);
    RejectedEvent reject =
        (RejectedEvent) driven.decode(driven.records(TOPICS.rejects()).get(0).value());
    assertThat(reject.getReason()).isEqualTo(verdict.name());
    assertThat(reject.getTopic()).isEqualTo(TOPICS.customerEvents());
    assertThat(reject.getOffset()).isEqualTo(1);
    assertThat(isErased()).isFalse();
    driven.send(erased("c1", AT));
    assertThat(isErased()).isTrue();
  }

  @Test
  void anErasureIsNeverTooLate() {
    driven.send(status("2026-05-31T00:00:00Z"));

    driven.send(erased("c1", "2026-05-02T00:00:00Z"));

    assertThat(isErased()).isTrue();
    assertThat(driven.records(TOPICS.rejects())).isEmpty();
  }

  @Test
  void anErasureOfTheFutureReachesAnHourPastTheWallClock() {
    Instant future = Instant.parse("2090-01-01T00:00:00Z");
    driven.send(erased("c1", future.toString()));

    driven.send(started("b", Driven.NOW.plusSeconds(3_600).toString(), "c1"));
    driven.send(started("c", Driven.NOW.plusSeconds(3_601).toString(), "c1")).flush();

    assertThat(driven.records(TOPICS.rejects())).hasSize(1);
    assertThat(driven.alive(TOPICS.interactions())).containsOnlyKeys("acme/c");
  }

  @Test
  void aStatusIsAcceptedAndErasesNothing() {
    driven.send(status(AT));

    assertThat(isErased()).isFalse();
    assertThat(driven.records(TOPICS.rejects())).isEmpty();
  }

  @Test
  void whatIsRetractedOrATestErasesNothing() {
    driven.send(erasure().setRetracted(true).build(), erasure().setIsTest(true).build());

    assertThat(isErased()).isFalse();
  }

  @Test
  void whatIsNoEventOfACustomerIsADeadLetter() {
    driven.rawCustomer("c1", new byte[] {1, 2, 3});
    driven.rawCustomer("c1", new byte[] {0, 9, 9, 9, 9, 1});
    driven.rawCustomer("c1", driven.wire(ended("interaction", AT)));
    driven.rawCustomer("c1", null);
    driven.send(erased("c1", AT));

    assertThat(isErased()).isTrue();
    assertThat(driven.records(TOPICS.deadLetters()))
        .extracting(
            letter ->
                new String(
                    letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
        .hasSize(4)
        .startsWith("UNKNOWN_MAGIC_BYTE")
        .endsWith("SCHEMA_MISMATCH", "NULL_VALUE");
  }
}
