package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.agentEvent;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.state;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentSurveyAnswered;
import org.contactroi.kpi.family.Occupancy;
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

/** What is refused of agents, and that the next good event counts. */
class AgentVerdictTest {

  private static final String AT = "2026-05-01T10:00:00Z";
  private static final long HOUR_MS = 3_600_000;

  @TempDir private Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of());
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  /** An event with one fault. */
  private static AgentEvent at(Verdict verdict) {
    return switch (verdict) {
      case BLANK_ID -> state(" ", AT, "red", true);
      case ID_TOO_LONG -> state("a".repeat(257), AT, "red", true);
      case STRING_TOO_LONG -> state("jo", AT, "r".repeat(1_025), true);
      case EVENT_TOO_LARGE -> copy(state("jo", AT, "red", true)).setAttributes(many()).build();
      case KEY_MISMATCH -> state("another", AT, "red", true);
      case TIME_OUT_OF_RANGE -> state("jo", "1989-12-31T23:59:59Z", "red", true);
      case AHEAD_OF_OBSERVATION ->
          copy(state("jo", AT, "red", true))
              .setObservedAt(Instant.parse("2026-05-01T08:59:59Z"))
              .build();
      case SCALE_INVALID -> survey(3, 5, 5);
      case SCORE_OUT_OF_SCALE -> survey(6, 1, 5);
      case TOO_LATE -> state("jo", "2026-04-10T09:59:59Z", "red", true);
      default -> throw new IllegalArgumentException("no event of an agent can be " + verdict);
    };
  }

  private static AgentEvent survey(int score, int min, int max) {
    return agentEvent("e", AT, new AgentSurveyAnswered("jo", "s", score, min, max, true)).build();
  }

  private static AgentEvent.Builder copy(AgentEvent event) {
    return AgentEvent.newBuilder(event);
  }

  private static Map<String, String> many() {
    return IntStream.range(0, 300)
        .boxed()
        .collect(Collectors.toMap(i -> "k" + i, i -> "v".repeat(1_000)));
  }

  private long paid() {
    return driven.days(TENANT, Occupancy.FAMILY).get(Occupancy.PAID_MS);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "BLANK_ID",
        "ID_TOO_LONG",
        "STRING_TOO_LONG",
        "EVENT_TOO_LARGE",
        "KEY_MISMATCH",
        "TIME_OUT_OF_RANGE",
        "AHEAD_OF_OBSERVATION",
        "SCALE_INVALID",
        "SCORE_OUT_OF_SCALE",
        "TOO_LATE"
      })
  void everyFaultIsRejectedByItsNameAndTheNextGoodEventCounts(Verdict verdict) {
    AgentEvent event = at(verdict);
    String key = verdict == Verdict.KEY_MISMATCH ? "jo" : Envelope.of(event).subject();
    driven.send(state("al", AT, "red", true));

    driven.rawAgent(key, driven.wire(event));
    driven.send(state("al", "2026-05-01T11:00:00Z", "red", false)).flush();

    assertThat(driven.records(TOPICS.rejects())).hasSize(1);
    RejectedEvent reject =
        (RejectedEvent) driven.decode(driven.records(TOPICS.rejects()).get(0).value());
    assertThat(reject.getReason()).isEqualTo(verdict.name());
    assertThat(reject.getTopic()).isEqualTo(TOPICS.agentEvents());
    assertThat(reject.getOffset()).isEqualTo(1);
    assertThat(paid()).isEqualTo(HOUR_MS);
  }

  @Test
  void theTimeOfInteractionsMakesNoEventOfAnAgentLate() {
    driven.send(ended("newest", AT));

    driven
        .send(state("jo", "2026-01-01T10:00:00Z", "red", true))
        .send(state("jo", "2026-01-01T11:00:00Z", "red", true))
        .flush();

    assertThat(driven.records(TOPICS.rejects())).isEmpty();
    assertThat(paid()).isEqualTo(HOUR_MS);
  }

  @Test
  void aSurveyOfAnAgentIsAcceptedAndIsNoState() {
    driven.send(state("jo", AT, "red", true), survey(5, 1, 5)).flush();

    assertThat(driven.records(TOPICS.rejects())).isEmpty();
    assertThat(driven.totals(Occupancy.FAMILY)).isEmpty();
  }

  @Test
  void whatIsNoEventOfAnAgentIsADeadLetter() {
    driven.rawAgent("jo", new byte[] {1, 2, 3});
    driven.rawAgent("jo", driven.wire(ended("interaction", AT)));
    driven.rawAgent("jo", null);
    driven.send(state("jo", AT, "red", true), state("jo", "2026-05-01T11:00:00Z", "red", true));
    driven.flush();

    assertThat(driven.records(TOPICS.deadLetters()))
        .extracting(
            letter ->
                new String(
                    letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
        .containsExactly("UNKNOWN_MAGIC_BYTE", "SCHEMA_MISMATCH", "NULL_VALUE");
    assertThat(paid()).isEqualTo(HOUR_MS);
  }
}
