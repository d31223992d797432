package org.contactroi.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.events.CustomerStatus;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.ledger.CustomerChange;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.file.ScenarioReader;
import org.junit.jupiter.api.Test;

/** The worked cases of the page on money, by the truth. */
class MoneyTest {

  private static final String ZERO = "2026-01-05T00:00:00Z";
  private static final String FIRST = "2026-01-05T08:00:00Z";
  private static final long DAY = 86_400_000;

  private final SortedMap<String, Amounts> totals = new TreeMap<>();
  private final List<CustomerChange> customers = new ArrayList<>();

  private static TrueMoney.Tenant tenant(String money) {
    Money read =
        ScenarioReader.read("shop.yaml", Shops.SHOP + money.indent(4))
            .tenants()
            .get(0)
            .reporting()
            .money();
    assertThat(read).isNotNull();
    return new TrueMoney.Tenant(
        "demo", read, Days.of(Instant.parse(ZERO), ZoneId.of("Europe/London")));
  }

  private void cost(String resource, String key, long quantity) {
    Amounts hour =
        new Amounts().add("bot_only", 1).line("usage", List.of(resource, key, "VOICE"), quantity);
    put("cost", hour);
  }

  private void put(String family, Amounts hour) {
    totals.computeIfAbsent(key(family, "hour", FIRST), unseen -> new Amounts()).addAll(hour);
    totals.computeIfAbsent(key(family, "day", ZERO), unseen -> new Amounts()).addAll(hour);
  }

  private static String key(String family, String window, String start) {
    return "demo/" + family + "/all/all/" + window + "/" + start;
  }

  private TrueMoney money(String money) {
    TrueMoney.Tenant tenant = tenant(money);
    return new TrueMoney(tenant, new Customers(customers, tenant.days().zone()), totals);
  }

  private ObjectNode day(String money, String family) {
    return Objects.requireNonNull(money(money).window(key(family, "day", ZERO)), family);
  }

  private ObjectNode statement(String money, String keyAndDay) {
    return money(money).statements(Instant.parse(ZERO).toEpochMilli() + 400 * DAY).stream()
        .filter(line -> (line.key() + " " + line.to()).equals(keyAndDay))
        .findFirst()
        .orElseThrow()
        .json();
  }

  private static long micros(ObjectNode json, String name) {
    return json.path(name).path("micros").asLong();
  }

  @Test
  void sixMinutesAtSixtyAnHourCostEightIfThreeQuartersOfAPaidHourHandleContacts() {
    cost("AGENT", "grade:any", 360_000);

    ObjectNode money =
        day(
            """
            money:
              currency: EUR
              go_live: 0
              realisation_bp: 10000
              rates: [{id: a, resource: agent, unit: hour, amount: 60, utilisation_bp: 7500, note: n}]
            """,
            "cost");

    assertThat(micros(money, "human")).isEqualTo(8_000_000);
    assertThat(money.at("/cost_per_interaction/denominator").asLong()).isEqualTo(1);
  }

  @Test
  void aContainedSessionAfterWhichTheCustomerCallsSavesFourAndNotTen() {
    put(
        "saving",
        new Amounts()
            .line("cells", List.of("VOICE", "bill"), 1, 2, 1, 360_000, 1)
            .line("usage", List.of("VOICE", "bill", "AGENT", "grade:any", "VOICE"), 360_000)
            .line("usage", List.of("VOICE", "bill", "BOT_SESSION", "bot", "VOICE"), 1));

    ObjectNode money = day(TEN_AN_EPISODE, "saving");

    assertThat(micros(money, "counterfactual")).isEqualTo(10_000_000);
    assertThat(micros(money, "actual")).isEqualTo(6_000_000);
    assertThat(micros(money, "saving")).isEqualTo(4_000_000);
    assertThat(micros(money, "ai")).isEqualTo(500_000);
    long reasons =
        List.of("repeats", "containment", "handle_time", "other", "rounding").stream()
            .mapToLong(name -> money.path("explanation").path(name + "_micros").asLong())
            .sum();
    assertThat(reasons).isEqualTo(4_000_000);
  }

  private static final String TEN_AN_EPISODE =
      """
      money:
        currency: EUR
        go_live: 0
        realisation_bp: 10000
        rates:
          - {id: a, resource: agent, unit: hour, amount: 60, note: n}
          - {id: b, resource: bot_session, unit: each, amount: 0.5, note: n}
        baselines:
          before:
            {method: manual, from: -7, to: -1, valid_from: 0, rows: [
              {channel: voice, issue: "*", n: 100, contacts: 100, handled_contacts: 100, effort: 1000m,
               usage: [{resource: agent, key: "grade:any", quantity: 10000m}]}]}
      """;

  @Test
  void whatHasNoPriceIsNamedAndLeavesTheSumUndefined() {
    cost("TELEPHONY", "queue:q", 5);

    ObjectNode money = day("money: {currency: EUR, go_live: 0, realisation_bp: 0}", "cost");

    assertThat(money.path("human"))
        .hasToString(
            "{\"unpriced\":[{\"resource\":\"TELEPHONY\",\"key\":\"queue:q\",\"quantity\":5}]}");
    assertThat(money.has("cost_per_interaction")).isFalse();
  }

  @Test
  void aSubscriptionOfAYearBooksAllOfItAndAReversalTakesItBack() {
    String money =
        """
        money:
          currency: EUR
          go_live: 0
          realisation_bp: 0
          ledger:
            - {id: s, category: subscription, nature: opex, amount: 9800, paid: 0, from: 0, to: 364,
               covers_metered: no, scope: s, evidence: e, author: a}
        """;

    ObjectNode first = statement(money, "demo/all/day/2026-01-05 2026-01-05");
    ObjectNode year = statement(money, "demo/all/to-date/2026-01-05 2027-01-04");
    String back = "    - {id: t, reverses: s, paid: 2, evidence: e, author: a}\n";
    ObjectNode none = statement(money + back, "demo/all/to-date/2026-01-05 2027-01-04");

    assertThat(first.at("/provisional/opex/micros").asLong()).isEqualTo(26_849_315);
    assertThat(year.at("/provisional/opex/micros").asLong()).isEqualTo(9_800_000_000L);
    assertThat(none.at("/provisional/opex").isMissingNode()).isTrue();
    assertThat(none.at("/provisional/cash").isMissingNode()).isTrue();
  }

  @Test
  void anEntryInAnotherCurrencyIsExchangedWholeOnTheDayItIsPaid() {
    String money =
        """
        money:
          currency: EUR
          go_live: 0
          realisation_bp: 0
          fx: [{from: USD, rate: 0.5}, {from: USD, day: 1, rate: 0.8}]
          ledger:
            - {id: s, category: other, nature: capex, amount: 100, currency: USD, paid: 1, from: 0, to: 1,
               scope: s, evidence: e, author: a}
            - {id: n, category: other, nature: capex, amount: 7, paid: 0, from: 0, to: 0, incremental: no,
               scope: s, evidence: e, author: a}
        """;

    ObjectNode first = statement(money, "demo/all/day/2026-01-05 2026-01-05");
    ObjectNode second = statement(money, "demo/all/day/2026-01-06 2026-01-06");

    assertThat(first.at("/provisional/capex/micros").asLong()).isEqualTo(40_000_000);
    assertThat(second.at("/provisional/paid/micros").asLong()).isEqualTo(80_000_000);
    assertThat(second.at("/provisional/roi/numerator").asLong()).isEqualTo(-40_000_000);
  }

  @Test
  void theSatisfactionOfAgentsIsTheMeanOfTheirAnswers() {
    put(
        "experience",
        new Amounts().add("agent_answers", 3).add("agent_satisfaction_sum", 7_500 + 5_000 + 2_500));

    ObjectNode day =
        statement(
            "money: {currency: EUR, go_live: 0, realisation_bp: 0}",
            "demo/all/day/2026-01-05 2026-01-05");

    assertThat(day.at("/scorecard/4"))
        .hasToString(
            "{\"score\":\"AGENT_SATISFACTION\",\"value\":{\"numerator\":15000,\"denominator\":3},"
                + "\"n\":3}");
  }

  private void customer(String key, String at, CustomerStatus status) {
    customers.add(new CustomerChange("demo", key, Instant.parse(at).toEpochMilli(), status));
  }

  @Test
  void ofFourCustomersThreeStayWhoeverElseComesWithinTheMonth() {
    for (String key : List.of("a", "b", "c", "d")) {
      customer(key, "2026-01-10T10:00:00Z", CustomerStatus.ACQUIRED);
    }
    customer("d", "2026-02-10T10:00:00Z", CustomerStatus.CHURNED);
    customer("new", "2026-02-11T10:00:00Z", CustomerStatus.ACQUIRED);
    customer("heard of", "2026-02-12T10:00:00Z", CustomerStatus.ACTIVE);
    String money =
        """
        money:
          currency: EUR
          go_live: 0
          realisation_bp: 0
          customer_margin: 10
          baselines:
            before:
              {method: manual, from: -7, to: -1, valid_from: 0, scores: {retention: 70}, rows: [
                {channel: voice, issue: "*", n: 100, contacts: 100, handled_contacts: 100,
                 effort: 1000m, usage: []}]}
        """;

    ObjectNode january = statement(money, "demo/all/day/2026-01-31 2026-01-31");
    ObjectNode february = statement(money, "demo/all/day/2026-02-28 2026-02-28");

    assertThat(january.at("/provisional/retention").isMissingNode()).isTrue();
    assertThat(february.at("/provisional/retention/micros").asLong()).isEqualTo(2_000_000);
    assertThat(february.at("/scorecard/5"))
        .hasToString(
            "{\"score\":\"RETENTION\",\"value\":{\"numerator\":30000,\"denominator\":4},\"n\":4,"
                + "\"baseline\":7000}");
  }
}
