package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.episode.EpisodeGrouping;
import org.contactroi.episode.EpisodeRules;
import org.contactroi.episode.Match;
import org.contactroi.episode.Member;
import org.contactroi.episode.Purpose;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.BotReport;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Confirmation;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.interaction.event.SaleKind;
import org.contactroi.interaction.event.SurveyKind;
import org.contactroi.interaction.fold.InteractionFold;
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;
import org.contactroi.kpi.family.ServiceLevel;
import org.contactroi.kpi.family.UsageQuantity;
import org.junit.jupiter.api.Test;

/** The cases that were worked by hand when the figures were defined, from the events on. */
class WorkedCasesTest {

  private static final EpisodeRules RULES_OF_EPISODES =
      new EpisodeRules("v1", Duration.ofDays(7), Match.CUSTOMER, Match.ISSUE);

  private static final long MINUTE_MS = 60_000;

  private final List<Interaction> interactions = new ArrayList<>();

  @Test
  void hundredVisitsGiveServiceLevel70Of95AndAbandonRate10Of95() {
    visits(70, QueueOutcome.ANSWERED, 20_000);
    visits(15, QueueOutcome.ANSWERED, 20_001);
    visits(5, QueueOutcome.ABANDONED, 5_000);
    visits(10, QueueOutcome.ABANDONED, 5_001);

    Totals totals = totals(ServiceLevel.FAMILY);

    assertThat(totals.get(ServiceLevel.VISITS)).isEqualTo(100);
    assertThat(figure("service_level", totals)).isEqualTo(new Ratio(70, 95));
    assertThat(figure("abandon_rate", totals)).isEqualTo(new Ratio(10, 95));
    assertThat(figure("asa", totals)).isEqualTo(new Ratio(85 * 20_000 + 15, 85));
  }

  @Test
  void thousandSessionsAre75PercentTechnical51Settled20Confirmed() {
    for (int i = 0; i < 1_000; i++) {
      session(i);
    }

    Totals totals = totals(Containment.FAMILY);

    assertThat(totals.get(Containment.SESSIONS)).isEqualTo(1_000);
    assertThat(totals.get(Containment.FAILED_REPEAT)).isEqualTo(90);
    assertThat(figure("containment_technical", totals)).isEqualTo(new Ratio(750, 1_000));
    assertThat(figure("containment_settled", totals)).isEqualTo(new Ratio(510, 1_000));
    assertThat(figure("confirmed", totals)).isEqualTo(new Ratio(200, 1_000));
  }

  @Test
  void hundredLegsOf4MinutesAndTenOf14AverageTo4Point909MinutesAndNotTo9() {
    calls(100, 4);
    calls(10, 14);

    Ratio aht = figure("aht", totals(HandleTime.FAMILY));

    assertThat(aht).isEqualTo(new Ratio(540 * MINUTE_MS, 110));
    assertThat((double) aht.numerator() / aht.denominator() / MINUTE_MS).isBetween(4.909, 4.910);
  }

  @Test
  void ahtFrom10To6MinutesIs40PercentLessHandleTimeAnd66Point7PercentMoreThroughput() {
    calls(1, 10);
    Ratio before = figure("aht", totals(HandleTime.FAMILY));
    interactions.clear();
    calls(1, 6);
    Ratio after = figure("aht", totals(HandleTime.FAMILY));

    assertThat(after.numerator() * 100 / before.numerator() - 100).isEqualTo(-40);
    assertThat(Math.round(before.numerator() * 1_000.0 / after.numerator()) - 1_000).isEqualTo(667);
  }

  @Test
  void callsOnDays0And3And9And20AreTwoEpisodesOfWhichOneIsResolvedAtFirstContact() {
    for (int day : new int[] {0, 3, 9, 20}) {
      call(day * DAY, "c", agent("a"), 60);
    }

    Totals totals = totals(FirstContactResolution.FAMILY);

    assertThat(totals.get(FirstContactResolution.EPISODES)).isEqualTo(2);
    assertThat(figure("fcr", totals)).isEqualTo(new Ratio(1, 2));
    assertThat(totals.get(FirstContactResolution.REPEATS)).isEqualTo(2);
  }

  @Test
  void threeParallelChatsOf10MinutesAre10MinutesOfEffortAndNot30() {
    for (int i = 0; i < 3; i++) {
      call(0, "c" + i, agentWith(3, "a"), 600);
    }

    Totals cost = totals(Cost.FAMILY);

    assertThat(quantity(cost, "AGENT", "queue:unknown", "VOICE")).isEqualTo(10 * MINUTE_MS);
    assertThat(figure("effort_per_interaction", cost)).isEqualTo(new Ratio(10 * MINUTE_MS, 3));
    assertThat(totals(HandleTime.FAMILY).get(HandleTime.HANDLE_MS)).isEqualTo(30 * MINUTE_MS);
  }

  @Test
  void eightBotMessagesAreEightToBePriced() {
    List<Event> events = new ArrayList<>();
    events.add(at(0, started(Channel.CHAT, Direction.INBOUND)));
    events.add(at(0, botOf("7", "b")));
    for (int i = 1; i <= 8; i++) {
      events.add(at(i, message(Author.BOT)));
    }
    add(events.toArray(Event[]::new));

    assertThat(quantity(totals(Cost.FAMILY), "BOT_MESSAGE", "7", "CHAT")).isEqualTo(8);
  }

  @Test
  void aContainedSessionAndACallTwoDaysLaterAreInOneSavingCell() {
    add(
        at(0, started(Channel.CHAT, Direction.INBOUND)),
        at(0, botOf("7", "b")),
        at(60, ends("b", intends("bill"))),
        at(60, ended()));
    call(2 * DAY, "c1", agentOf("senior", "a"), 360);

    Totals saving = totals(Saving.FAMILY);

    assertThat(saving.breakdown(Saving.CELLS))
        .isEqualTo(Breakdown.of(List.of("CHAT", "bill"), 1, 2, 1, 6 * MINUTE_MS, 1));
    assertThat(saving.breakdown(Saving.USAGE).lines())
        .containsExactly(
            new Breakdown.Line(
                List.of("CHAT", "bill", "AGENT", "grade:senior", "VOICE"), 6 * MINUTE_MS),
            new Breakdown.Line(List.of("CHAT", "bill", "BOT_SESSION", "7", "CHAT"), 1),
            new Breakdown.Line(List.of("CHAT", "bill", "CONTACT", "queue:unknown", "CHAT"), 1),
            new Breakdown.Line(List.of("CHAT", "bill", "CONTACT", "queue:unknown", "VOICE"), 1),
            new Breakdown.Line(
                List.of("CHAT", "bill", "TELEPHONY", "queue:unknown", "VOICE"), 6 * MINUTE_MS));
  }

  @Test
  void repeatsAreWhatTheSavingCellCountsAsContactsPerEpisode() {
    call(0, "c", agent("a"), 60);
    call(DAY, "c", agent("a"), 120);
    call(2 * DAY, "d", agent("a"), 60);

    Totals saving = totals(Saving.FAMILY);

    assertThat(figure("contacts_per_episode", saving)).isEqualTo(new Ratio(3, 2));
    assertThat(figure("handled_share", saving)).isEqualTo(new Ratio(3, 3));
    assertThat(figure("effort_per_handled_contact", saving)).isEqualTo(new Ratio(240_000, 3));
    assertThat(figure("resolution_rate", saving)).isEqualTo(new Ratio(2, 2));
  }

  @Test
  void twoPromotersAPassiveAndADetractorMakeANetPromoterScoreOf25() {
    for (int score : new int[] {10, 9, 7, 6}) {
      add(at(0, started()), at(9, recommends("s", score)));
    }

    assertThat(figure("nps", totals(Experience.FAMILY))).isEqualTo(new Ratio(100, 4));
  }

  @Test
  void ofTwoSurveysOfferedOneAnswered4Of5IsInTheTopBox() {
    add(at(0, started()), at(5, offered("s", SurveyKind.CSAT)));
    add(at(0, started()), at(9, surveyed("s", SurveyKind.CSAT, 4)));

    Totals experience = totals(Experience.FAMILY);

    assertThat(figure("csat", experience)).isEqualTo(new Ratio(1, 1));
    assertThat(figure("response_rate", experience)).isEqualTo(new Ratio(1, 2));
  }

  @Test
  void effortOf2On1To7WhereLowIsGoodIsAnEaseOf83Point33() {
    Payload answer = new Payload.SurveyAnswered("s", null, SurveyKind.CES, 2, 1, 7, false);
    add(at(0, started()), at(9, answer));

    assertThat(figure("ces", totals(Experience.FAMILY))).isEqualTo(new Ratio(8_333, 100));
  }

  @Test
  void aBotThatRespondsAfter2SecondsAndAHumanAfter30InTheQueueAreTwoFirstResponses() {
    add(
        at(0, started(Channel.CHAT, Direction.INBOUND)),
        at(1, message(Author.CUSTOMER)),
        at(3, message(Author.BOT)),
        at(60, entered("v", "q")),
        at(90, message(Author.AGENT)));

    Totals experience = totals(Experience.FAMILY);

    assertThat(figure("frt_any", experience)).isEqualTo(new Ratio(2_000, 1));
    assertThat(figure("frt_bot", experience)).isEqualTo(new Ratio(2_000, 1));
    assertThat(figure("frt_human", experience)).isEqualTo(new Ratio(30_000, 1));
  }

  @Test
  void aSaleAndItsRefundLeaveTwoSalesAConversionAndNoAmount() {
    add(
        at(0, started()),
        at(9, sale(SaleKind.NEW, 50_000_000, 3_000)),
        at(99, sale(SaleKind.REFUND, 50_000_000, 3_000)));
    add(at(0, started()), at(9, sale(SaleKind.REFUND, 1_000_000, 2_500)));

    Totals sales = totals(Sales.FAMILY);

    assertThat(figure("conversion", sales)).isEqualTo(new Ratio(1, 2));
    assertThat(sales.breakdown(Sales.SALES).lines())
        .containsExactly(
            new Breakdown.Line(List.of("EUR", "NEW", "AI"), 1, 50_000_000, 15_000_000),
            new Breakdown.Line(List.of("EUR", "REFUND", "AI"), 2, -51_000_000, -15_250_000));
  }

  /** 250 handed off, 150 unanswered, 200 confirmed, 90 of the others come back. */
  private void session(int number) {
    String customer = "c" + number;
    if (number < 250) {
      add(
          at(0, startedBy(customer)),
          at(0, bot("b")),
          at(9, ends("b", answered())),
          at(9, agent("a")),
          at(60, ended()));
      return;
    }
    BotReport report = number < 400 ? unanswered() : answered();
    report = number >= 800 ? says(Confirmation.POSITIVE) : report;
    add(at(0, startedBy(customer)), at(0, bot("b")), at(9, ends("b", report)), at(9, ended()));
    if (number >= 400 && number < 490) {
      add(at(6 * DAY, startedBy(customer)), at(6 * DAY, ended()));
    }
  }

  private void visits(int count, QueueOutcome outcome, long waited) {
    for (int i = 0; i < count; i++) {
      add(
          at(0, startedBy("c" + interactions.size())),
          at(60, new Payload.QueueExited("v", outcome, waited)),
          at(60, ended()));
    }
  }

  private void calls(int count, int minutes) {
    for (int i = 0; i < count; i++) {
      call(0, "c" + interactions.size(), agent("a"), 60L * minutes);
    }
  }

  /** A call that is one leg of segment a, so many seconds long. */
  private void call(long start, String customer, Payload leg, long seconds) {
    add(
        at(start, startedBy(customer)),
        at(start, leg),
        at(start + seconds, ends("a")),
        at(start + seconds, ended()));
  }

  private void add(Event... events) {
    String id = "i" + interactions.size();
    interactions.addAll(
        InteractionFold.fold("acme", id, Arrays.asList(events), instant -> RULES).interactions());
  }

  /** As the stages do it: interaction by interaction, then customer by customer. */
  private Totals totals(Family family) {
    List<Map<Cell, Totals>> contributions = new ArrayList<>();
    Map<String, List<Member>> byCustomer = new LinkedHashMap<>();
    for (Interaction interaction : interactions) {
      contributions.add(Families.contributions(interaction));
      byCustomer
          .computeIfAbsent(String.valueOf(interaction.customerKey()), c -> new ArrayList<>())
          .add(Member.of(interaction));
    }
    for (List<Member> members : byCustomer.values()) {
      for (Purpose purpose : Purpose.values()) {
        EpisodeGrouping.group(members, purpose, instant -> RULES_OF_EPISODES)
            .forEach(episode -> contributions.add(Families.contributions(episode)));
      }
    }
    return contributions.stream()
        .flatMap(cells -> cells.values().stream())
        .filter(totals -> totals.family() == family)
        .reduce(Totals.zero(family), Totals::plus);
  }

  private static long quantity(Totals cost, String... key) {
    return cost.breakdown(Cost.USAGE).lines().stream()
        .filter(line -> line.key().equals(List.of(key)))
        .mapToLong(line -> line.get(UsageQuantity.QUANTITY))
        .sum();
  }

  private static Ratio figure(String name, Totals totals) {
    return totals.family().figure(name).from(totals);
  }
}
