package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.MessageSent;
import org.contactroi.events.PendingEnded;
import org.contactroi.events.PendingOn;
import org.contactroi.events.PendingStarted;
import org.contactroi.oracle.History.Counted;
import org.contactroi.oracle.History.Told;
import org.contactroi.oracle.OracleOpeningHours.Times;
import org.junit.jupiter.api.Test;

/** Waiting for somebody else, and time by the clock of the agreements. */
class PendingOracleTest {

  private static final Times OFFICE = new Times(LocalTime.of(8, 0), LocalTime.of(18, 0));

  private final History history = new History(OraclePolicy.standard());
  private final Told mail = history.interaction("mail");

  private static PendingStarted pending(PendingOn on) {
    return new PendingStarted(on);
  }

  private static PendingEnded goesOn(PendingOn on) {
    return new PendingEnded(on);
  }

  private static InteractionEnded byAgent() {
    return new InteractionEnded(EndedBy.AGENT);
  }

  private static MessageSent message(Author author) {
    return new MessageSent(null, author, true, false);
  }

  /** Handled by an agent at once. */
  private static Told handled(Told told) {
    return told.started(0, Channel.EMAIL, "ada").agent("leg", "ann", 0, MINUTE);
  }

  private static OraclePolicy inOffice(String zone) {
    return OraclePolicy.standard()
        .withZone(ZoneId.of(zone))
        .withOpeningHours(List.of(OracleOpeningHours.always(weekdays(List.of(OFFICE)))));
  }

  private static Map<DayOfWeek, List<Times>> weekdays(List<Times> times) {
    Map<DayOfWeek, List<Times>> weekly = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
        weekly.put(day, times);
      }
    }
    return weekly;
  }

  @Test
  void pendingOnCustomersAndThirdPartiesLeavesResolutionTime() {
    handled(mail)
        .tell(HOUR, pending(PendingOn.CUSTOMER))
        .tell(2 * HOUR, pending(PendingOn.THIRD_PARTY))
        .tell(3 * HOUR, goesOn(PendingOn.CUSTOMER))
        .tell(4 * HOUR, goesOn(PendingOn.THIRD_PARTY))
        .tell(5 * HOUR, pending(PendingOn.INTERNAL))
        .tell(6 * HOUR, goesOn(PendingOn.INTERNAL))
        .tell(7 * HOUR, byAgent());

    assertThat(history.day("resolution", 0).of("resolution_ms")).isEqualTo(4 * HOUR);
    assertThat(history.day("resolution", 0).of("resolution_business_ms")).isEqualTo(4 * HOUR);
  }

  @Test
  void pendingThatNobodyEndsLastsToTheEnd() {
    handled(mail).tell(HOUR, pending(PendingOn.CUSTOMER)).tell(9 * HOUR, byAgent());

    assertThat(history.day("resolution", 0).of("resolution_ms")).isEqualTo(HOUR);
  }

  @Test
  void endOfAPendingThatNobodyStartedSaysNothing() {
    handled(mail).tell(HOUR, goesOn(PendingOn.CUSTOMER)).tell(9 * HOUR, byAgent());

    assertThat(history.day("resolution", 0).of("resolution_ms")).isEqualTo(9 * HOUR);
  }

  @Test
  void pendingIsNoSilenceUpToG() {
    handled(mail)
        .tell(HOUR, pending(PendingOn.THIRD_PARTY))
        .tell(10 * DAY, goesOn(PendingOn.THIRD_PARTY))
        .tell(12 * DAY, message(Author.CUSTOMER))
        .tell(12 * DAY, byAgent());

    assertThat(history.sum("volume", "inbound")).isEqualTo(1);
    assertThat(history.day("resolution", 12).of("resolution_ms")).isEqualTo(2 * DAY + HOUR);
  }

  @Test
  void openPendingKeepsAContactTogetherForAsLongAsG() {
    handled(mail)
        .tell(HOUR, pending(PendingOn.CUSTOMER))
        .tell(14 * DAY + HOUR, message(Author.CUSTOMER));

    assertThat(history.sum("volume", "inbound")).isEqualTo(1);
  }

  @Test
  void whatHasEndedWaitsForNobody() {
    handled(mail)
        .tell(HOUR, pending(PendingOn.CUSTOMER))
        .tell(2 * HOUR, byAgent())
        .tell(6 * DAY, message(Author.CUSTOMER));

    assertThat(history.sum("volume", "inbound")).isEqualTo(2);
  }

  @Test
  void firstResponseOnMondayMorningTookTenMinutesOfBusinessTime() {
    History office = new History(inOffice("UTC"));
    long friday = 4 * DAY + 17 * HOUR + 55 * MINUTE;
    long monday = 7 * DAY + 8 * HOUR;
    office
        .interaction("mail")
        .started(friday, Channel.EMAIL, "ada")
        .tell(friday, message(Author.CUSTOMER))
        .tell(monday, Legs.started("leg").build())
        .tell(monday + 5 * MINUTE, message(Author.AGENT))
        .tell(monday + 6 * MINUTE, Legs.ended("leg").build())
        .tell(monday + 6 * MINUTE, byAgent());

    Counted experience = office.day("experience", 7);

    assertThat(experience.of("frt_human_ms")).isEqualTo(223_800 * SECOND);
    assertThat(experience.of("frt_human_business_ms")).isEqualTo(600 * SECOND);
    assertThat(experience.of("frt_any_business_ms")).isEqualTo(600 * SECOND);
    assertThat(office.day("resolution", 7).of("resolution_business_ms")).isEqualTo(660 * SECOND);
  }

  @Test
  void businessTimeKnowsHolidaysBreaksAndVersions() {
    List<Times> withBreak =
        List.of(
            new Times(LocalTime.of(8, 0), LocalTime.NOON),
            new Times(LocalTime.of(13, 0), LocalTime.of(17, 0)));
    OracleOpeningHours first =
        new OracleOpeningHours(
            Instant.MIN, weekdays(withBreak), Map.of(LocalDate.of(2026, 3, 3), List.of()));
    OracleOpeningHours later =
        new OracleOpeningHours(
            Instant.parse("2026-03-05T10:00:00Z"), weekdays(List.of(OFFICE)), Map.of());
    History office = new History(OraclePolicy.standard().withOpeningHours(List.of(first, later)));
    handled(office.interaction("mail"))
        .tell(3 * DAY, message(Author.AGENT))
        .tell(5 * DAY, byAgent());

    // Monday and Wednesday 8 h, Tuesday closed, Thursday 2 h and 8 h, Friday 10 h.
    assertThat(office.sum("resolution", "resolution_business_ms")).isEqualTo(36 * HOUR);
  }

  @Test
  void clockThatIsSetForwardLeavesAnHourOut() {
    Map<DayOfWeek, List<Times>> always = new EnumMap<>(DayOfWeek.class);
    Times whole = new Times(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    always.put(DayOfWeek.SUNDAY, List.of(whole));
    OraclePolicy policy =
        OraclePolicy.standard()
            .withZone(ZoneId.of("Europe/Berlin"))
            .withOpeningHours(List.of(OracleOpeningHours.always(always)));
    History sundays = new History(policy);
    long saturday = 26 * DAY;
    sundays
        .interaction("mail")
        .started(saturday, Channel.EMAIL, "ada")
        .agent("leg", "ann", saturday, saturday + MINUTE)
        .tell(saturday + 3 * DAY, byAgent());

    assertThat(sundays.sum("resolution", "resolution_business_ms")).isEqualTo(23 * HOUR);
  }
}
