package org.contactroi.simulator.format.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.Channel;
import org.contactroi.events.CustomerErased;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventLineTest {

  private static final String ENVELOPE =
      "'tenant_id': 'shop', 'interaction_id': 'call-1', 'occurred_at': '2026-03-02T09:00:00Z'";

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final Faults faults = new Faults("events.jsonl:7");

  private static byte[] bytes(String line) {
    return line.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private SpecificRecord read(String line) {
    return read(new EventLine(Optional.empty()), line);
  }

  private SpecificRecord read(EventLine reader, String line) {
    SpecificRecord event = reader.event(bytes(line), faults);
    assertThat(faults.all()).isEmpty();
    return Objects.requireNonNull(event);
  }

  private InteractionEvent ended(String more) {
    return (InteractionEvent) read("{%s%s, 'InteractionEnded': {}}".formatted(ENVELOPE, more));
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    SpecificRecord event =
        read("{%s, 'event_id': 'e-1', 'InteractionStarted': {}}".formatted(ENVELOPE));

    assertThat(event)
        .isEqualTo(
            InteractionEvent.newBuilder()
                .setEventId("e-1")
                .setTenantId("shop")
                .setInteractionId("call-1")
                .setOccurredAt(NINE)
                .setObservedAt(NINE)
                .setSourceSystem("hand")
                .setPayload(InteractionStarted.newBuilder().build())
                .build());
  }

  @Test
  void everyFieldIsReadInItsOwnForm() {
    SpecificRecord event =
        read(
            """
            {%s, 'event_id': 'e-1', 'observed_at': '2026-03-02T10:00:01.5+01:00',
             'source_system': 'acd', 'source_seq': 12, 'revision': 2, 'is_test': true,
             'attributes': {'team': 'night', 'site': 'north'},
             'SegmentEnded': {'segment_id': 'leg-1', 'participant': 'AGENT', 'role': null,
             'ended_by': 'CUSTOMER', 'reported': {'talk_ms': 30000}}}
            """
                .formatted(ENVELOPE));

    assertThat(event)
        .isEqualTo(
            InteractionEvent.newBuilder()
                .setEventId("e-1")
                .setTenantId("shop")
                .setInteractionId("call-1")
                .setOccurredAt(NINE)
                .setObservedAt(NINE.plusMillis(1_500))
                .setSourceSystem("acd")
                .setSourceSeq(12L)
                .setRevision(2)
                .setIsTest(true)
                .setAttributes(Map.of("team", "night", "site", "north"))
                .setPayload(
                    SegmentEnded.newBuilder()
                        .setSegmentId("leg-1")
                        .setParticipant(Participant.AGENT)
                        .setRole((SegmentRole) null)
                        .setEndedBy(EndedBy.CUSTOMER)
                        .setReported(ReportedTimes.newBuilder().setTalkMs(30_000L).build())
                        .build())
                .build());
  }

  @Test
  void thePayloadSaysOfWhomAnEventIs() {
    String envelope = "{'tenant_id': 'shop', 'occurred_at': '2026-03-02T09:00:00Z', ";

    SpecificRecord agent =
        read(
            envelope
                + "'AgentStateChanged': {'agent_id': 'a', 'team': 't', 'state': 'available',"
                + " 'routable': true, 'productive': true, 'paid': true}}");
    SpecificRecord customer = read(envelope + "'CustomerErased': {'customer_key': 'c'}}");

    assertThat(((AgentEvent) agent).getPayload()).isInstanceOf(AgentStateChanged.class);
    assertThat(((CustomerEvent) customer).getPayload()).isEqualTo(new CustomerErased("c"));
  }

  @Test
  void aGivenTenantIsThatOfAllLines() {
    EventLine reader = new EventLine(Optional.of("other"));

    SpecificRecord said = read(reader, "{%s, 'InteractionEnded': {}}".formatted(ENVELOPE));
    SpecificRecord unsaid =
        read(
            reader,
            "{'interaction_id': 'i', 'occurred_at': '2026-03-02T09:00:00Z', 'InteractionEnded': {}}");

    assertThat(((InteractionEvent) said).getTenantId()).isEqualTo("other");
    assertThat(((InteractionEvent) unsaid).getTenantId()).isEqualTo("other");
  }

  @Test
  void theIdOfALineWithoutOneIsMadeOfWhatItSays() {
    String id = ended("").getEventId();

    assertThat(id).isEqualTo("49a8db4ea338e2ede40d6d2d61686372");
    assertThat(ended(", 'source_system': 'hand', 'is_test': false").getEventId()).isEqualTo(id);
    assertThat(ended(", 'source_seq': 1").getEventId()).isNotEqualTo(id);
    assertThat(ended(", 'attributes': {'a': 'b'}").getEventId()).isNotEqualTo(id);
  }

  @Test
  void aRetractionWithoutIdHasThatOfWhatItTakesBack() {
    InteractionEvent retraction =
        ended(", 'retracted': true, 'revision': 1, 'observed_at': '2026-03-02T12:00:00Z'");

    assertThat(retraction.getEventId()).isEqualTo(ended("").getEventId());
  }

  @Test
  void theOrderOfFieldsAndAttributesIsNothingThatALineSays() {
    InteractionEvent one = ended(", 'attributes': {'a': '1', 'b': '2'}");
    InteractionEvent other = ended(", 'attributes': {'b': '2', 'a': '1'}");

    assertThat(other).isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'InteractionStarted': {'direction': 'UP'} | field InteractionStarted.direction is "UP"; allowed: INBOUND, OUTBOUND, UNKNOWN
          'InteractionStarted': {'queue': 'q'}      | field InteractionStarted.queue is unknown, did you mean queue_id; allowed: channel, channel_detail, direction,
          'InteractionStarted': 1                   | field InteractionStarted is 1; allowed: an object {...} with fields of InteractionStarted
          'InteractionEnded': {}, 'is_tset': true   | field is_tset is unknown, did you mean is_test; allowed: event_id, tenant_id,
          'InteractionEnded': {}, 'is_test': 'no'   | field is_test is "no"; allowed: true, false
          'InteractionEnded': {}, 'revision': 1.5   | field revision is 1.5; allowed: a whole number from -2147483648 to 2147483647
          'InteractionEnded': {}, 'source_seq': '1' | field source_seq is "1"; allowed: a whole number from -9223372036854775808 to 9223372036854775807
          'InteractionEnded': {}, 'event_id': null  | field event_id is null; allowed: a text in quotation marks
          'InteractionEnded': {}, 'attributes': []  | field attributes is []; allowed: an object, of whose fields each is a text
          'InteractionEnded': {}, 'attributes': {'a': 1} | field attributes.a is 1; allowed: a text in quotation marks
          'InteractionEnded': {}, 'observed_at': '2026-03-02' | field observed_at is "2026-03-02"; allowed: an instant such as 2026-03-02T09:00:00Z
          'QueueEntered': {'visit_id': 'v'}         | field QueueEntered.queue_id is missing; allowed: a text in quotation marks
          'InteractionEnd': {}                      | field InteractionEnd is unknown, did you mean InteractionEnded; allowed: event_id,
          'is_test': true                           | the line is without a payload; allowed: InteractionStarted, InteractionEnded,
          'InteractionEnded': {}, 'CustomerErased': {} | the line is of InteractionEnded and CustomerErased; allowed: one payload a line
          """)
  void whatIsWrongIsNamedWithWhatIsAllowed(String fields, String message) {
    String line = "{%s, %s}".formatted(ENVELOPE, fields);

    assertThat(new EventLine(Optional.empty()).event(bytes(line), faults)).isNull();

    assertThat(faults.all()).singleElement().asString().startsWith("events.jsonl:7: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                        | the line is no object of JSON
          {'a':                     | the line is no JSON: Unexpected end-of-input
          {'a': 1, 'a': 2}          | the line is no JSON: Duplicate field 'a'
          {} {}                     | the line is no JSON: Trailing token
          """)
  void whatIsNoObjectIsSaidToBeNone(String line, String message) {
    assertThat(new EventLine(Optional.empty()).event(bytes(line), faults)).isNull();

    assertThat(faults.all()).singleElement().asString().startsWith("events.jsonl:7: " + message);
  }

  @Test
  void everythingThatIsWrongWithALineIsNamed() {
    String line = "{'occurred_at': 'now', 'InteractionStarted': {'channel': 'FAX'}}";

    assertThat(new EventLine(Optional.empty()).event(bytes(line), faults)).isNull();

    assertThat(faults.all())
        .extracting(fault -> fault.substring(0, fault.indexOf(';')))
        .containsExactly(
            "events.jsonl:7: field tenant_id is missing",
            "events.jsonl:7: field interaction_id is missing",
            "events.jsonl:7: field occurred_at is \"now\"",
            "events.jsonl:7: field InteractionStarted.channel is \"FAX\"");
  }

  @Test
  void enumsOfPayloadsAreTheContracts() {
    InteractionEvent event =
        (InteractionEvent)
            read(
                "{%s, 'InteractionStarted': {'channel': 'CHAT', 'direction': 'INBOUND'}}"
                    .formatted(ENVELOPE));

    assertThat(event.getPayload())
        .isEqualTo(
            InteractionStarted.newBuilder()
                .setChannel(Channel.CHAT)
                .setDirection(Direction.INBOUND)
                .build());
  }
}
