package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.event;
import static org.contactroi.topology.Sent.started;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.LedgerLine;
import org.contactroi.events.BotReport;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.Participant;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Saving;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.roi.ledger.EntryCategory;
import org.contactroi.roi.ledger.EntryNature;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.rate.RateUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A correction of the past comes to what the same events give under the corrected reference. */
class CorrectedRateTest {

  private static final LocalDate GO_LIVE = LocalDate.parse("2025-10-02");
  private static final LocalDate LAST = GO_LIVE.plusDays(200);
  private static final LocalDate FROM = LocalDate.parse("2025-10-10");
  private static final LocalDate TO = LocalDate.parse("2025-10-20");
  private static final String BEGINNING = "2020-01-01T00:00:00Z";

  @TempDir Path stateDir;

  private Driven driven(String folder, CatalogEntry... reference) {
    Driven driven =
        new Driven(stateDir.resolve(folder), Map.of("policy.default.lateness", "80d"))
            .publish(reference);
    contacts().forEach(driven::send);
    driven.flush();
    driven.send(ended("last", LAST + "T20:00:00Z")).flush().flush();
    return driven;
  }

  private static CatalogEntry[] reference(long corrected) {
    return new CatalogEntry[] {
      Priced.policy(GO_LIVE),
      Priced.wage("before", 60, BEGINNING, FROM + "T00:00:00Z"),
      wage(corrected),
      Priced.wage("after", 61, TO + "T00:00:00Z", null),
      Priced.rate("bot", Resource.BOT_SESSION, RateUnit.EACH, 123_457, BEGINNING, null),
      Priced.rate("contact", Resource.CONTACT, RateUnit.EACH, 0, BEGINNING, null),
      Priced.rate("line", Resource.TELEPHONY, RateUnit.HOUR, 1_700_000, BEGINNING, null),
      Priced.baseline(347_001),
      Priced.cost("training", 100, GO_LIVE.minusDays(3), GO_LIVE.plusDays(90))
    };
  }

  private static CatalogEntry wage(long euros) {
    return Priced.wage("corrected", euros, FROM + "T00:00:00Z", TO + "T00:00:00Z");
  }

  /** Some a day, of customers who come back, by people and by a bot. */
  private static List<InteractionEvent> contacts() {
    List<InteractionEvent> events = new ArrayList<>();
    GO_LIVE
        .datesUntil(LAST.plusDays(1))
        .forEach(
            day -> {
              for (int i = 0; i <= day.getDayOfMonth() % 3; i++) {
                long number = 3 * day.toEpochDay() + i;
                String id = "i" + number;
                String hour = "%sT%02d:".formatted(day, 8 + 3 * i);
                events.add(started(id, hour + "00:00Z", "c" + number % 17));
                events.add(i == 1 ? bot(id, hour + "10:00Z") : agent(id, hour + "10:00Z", number));
                events.add(ended(id, hour + "20:00Z"));
              }
            });
    return events;
  }

  private static InteractionEvent agent(String id, String at, long number) {
    return leg(id, at, Participant.AGENT, 60_000 + 7_919 * (number % 29), null);
  }

  private static InteractionEvent bot(String id, String at) {
    BotReport report =
        BotReport.newBuilder().setEngaged(true).setAnswered(true).setFulfilled(false).build();
    return leg(id, at, Participant.BOT, 31_000, report);
  }

  private static InteractionEvent leg(
      String id, String at, Participant participant, long talkMs, @Nullable BotReport bot) {
    SegmentEnded leg =
        SegmentEnded.newBuilder()
            .setSegmentId("leg")
            .setParticipant(participant)
            .setRole(SegmentRole.PRIMARY)
            .setReported(ReportedTimes.newBuilder().setTalkMs(talkMs).build())
            .setBot(bot)
            .build();
    return event(id, "leg", at, leg).build();
  }

  /** Records of statements, of cost and of saving, each under its topic and key. */
  private static Map<String, SpecificRecord> published(Driven driven) {
    Map<String, SpecificRecord> published = new HashMap<>();
    for (String topic : List.of(TOPICS.roi(), TOPICS.kpi(Cost.FAMILY), TOPICS.kpi(Saving.FAMILY))) {
      driven.alive(topic).forEach((key, value) -> published.put(topic + "/" + key, value));
    }
    return published;
  }

  /** What records say, apart from when. */
  private static Map<String, String> bodies(Map<String, SpecificRecord> published) {
    Map<String, String> bodies = new HashMap<>();
    published.forEach(
        (key, value) -> {
          SpecificRecord body = SpecificData.get().deepCopy(value.getSchema(), value);
          body.put(value.getSchema().getField("revision").pos(), 0L);
          body.put(value.getSchema().getField("watermark").pos(), null);
          bodies.put(key, body.toString());
        });
    return bodies;
  }

  private static long revision(Map<String, SpecificRecord> published, String key) {
    SpecificRecord value = Objects.requireNonNull(published.get(key), key);
    return (Long) value.get(value.getSchema().getField("revision").pos());
  }

  /** Days on which a statement has another revision. */
  private static List<LocalDate> restated(
      Map<String, SpecificRecord> before, Map<String, SpecificRecord> after) {
    return after.keySet().stream()
        .filter(key -> key.startsWith(TOPICS.roi() + "/acme/all/day/"))
        .filter(key -> revision(after, key) > revision(before, key))
        .map(key -> ((StatementRecord) Objects.requireNonNull(after.get(key))).getStart())
        .sorted()
        .toList();
  }

  @Test
  void whatIsCorrectedHalfAYearBackIsWhatEventsGiveUnderTheCorrectedRate() {
    try (Driven driven = driven("corrected", reference(60));
        Driven anew = driven("anew", reference(67))) {
      Map<String, SpecificRecord> before = published(driven);

      driven.publish(wage(67)).flush().flush();

      Map<String, SpecificRecord> after = published(driven);
      assertThat(bodies(after)).isEqualTo(bodies(published(anew)));
      assertThat(restated(before, after)).isEqualTo(FROM.datesUntil(TO).toList());
      Map<String, String> was = bodies(before);
      bodies(after)
          .forEach(
              (key, body) ->
                  assertThat(revision(after, key))
                      .as(key)
                      .isEqualTo(revision(before, key) + (body.equals(was.get(key)) ? 0 : 1)));
    }
  }

  @Test
  void aReversalOfNothingBooksNothingUntilItsOriginalIsThere() {
    LedgerEntry training = ((LedgerLine) Priced.cost("training", 100, GO_LIVE, LAST)).entry();
    LedgerEntry reversal =
        new LedgerEntry(
            "back",
            EntryCategory.OTHER.side(),
            EntryCategory.OTHER,
            EntryNature.CAPEX,
            training.amountMicros(),
            "EUR",
            GO_LIVE.plusDays(9),
            training.service(),
            "all",
            true,
            null,
            "training",
            new LedgerEntry.Evidence("credit 1", "finance", null));
    try (Driven driven = new Driven(stateDir.resolve("reversal"), Map.of())) {
      driven.publish(Priced.policy(GO_LIVE)).send(ended("last", GO_LIVE + "T20:00:00Z"));
      driven.flush().flush();
      Map<String, SpecificRecord> before = published(driven);

      driven.publish(new LedgerLine(TENANT, reversal)).flush().flush();
      Map<String, SpecificRecord> alone = published(driven);
      driven.publish(new LedgerLine(TENANT, training)).flush().flush();

      assertThat(alone).isEqualTo(before);
      StatementRecord toDate =
          (StatementRecord)
              Objects.requireNonNull(
                  published(driven).get(TOPICS.roi() + "/acme/all/to-date/" + GO_LIVE));
      assertThat(toDate.getProvisional().getCapex().getMicros()).isZero();
      assertThat(before).isNotEmpty();
    }
  }
}
