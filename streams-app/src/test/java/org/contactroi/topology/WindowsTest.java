package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.brief;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.leg;
import static org.contactroi.topology.Sent.started;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.contactroi.events.InteractionEvent;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.Volume;
import org.contactroi.outputs.KpiRecord;
import org.contactroi.outputs.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows follow event time: they settle, may still change, and expire. */
class WindowsTest {

  private static final String DAY = "acme/all/all/day/2026-03-01T00:00:00Z";
  private static final String HOUR = "acme/all/all/hour/2026-03-01T10:00:00Z";
  private static final String QUARTER = "acme/all/all/quarter/2026-03-01T10:00:00Z";
  private static final String MINUTE = "acme/handle-time/all/all/minute/2026-03-01T10:01:00Z";

  @TempDir Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of("policy.default.lateness", "80d"));
    driven.rest();
    driven.send(
        started("a", "2026-03-01T10:00:00Z", "c"),
        leg("a", "2026-03-01T10:01:00Z"),
        ended("a", "2026-03-01T10:02:00Z"));
    driven.flush();
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  /** Moves event time on by an interaction of another customer. */
  private void reach(String at) {
    driven.send(brief("at " + at, at)).flush();
  }

  private KpiRecord handle(String key) {
    return (KpiRecord) Objects.requireNonNull(driven.alive(TOPICS.kpi(HandleTime.FAMILY)).get(key));
  }

  private KpiRecord resolution(String key) {
    return (KpiRecord)
        Objects.requireNonNull(driven.alive(TOPICS.kpi(FirstContactResolution.FAMILY)).get(key));
  }

  @Test
  void aWindowSettlesWhenTimeHasPassedItsEndByTheAllowedLateness() {
    assertThat(handle(HOUR).getStatus()).isEqualTo(Status.PROVISIONAL);

    reach("2026-03-02T10:59:59Z");
    assertThat(handle(HOUR).getStatus()).isEqualTo(Status.PROVISIONAL);

    reach("2026-03-02T11:00:00Z");
    assertThat(handle(HOUR).getStatus()).isEqualTo(Status.SETTLED);
    assertThat(handle(HOUR).getSettledFraction()).isEqualTo(1);
    assertThat(handle(DAY).getStatus()).isEqualTo(Status.PROVISIONAL);

    reach("2026-03-03T00:00:00Z");
    assertThat(handle(DAY).getStatus()).isEqualTo(Status.SETTLED);
  }

  @Test
  void aWindowOfEpisodesWaitsUntilNoEpisodeIsOpen() {
    reach("2026-03-09T23:59:59Z");
    assertThat(resolution(DAY).getStatus()).isEqualTo(Status.PROVISIONAL);
    assertThat(resolution(DAY).getSettledFraction()).isZero();

    reach("2026-03-10T00:00:00Z");

    assertThat(resolution(DAY).getStatus()).isEqualTo(Status.SETTLED);
    assertThat(resolution(HOUR).getStatus()).isEqualTo(Status.SETTLED);
    assertThat(resolution(DAY).getSettledFraction()).isEqualTo(1);
  }

  @Test
  void aLateEventRevisesASettledRecordWhichStaysSettled() {
    reach("2026-03-20T00:00:00Z");
    long revision = resolution(DAY).getRevision();
    assertThat(resolution(DAY).getStatus()).isEqualTo(Status.SETTLED);

    driven.send(started("late", "2026-03-01T10:30:00Z", "d")).flush();

    assertThat(resolution(DAY).getStatus()).isEqualTo(Status.SETTLED);
    assertThat(resolution(DAY).getRevision()).isGreaterThan(revision);
    assertThat(resolution(DAY).getTotals().getFirstContactResolution().getEpisodes()).isEqualTo(2);
  }

  @Test
  void aWindowThatFallsToZeroIsGoneAndComesBackWithItsRevisionAndStillSettled() {
    reach("2026-03-20T00:00:00Z");
    long revision = resolution(DAY).getRevision();

    retractInteraction();

    assertThat(driven.newest(TOPICS.kpi(FirstContactResolution.FAMILY)))
        .containsEntry(DAY, null)
        .containsEntry(HOUR, null);
    assertThat(driven.newest(TOPICS.totals()))
        .containsEntry(DAY, null)
        .containsEntry(HOUR, null)
        .containsEntry(QUARTER, null);

    driven.send(started("late", "2026-03-01T10:30:00Z", "d")).flush();

    assertThat(resolution(DAY).getRevision()).isEqualTo(revision + 2);
    assertThat(resolution(DAY).getStatus()).isEqualTo(Status.SETTLED);
    assertThat(resolution(DAY).getTotals().getFirstContactResolution().getEpisodes()).isEqualTo(1);
  }

  @Test
  void aWindowThatWasNeverSettledWaitsForWhatComesAfterItFellToZero() {
    retractInteraction();
    reach("2026-03-05T00:00:00Z");
    driven.send(started("late", "2026-03-01T10:30:00Z", "d")).flush();

    assertThat(resolution(DAY).getStatus()).isEqualTo(Status.PROVISIONAL);

    reach("2026-03-14T00:00:00Z");

    assertThat(resolution(DAY).getStatus()).isEqualTo(Status.SETTLED);
  }

  @Test
  void aWindowThatFellToZeroExpiresLikeOthers() {
    retractInteraction();
    reach("2026-04-30T11:00:00Z");

    driven.send(started("late", "2026-03-01T10:30:00Z", "d")).flush();

    assertThat(driven.alive(TOPICS.kpi(FirstContactResolution.FAMILY)))
        .containsKey(DAY)
        .doesNotContainKey(HOUR);
  }

  private void retractInteraction() {
    driven
        .send(
            retracted(started("a", "2026-03-01T10:00:00Z", "c")),
            retracted(leg("a", "2026-03-01T10:01:00Z")),
            retracted(ended("a", "2026-03-01T10:02:00Z")))
        .flush();
  }

  private static InteractionEvent retracted(InteractionEvent event) {
    return InteractionEvent.newBuilder(event).setRevision(1).setRetracted(true).build();
  }

  @Test
  void minutesExpireAfterTwoHoursWithTheirQuarterAndWhatComesLaterIsDroppedForThemAlone() {
    assertThat(driven.totalsKeys()).contains(MINUTE);

    reach("2026-03-01T12:14:59Z");
    assertThat(driven.totalsKeys()).contains(MINUTE);

    reach("2026-03-01T12:15:00Z");
    assertThat(driven.newest(TOPICS.totals())).containsEntry(QUARTER, null);

    driven.send(brief("late", "2026-03-01T10:05:00Z")).flush();

    assertThat(driven.newest(TOPICS.totals())).containsEntry(QUARTER, null);
    assertThat(driven.totalsKeys()).contains("acme/volume/all/all/hour/2026-03-01T10:00:00Z");
    assertThat(driven.days(TENANT, Volume.FAMILY).get(Volume.INBOUND)).isEqualTo(4);
  }

  @Test
  void whatIsLateAndStillRecentCountsInItsMinuteAndACorrectionMovesItThere() {
    reach("2026-03-01T11:30:00Z");

    driven.send(brief("late", "2026-03-01T10:05:00Z")).flush();

    assertThat(inbound("minute/2026-03-01T10:05:00Z")).isEqualTo(1);
    assertThat(inbound("minute/2026-03-01T10:02:00Z")).isEqualTo(1);

    driven
        .send(
            InteractionEvent.newBuilder(ended("late", "2026-03-01T10:05:00Z"))
                .setRevision(1)
                .setOccurredAt(Instant.parse("2026-03-01T10:02:59Z"))
                .build())
        .flush();

    assertThat(inbound("minute/2026-03-01T10:05:00Z")).isZero();
    assertThat(inbound("minute/2026-03-01T10:02:00Z")).isEqualTo(2);
    assertThat(inbound("hour/2026-03-01T10:00:00Z")).isEqualTo(2);
  }

  @Test
  void whatIsTakenBackOfAnExpiredMinuteLeavesNothingOfItBehind() {
    reach("2026-03-01T13:00:00Z");

    retractInteraction();

    assertThat(driven.newest(TOPICS.totals()))
        .containsEntry(QUARTER, null)
        .containsEntry(HOUR, null);
  }

  private long inbound(String window) {
    return driven.totals(Volume.FAMILY).entrySet().stream()
        .filter(entry -> entry.getKey().text().equals("acme/volume/all/all/" + window))
        .mapToLong(entry -> entry.getValue().get(Volume.INBOUND))
        .sum();
  }

  @Test
  void hoursExpireAfterSixtyDaysAndDaysNever() {
    reach("2026-04-30T11:00:00Z");

    assertThat(driven.newest(TOPICS.kpi(HandleTime.FAMILY))).containsEntry(HOUR, null);
    assertThat(driven.totalsKeys())
        .doesNotContain("acme/handle-time/all/all/hour/2026-03-01T10:00:00Z")
        .contains("acme/cost/all/all/hour/2026-03-01T10:00:00Z");

    driven.send(brief("late", "2026-03-01T10:30:00Z")).flush();

    assertThat(driven.totalsKeys())
        .doesNotContain("acme/volume/all/all/hour/2026-03-01T10:00:00Z")
        .contains("acme/cost/all/all/hour/2026-03-01T10:00:00Z");
    assertThat(handle(DAY).getTotals().getHandleTime().getHandledLegs()).isEqualTo(1);
    assertThat(driven.days(TENANT, Volume.FAMILY).get(Volume.INBOUND)).isEqualTo(3);
  }
}
