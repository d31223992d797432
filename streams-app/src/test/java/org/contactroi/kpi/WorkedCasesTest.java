package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Activity;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Channel;
import org.contactroi.interaction.Direction;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Participant;
import org.contactroi.interaction.QueueOutcome;
import org.contactroi.interaction.ResolutionSignals;
import org.contactroi.interaction.Role;
import org.contactroi.interaction.Visit;
import org.junit.jupiter.api.Test;

/** The cases that were worked by hand when the figures were defined. */
class WorkedCasesTest {

  private static final long ZERO = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long SECOND = 1_000;

  private final List<Interaction> interactions = new ArrayList<>();

  @Test
  void hundredVisitsGiveServiceLevel70Of95AndAbandonRate10Of95() {
    visits(70, QueueOutcome.ANSWERED, 20 * SECOND);
    visits(15, QueueOutcome.ANSWERED, 20 * SECOND + 1);
    visits(5, QueueOutcome.ABANDONED, 5 * SECOND);
    visits(10, QueueOutcome.ABANDONED, 5 * SECOND + 1);

    Totals totals = totals(Family.SERVICE_LEVEL);

    assertThat(totals.get(ServiceLevel.VISITS)).isEqualTo(100);
    assertThat(figure("service_level", totals)).isEqualTo(new Ratio(70, 95));
    assertThat(figure("abandon_rate", totals)).isEqualTo(new Ratio(10, 95));
    assertThat(figure("asa", totals)).isEqualTo(new Ratio(85 * 20 * SECOND + 15, 85));
  }

  @Test
  void thousandSessionsAre75PercentTechnical51Settled20Confirmed() {
    sessions(250, 1, session(true, true, false));
    sessions(150, 1, session(false, false, false));
    sessions(200, 1, session(true, false, true));
    sessions(310, 1, session(true, false, false));
    // A customer who comes back within W, to no session the second time.
    sessions(90, 2, session(true, false, false));

    Totals totals = totals(Family.CONTAINMENT);

    assertThat(totals.get(Containment.SESSIONS)).isEqualTo(1_000);
    assertThat(totals.get(Containment.FAILED_REPEAT)).isEqualTo(90);
    assertThat(figure("containment_technical", totals)).isEqualTo(new Ratio(750, 1_000));
    assertThat(figure("containment_settled", totals)).isEqualTo(new Ratio(510, 1_000));
    assertThat(figure("confirmed", totals)).isEqualTo(new Ratio(200, 1_000));
  }

  @Test
  void hundredLegsOf4MinutesAndTenOf14AverageTo4Point909MinutesAndNotTo9() {
    legs(100, 4 * MINUTE);
    legs(10, 14 * MINUTE);

    Ratio aht = figure("aht", totals(Family.HANDLE_TIME));

    assertThat(aht).isEqualTo(new Ratio(540 * MINUTE, 110));
    assertThat((double) aht.numerator() / aht.denominator() / MINUTE).isBetween(4.909, 4.910);
  }

  @Test
  void ahtFrom10To6MinutesIs40PercentLessHandleTimeAnd66Point7PercentMoreThroughput() {
    legs(1, 10 * MINUTE);
    Ratio before = figure("aht", totals(Family.HANDLE_TIME));
    interactions.clear();
    legs(1, 6 * MINUTE);
    Ratio after = figure("aht", totals(Family.HANDLE_TIME));

    assertThat(after.numerator() * 100 / before.numerator() - 100).isEqualTo(-40);
    assertThat(Math.round(before.numerator() * 1_000.0 / after.numerator()) - 1_000).isEqualTo(667);
  }

  @Test
  void callsOnDays0And3And9And20AreTwoEpisodesOfWhichOneIsResolvedAtFirstContact() {
    for (int day : new int[] {0, 3, 9, 20}) {
      interactions.add(
          interaction("on day " + day, "c", day * DAY, List.of(leg(MINUTE)), List.of(), List.of()));
    }

    Totals totals = totals(Family.FIRST_CONTACT_RESOLUTION);

    assertThat(totals.get(FirstContactResolution.EPISODES)).isEqualTo(2);
    assertThat(figure("fcr", totals)).isEqualTo(new Ratio(1, 2));
    assertThat(totals.get(FirstContactResolution.REPEATS)).isEqualTo(2);
  }

  private void visits(int count, QueueOutcome outcome, long waited) {
    for (int i = 0; i < count; i++) {
      Visit visit = new Visit("v", "q", ZERO, ZERO + waited, outcome, waited, false);
      add(List.of(), List.of(visit), List.of());
    }
  }

  private void legs(int count, long handle) {
    for (int i = 0; i < count; i++) {
      add(List.of(leg(handle)), List.of(), List.of());
    }
  }

  /** Customers of a number of interactions, the first with a session. */
  private void sessions(int customers, int contacts, BotSession session) {
    for (int i = 0; i < customers; i++) {
      String customer = "c" + interactions.size();
      for (int day = 0; day < contacts; day++) {
        interactions.add(
            interaction(
                customer + " on day " + day,
                customer,
                day * DAY,
                List.of(),
                List.of(),
                day == 0 ? List.of(session) : List.of()));
      }
    }
  }

  private void add(List<Leg> legs, List<Visit> visits, List<BotSession> sessions) {
    String id = "i" + interactions.size();
    interactions.add(interaction(id, "c" + id, 0, legs, visits, sessions));
  }

  private static BotSession session(boolean answered, boolean handedOff, boolean confirmed) {
    return new BotSession(ZERO, "1", answered, handedOff, confirmed, false);
  }

  private static Leg leg(long handle) {
    return new Leg(
        "s",
        Participant.AGENT,
        Role.PRIMARY,
        "q",
        null,
        ZERO,
        ZERO + handle,
        ZERO + handle,
        handle,
        0,
        0,
        handle,
        handle,
        false,
        false,
        false);
  }

  private static Interaction interaction(
      String id,
      String customer,
      long offset,
      List<Leg> legs,
      List<Visit> visits,
      List<BotSession> sessions) {
    return new Interaction(
        "acme",
        id,
        Channel.VOICE,
        Direction.INBOUND,
        customer,
        "q",
        "i",
        Map.of(),
        ZERO + offset,
        ZERO + offset + 10 * MINUTE,
        false,
        false,
        true,
        true,
        legs,
        visits,
        sessions,
        new Activity(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        new ResolutionSignals(0, 0, null));
  }

  /** As the stages do it: customer by customer. */
  private Totals totals(Family family) {
    Totals sum = Totals.zero(family);
    List<String> customers =
        interactions.stream().map(Interaction::customerKey).distinct().toList();
    for (String customer : customers) {
      List<Interaction> own =
          interactions.stream().filter(i -> customer.equals(i.customerKey())).toList();
      for (Map.Entry<Cell, Totals> cell : Contributions.of(own, KpiPolicy.DEFAULT).entrySet()) {
        sum = cell.getKey().family() == family ? sum.plus(cell.getValue()) : sum;
      }
    }
    return sum;
  }

  private static Ratio figure(String name, Totals totals) {
    return Figure.of(totals.family()).stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow()
        .from(totals);
  }
}
