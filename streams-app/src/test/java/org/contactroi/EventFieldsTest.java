package org.contactroi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.InteractionEvent;
import org.junit.jupiter.api.Test;

/** What producers send is either used, or said to be carried only. */
class EventFieldsTest {

  /** Decide which events count, or have an effect on a figure or a slice. */
  private static final String USED =
      """
      AfterWorkEnded: segment_id
      AfterWorkStarted: segment_id
      AgentEvent: event_id tenant_id occurred_at observed_at source_system source_seq \
         revision retracted is_test payload
      AgentOfferClosed: segment_id agent_id outcome
      AgentOffered: segment_id agent_id
      AgentStateChanged: agent_id team routable paid
      AgentSurveyAnswered: agent_id survey_id score scale_min scale_max higher_is_better
      AiUsageRecorded: resource input_tokens output_tokens audio_ms
      AssistUsed: accepted
      BotReport: engaged answered fulfilled confirmed handoff_reason intent
      CustomerErased: customer_key
      CustomerEvent: event_id tenant_id occurred_at observed_at source_system source_seq \
         revision retracted is_test payload
      CustomerStatusChanged: customer_key status
      HoldEnded: segment_id
      HoldStarted: segment_id
      InteractionDiscarded: reason
      InteractionEnded: ended_by
      InteractionEvent: event_id tenant_id interaction_id occurred_at observed_at \
         source_system source_seq revision retracted is_test attributes payload
      InteractionReopened: by
      InteractionStarted: channel direction customer_key queue_id issue_key \
         previous_interaction_id eligible_for_bot eligible_for_handoff relation
      MessageSent: segment_id author is_public is_automatic
      PendingEnded: on
      PendingStarted: on
      QueueEntered: visit_id queue_id
      QueueExited: visit_id outcome wait_ms_reported
      ReportedTimes: talk_ms hold_ms acw_ms dial_ms contacting_ms average_concurrency_milli
      ResolutionAsserted: source resolved issue_key
      SaleRecorded: kind amount_micros currency margin_bp attribution
      SegmentEnded: segment_id participant role queue_id reported bot
      SegmentStarted: segment_id participant participant_id role queue_id agent_grade \
         bot_version live_concurrency
      SurveyAnswered: survey_id kind segment_id score scale_min scale_max higher_is_better
      SurveyOffered: survey_id kind
      TransferClosed: transfer_id kind outcome
      TransferRequested: transfer_id kind
      """;

  private static final Path PAGE = Path.of("../docs/contracts.md");
  private static final String BEGIN = "### Carried for you, not computed";
  private static final Pattern FIELD = Pattern.compile("`([A-Z]\\w+\\.\\w+)`");

  @Test
  void everyFieldOfTheEventContractsIsUsedOrListedAsCarriedForProducers() throws IOException {
    Set<String> carried = carried();
    Set<String> stated = used();

    assertThat(stated).as("used and carried at once").doesNotContainAnyElementsOf(carried);
    stated.addAll(carried);
    assertThat(stated).isEqualTo(all());
  }

  private static Set<String> used() {
    return USED.lines()
        .map(line -> line.split(": *"))
        .flatMap(
            line -> Arrays.stream(line[1].trim().split(" +")).map(field -> line[0] + "." + field))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The first column of the table on the page. */
  private static Set<String> carried() throws IOException {
    String page = Files.readString(PAGE);
    String section = page.substring(page.indexOf(BEGIN) + BEGIN.length());
    return section
        .substring(0, section.indexOf("\n#"))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf('|', 1)))
        .flatMap(column -> FIELD.matcher(column).results().map(MatchResult::group))
        .map(field -> field.replace("`", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> all() {
    Set<String> fields = new TreeSet<>();
    add(InteractionEvent.getClassSchema(), fields);
    add(AgentEvent.getClassSchema(), fields);
    add(CustomerEvent.getClassSchema(), fields);
    return fields;
  }

  private static void add(Schema schema, Set<String> fields) {
    if (schema.isUnion()) {
      schema.getTypes().forEach(type -> add(type, fields));
    } else if (schema.getType() == Schema.Type.RECORD) {
      for (Schema.Field field : schema.getFields()) {
        if (fields.add(schema.getName() + "." + field.name())) {
          add(field.schema(), fields);
        }
      }
    }
  }
}
