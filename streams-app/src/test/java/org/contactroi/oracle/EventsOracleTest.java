package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import java.util.Map;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.Channel;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionDiscarded;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.ResolutionSource;
import org.contactroi.events.SaleKind;
import org.contactroi.events.SaleRecorded;
import org.contactroi.oracle.History.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Winners, order, silence and ends. */
class EventsOracleTest {

  private final History history = new History(OraclePolicy.standard());
  private final Told call = history.interaction("call");

  @Test
  void greatestRevisionWinsWhateverComesLast() {
    call.started(0, Channel.VOICE, null);
    InteractionEvent.Builder end = call.event(HOUR, new InteractionEnded(EndedBy.AGENT));
    history.accept(end.setEventId("end").setRevision(1).build());
    history.accept(end.setOccurredAt(History.EPOCH).setRevision(0).build());

    assertThat(history.counted("volume/all/all/minute/2026-03-02T01:00:00Z").of("inbound"))
        .isEqualTo(1);
  }

  @Test
  void retractionWinsOverItsEventAndTakesNoPart() {
    call.started(0, Channel.VOICE, null);
    InteractionEvent.Builder end = call.event(HOUR, new InteractionEnded(EndedBy.AGENT));
    history.accept(end.setEventId("end").setRetracted(true).build());
    history.accept(end.setRetracted(false).build());

    assertThat(history.day("volume", 0).isAbsent()).isTrue();
    assertThat(history.day("volume", 1).of("inbound")).isEqualTo(1);
  }

  @Test
  void greaterBodyWinsAmongEqualRevisionsItsBytesTakenAsUnsigned() {
    call.started(0, Channel.VOICE, null);
    InteractionEvent.Builder end = call.event(MINUTE, new InteractionEnded(EndedBy.AGENT));
    end.setEventId("end");
    byte[] small = {0x7f};
    byte[] great = {(byte) 0x80};
    history.accept(new AcceptedEvent(great, end.build()));
    history.accept(new AcceptedEvent(small, end.setOccurredAt(History.EPOCH).build()));

    assertThat(history.counted("volume/all/all/minute/2026-03-02T00:01:00Z").of("inbound"))
        .isEqualTo(1);
  }

  @Test
  void testInteractionIsExcludedAndNothingElse() {
    call.started(0, Channel.VOICE, "carl").agent("leg", "ann", 0, MINUTE).ended(MINUTE);
    history.accept(
        call.event(0, new InteractionReopened(ReopenedBy.CUSTOMER)).setIsTest(true).build());

    assertThat(history.totals().keySet())
        .hasSize(18)
        .allMatch(key -> key.startsWith("shop/volume/"));
    assertThat(history.day("volume", 0).of("excluded")).isEqualTo(1);
    assertThat(history.day("volume", 0).of("inbound")).isZero();
  }

  @Test
  void discardedInteractionIsExcludedByItsReasonAndNothingElse() {
    for (DiscardReason reason : DiscardReason.values()) {
      history
          .interaction(reason.name())
          .started(0, Channel.CHAT, "carl")
          .agent("leg", "ann", 0, MINUTE)
          .ended(MINUTE)
          .tell(HOUR, new InteractionDiscarded(reason));
    }

    assertThat(history.totals().keySet()).allMatch(key -> key.startsWith("shop/volume/"));
    assertThat(history.day("volume", 0).totals())
        .hasToString(
            "{\"excluded\":6,\"excluded_deleted\":1,\"excluded_duplicate\":1,\"excluded_other\":2,"
                + "\"excluded_spam\":1,\"excluded_test\":1}");
  }

  @Test
  void lastDiscardDecidesUnlessAnyIsATest() {
    call.started(0, Channel.VOICE, null);
    call.tell(1, new InteractionDiscarded(DiscardReason.SPAM));
    call.tell(2, new InteractionDiscarded(DiscardReason.DUPLICATE)).ended(MINUTE);
    Told test = history.interaction("test").started(0, Channel.VOICE, null);
    test.tell(1, new InteractionDiscarded(DiscardReason.TEST));
    test.tell(2, new InteractionDiscarded(DiscardReason.DUPLICATE)).ended(MINUTE);
    Told marked = history.interaction("marked").started(0, Channel.VOICE, null);
    history.accept(marked.event(1, new InteractionEnded(EndedBy.AGENT)).setIsTest(true).build());
    marked.tell(2, new InteractionDiscarded(DiscardReason.SPAM)).ended(MINUTE);

    assertThat(history.day("volume", 0).of("excluded_duplicate")).isEqualTo(1);
    assertThat(history.day("volume", 0).of("excluded_test")).isEqualTo(2);
    assertThat(history.day("volume", 0).of("excluded")).isEqualTo(3);
  }

  @Test
  void retractedDiscardBringsTheInteractionBack() {
    call.started(0, Channel.VOICE, null).ended(MINUTE);
    InteractionEvent.Builder spam = call.event(HOUR, new InteractionDiscarded(DiscardReason.SPAM));
    history.accept(spam.build()).accept(spam.setRetracted(true).build());

    assertThat(String.valueOf(history.day("volume", 0).totals())).doesNotContain("excluded");
    assertThat(history.day("volume", 0).of("inbound")).isEqualTo(1);
  }

  @Test
  void discardIsNoActivityAndHitsThePartBeforeIt() {
    call.started(0, Channel.VOICE, null);
    call.tell(2 * DAY, new InteractionDiscarded(DiscardReason.SPAM));
    call.started(2 * DAY + 1, Channel.VOICE, null).ended(2 * DAY + 2);

    assertThat(history.day("volume", 1).of("excluded_spam")).isEqualTo(1);
    assertThat(history.day("volume", 2).of("inbound")).isEqualTo(1);
  }

  @Test
  void discardMoreThanFourteenDaysLaterExcludesNothing() {
    call.started(0, Channel.VOICE, null).ended(MINUTE);
    call.tell(10 * DAY, new AiUsageRecorded("model", 1L, 0L, 0L));
    call.tell(MINUTE + 14 * DAY + 1, new InteractionDiscarded(DiscardReason.SPAM));

    assertThat(history.sum("volume", "excluded")).isZero();
    assertThat(history.sum("volume", "orphans")).isEqualTo(1);
  }

  @Test
  void openInteractionEndsWhenTheSilenceIsTooLong() {
    call.started(0, Channel.EMAIL, null);

    assertThat(history.counted("volume/all/all/minute/2026-03-05T00:00:00Z").of("inbound"))
        .isEqualTo(1);
  }

  @Test
  void reopeningTakesTheEndBackAndTheNextEndCounts() {
    call.started(0, Channel.VOICE, null).ended(MINUTE);
    call.tell(2 * MINUTE, new InteractionReopened(ReopenedBy.CUSTOMER)).ended(3 * MINUTE);

    assertThat(history.counted("volume/all/all/minute/2026-03-02T00:03:00Z").of("inbound"))
        .isEqualTo(1);
  }

  @Test
  void silenceOfExactlyTheGapCutsNothingAndOneMillisecondMoreDoes() {
    call.started(0, Channel.VOICE, "carl").tell(DAY, new InteractionReopened(ReopenedBy.CUSTOMER));
    history
        .interaction("other")
        .started(0, Channel.VOICE, "olga")
        .tell(DAY + 1, new InteractionReopened(ReopenedBy.CUSTOMER));

    assertThat(history.sum("volume", "inbound")).isEqualTo(3);
    // The part of its own inherits the customer and so repeats.
    assertThat(history.sum("first-contact-resolution", "repeats")).isEqualTo(1);
  }

  @Test
  void partOfItsOwnIsInboundAgainButKeepsTheChannel() {
    call.outbound(0, Channel.VOICE, "carl")
        .ended(MINUTE)
        .tell(2 * DAY, new InteractionReopened(ReopenedBy.CUSTOMER));

    String key = "volume/channel/VOICE/day/";
    assertThat(history.counted(key + "2026-03-02T00:00:00Z").of("outbound")).isEqualTo(1);
    assertThat(history.counted(key + "2026-03-05T00:00:00Z").of("inbound")).isEqualTo(1);
  }

  @Test
  void saleBelongsToThePartBeforeItAndIsAnOrphanAfterMoreThanFourteenDays() {
    call.started(0, Channel.VOICE, null).ended(MINUTE);
    call.tell(MINUTE + 14 * DAY, sale()).tell(MINUTE + 14 * DAY + 1, sale());

    assertThat(history.day("sales", 14).json("sales"))
        .isEqualTo(
            "[{currency:EUR,kind:NEW,attribution:UNKNOWN,count:1,"
                + "amount_micros:1000000,margin_micros:500000}]");
    assertThat(history.day("volume", 14).of("orphans")).isEqualTo(1);
  }

  private static SaleRecorded sale() {
    return SaleRecorded.newBuilder()
        .setOrderId("order")
        .setKind(SaleKind.NEW)
        .setAmountMicros(1_000_000)
        .setCurrency("EUR")
        .setMarginBp(5_000)
        .build();
  }

  @Test
  void lastAssertedIssueWinsOverTheOneOfTheStart() {
    call.tell(0, InteractionStarted.newBuilder().setIssueKey("bill").build());
    call.tell(SECOND, issue("late")).tell(2 * SECOND, issue(null)).tell(3 * SECOND, issue("lost"));
    call.ended(MINUTE);

    assertThat(history.counted("volume/issue/lost/day/2026-03-02T00:00:00Z").of("inbound"))
        .isEqualTo(1);
  }

  private static ResolutionAsserted issue(@Nullable String issue) {
    return new ResolutionAsserted(ResolutionSource.CASE, true, issue);
  }

  @Test
  void firstStatedValueOfAnAttributeSlicesAndWhatIsNotStatedIsUnknown() {
    History sliced = new History(OraclePolicy.standard().withSlices("attribute:site+queue", "bot"));
    Told told = sliced.interaction("call");
    sliced.accept(
        told.event(1, new InteractionReopened(ReopenedBy.CUSTOMER))
            .setAttributes(site("Rio+Sul/%"))
            .build());
    sliced.accept(
        told.event(2, new InteractionReopened(ReopenedBy.CUSTOMER))
            .setAttributes(site("Oslo"))
            .build());

    assertThat(sliced.totals())
        .containsKey(
            "shop/volume/attribute:site+queue/Rio%2BSul%2F%25+unknown/day/2026-03-05T00:00:00Z")
        .containsKey("shop/volume/bot/unknown/day/2026-03-05T00:00:00Z");
  }

  private static Map<String, String> site(String site) {
    return Map.of("site", site);
  }

  @Test
  void interactionFollowsTheVersionOfItsStart() {
    OraclePolicy first = OraclePolicy.standard();
    OraclePolicy second =
        first.since("second", History.EPOCH.plusMillis(DAY)).withSlices("all", "issue");
    History versions = new History(second, first.withSlices("all"));
    versions.interaction("one").started(DAY - 1, Channel.VOICE, null).ended(DAY + MINUTE);
    versions.interaction("two").started(DAY, Channel.VOICE, null).ended(DAY + MINUTE);

    assertThat(versions.day("volume", 1).of("inbound")).isEqualTo(2);
    assertThat(versions.counted("volume/issue/unknown/day/2026-03-03T00:00:00Z").of("inbound"))
        .isEqualTo(1);
  }
}
