package org.contactroi.roi.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.valuation.Center;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomNumbers.class)
class RateCardTest {

  private static final UsageKey USAGE = new UsageKey(Resource.AGENT, "queue:q", "CHAT");

  @Test
  void keyGoesBeforeChannelAndChannelBeforeAny() {
    RateRow any = row("any", "*", "*", 0);
    RateRow channel = row("channel", "*", "CHAT", 0);
    RateRow key = row("key", "queue:q", "*", 0);
    RateRow both = row("both", "queue:q", "CHAT", 0);

    assertThat(price(any, channel)).isEqualTo(channel);
    assertThat(price(any, channel, key)).isEqualTo(key);
    assertThat(price(any, channel, key, both)).isEqualTo(both);
  }

  @Test
  void ofEquallySpecificRowsTheLaterIsTakenAndThenTheGreaterId() {
    RateRow early = row("z", "*", "*", 0);
    RateRow a = row("a", "*", "*", 1);
    RateRow b = row("b", "*", "*", 1);

    assertThat(price(early, a)).isEqualTo(a);
    assertThat(price(b, early, a)).isEqualTo(b);
  }

  @Test
  void rowOfAnotherKeyOrChannelOrResourceIsNoneOfThem() {
    RateRow key = row("1", "queue:other", "*", 0);
    RateRow channel = row("2", "*", "VOICE", 0);
    RateRow resource = Center.rate(Resource.TELEPHONY, RateUnit.HOUR, 1);

    assertThat(price(key, channel, resource)).isNull();
  }

  @Test
  void rowIsValidFromItsFirstHourAndNoLongerAtItsEnd() {
    RateRow row =
        new RateRow(
            "r", Resource.AGENT, "*", "*", RateUnit.HOUR, 1, "EUR", 100, 200L, null, "note");
    RateCard card = new RateCard(List.of(row));

    assertThat(card.price(USAGE, 99)).isNull();
    assertThat(card.price(USAGE, 100)).isEqualTo(row);
    assertThat(card.price(USAGE, 199)).isEqualTo(row);
    assertThat(card.price(USAGE, 200)).isNull();
  }

  @RepeatedTest(20)
  void orderOfRowsDoesNotMatter(Random random) {
    List<RateRow> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String key = random.nextBoolean() ? "*" : "queue:q";
      String channel = random.nextBoolean() ? "*" : "CHAT";
      rows.add(row("r" + i, key, channel, random.nextInt(3)));
    }

    RateRow first = new RateCard(rows).price(USAGE, 2);
    Collections.shuffle(rows, random);

    assertThat(first).isNotNull();
    assertThat(new RateCard(rows).price(USAGE, 2)).isEqualTo(first);
  }

  @Test
  void rowBeginsWithAnHourOfTheTenantAndNotOfUtc() {
    TenantCalendar calendar = new TenantCalendar(ZoneId.of("Asia/Kolkata"));
    RateRow onTheHour = row("r", "*", "*", instant("2026-03-01T18:30:00Z"));
    RateRow betweenHours = row("r", "*", "*", instant("2026-03-01T19:00:00Z"));

    assertThat(onTheHour.refusals(calendar)).isEmpty();
    assertThat(betweenHours.refusals(calendar))
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.field()).isEqualTo("valid-from");
              assertThat(refusal.reason())
                  .isEqualTo(
                      "is '2026-03-01T19:00:00Z'; allowed: the start of an hour of the tenant, such as 2026-03-01T18:30:00Z");
            });
  }

  @Test
  void unitHasToFitTheResource() {
    assertThatThrownBy(() -> Center.rate(Resource.AGENT, RateUnit.EACH, 1))
        .hasMessage("unit is 'EACH'; allowed: HOUR for AGENT");
    assertThatThrownBy(() -> Center.rate(Resource.CONTACT, RateUnit.HOUR, 1))
        .hasMessage("unit is 'HOUR'; allowed: EACH, THOUSAND for CONTACT");
  }

  @Test
  void utilisationIsThatOfAgentsAndAboveNothing() {
    assertThatThrownBy(() -> utilised(Resource.TELEPHONY, 8_000))
        .hasMessage("utilisation-bp is '8000'; allowed: none for TELEPHONY");
    assertThatThrownBy(() -> utilised(Resource.AGENT, 0))
        .hasMessage("utilisation-bp is '0'; allowed: 1 to 10000");
    assertThatThrownBy(() -> utilised(Resource.AGENT, 10_001))
        .hasMessage("utilisation-bp is '10001'; allowed: 1 to 10000");
  }

  @Test
  void amountsAreNotNegativeAndCurrenciesAreCodes() {
    assertThatThrownBy(() -> Center.wage(-1))
        .hasMessage("amount-micros is '-1'; allowed: 0 to 10000000000000000");
    assertThatThrownBy(
            () ->
                new RateRow(
                    "r", Resource.AGENT, "*", "*", RateUnit.HOUR, 1, "euro", 0, null, null, ""))
        .hasMessage("currency is 'euro'; allowed: an ISO 4217 code such as EUR");
  }

  @Test
  void rowEndsAfterItBegins() {
    assertThatThrownBy(
            () ->
                new RateRow(
                    "r", Resource.AGENT, "*", "*", RateUnit.HOUR, 1, "EUR", 0, 0L, null, ""))
        .hasMessage(
            "valid-to is '1970-01-01T00:00:00Z'; allowed: an instant after valid-from, 1970-01-01T00:00:00Z");
  }

  @Test
  void idStandsOnceOnACard() {
    assertThatThrownBy(() -> price(row("r", "*", "*", 0), row("r", "*", "CHAT", 0)))
        .hasMessage("id is 'r'; allowed: each once");
  }

  private static @Nullable RateRow price(RateRow... rows) {
    return new RateCard(List.of(rows)).price(USAGE, 2);
  }

  private static RateRow row(String id, String key, String channel, long validFrom) {
    return Center.rate(id, Resource.AGENT, key, channel, RateUnit.HOUR, 1, validFrom);
  }

  private static RateRow utilised(Resource resource, int basisPoints) {
    return new RateRow(
        "r", resource, "*", "*", RateUnit.HOUR, 1, "EUR", 0, null, basisPoints, "note");
  }

  private static long instant(String text) {
    return Instant.parse(text).toEpochMilli();
  }
}
