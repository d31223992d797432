package org.contactroi.app.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.Backlog.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Span SPAN =
      new Span(Instant.parse("2026-01-22T11:00:00Z"), Instant.parse("2026-01-22T14:30:00Z"));

  private static Backlog backlog(
      Map<String, Long> events, long between, @Nullable String whyUnknown) {
    return new Backlog(sorted(events), between, whyUnknown, SPAN);
  }

  private static SortedMap<String, Long> sorted(Map<String, Long> events) {
    return new TreeMap<>(events);
  }

  @Test
  void figuresThatHaveEverythingSayNothing() {
    assertThat(Backlog.NONE.state()).isEqualTo(Backlog.State.COMPLETE);
    assertThat(Backlog.NONE.lines(BERLIN)).isEmpty();
  }

  @Test
  void eventsThatAreLeftAreCountedByTopicWithTheTimesOfBothEnds() {
    Backlog left = backlog(Map.of("interaction-events", 1_200L, "agent-events", 34L), 0, null);

    assertThat(left.lines(BERLIN))
        .containsExactly(
            "BEHIND: 1,234 events are not in these figures yet (agent-events 34, interaction-events"
                + " 1,200); the figures have come to 22 Jan 2026, 12:00 (UTC+01:00), the newest"
                + " event left is of 22 Jan 2026, 15:30 (UTC+01:00)");
  }

  @Test
  void recordsBetweenStagesAreLeftAsWell() {
    assertThat(backlog(Map.of(), 1, null).lines(BERLIN).get(0))
        .startsWith("BEHIND: 1 record is under way between the stages of the pipeline; ");
    assertThat(backlog(Map.of("e", 1L), 2, null).lines(BERLIN).get(0))
        .startsWith("BEHIND: 1 event is not in these figures yet (e 1); 2 records are under way");
  }

  @Test
  void whatCannotBeToldIsNotCalledComplete() {
    Backlog unknown = backlog(Map.of("e", 7L), 0, "nobody reads");

    assertThat(unknown.state()).isEqualTo(Backlog.State.UNKNOWN);
    assertThat(unknown.lines(BERLIN).get(0))
        .startsWith("UNKNOWN whether all events are in these figures: nobody reads; ");
  }

  @Test
  void beforeTheFirstFigureThereIsNoTime() {
    Backlog first = new Backlog(sorted(Map.of("e", 7L)), 0, null, new Span(null, null));

    assertThat(first.lines(BERLIN).get(0)).endsWith("the figures have come to no event");
  }

  @Test
  void aDocumentBeginsWithItWhateverTheState() {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("x", 1);

    assertThat(Backlog.NONE.first(document).toString())
        .startsWith("{\"backlog\":{\"state\":\"complete\",\"events_left\":{},")
        .endsWith("\"x\":1}");
    assertThat(backlog(Map.of("e", 7L), 3, null).first(document).toString())
        .contains("\"state\":\"behind\",\"events_left\":{\"e\":7},\"records_between_stages\":3")
        .contains("\"watermark\":\"2026-01-22T11:00:00Z\"")
        .contains("\"newest_event_left\":\"2026-01-22T14:30:00Z\"");
  }

  @Test
  void partitionsAreSummedByTopicAndStagesApart() {
    AppConfig config = AppConfig.defaults();
    String events = config.topics().names().interactionEvents();
    String facts = config.streams().applicationId() + "-facts-repartition";
    Unread unread =
        new Unread(
            PipelineTopics.of(config),
            Map.of(
                new TopicPartition(events, 0), 3L,
                new TopicPartition(events, 1), 4L,
                new TopicPartition(facts, 0), 5L),
            null);

    assertThat(unread.events()).containsExactly(Map.entry(events, 7L));
    assertThat(unread.between()).isEqualTo(5);
    assertThat(unread.isNothing()).isFalse();
  }
}
