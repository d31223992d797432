package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.BusinessCalendar.Hours;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A policy has versions, each valid from its own instant on. */
class PoliciesTest {

  private static final String TENANT = "retail";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long MARCH = at("2026-03-01T00:00:00Z");
  private static final long APRIL = at("2026-04-01T00:00:00Z");
  private static final Policies CONFIGURED = new Policies(KpiPolicy.DEFAULT, Map.of());

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static KpiPolicy version(String version, long validFrom) {
    return policy(version, validFrom, BERLIN, Duration.ofDays(1), null);
  }

  private static KpiPolicy policy(
      String version,
      long validFrom,
      ZoneId zone,
      Duration settleAfter,
      @Nullable String calendar) {
    KpiPolicy usual = KpiPolicy.DEFAULT;
    return new KpiPolicy(
        version,
        validFrom,
        zone,
        usual.repeatWindow(),
        usual.botMatch(),
        usual.fcrMatch(),
        usual.answerThreshold(),
        usual.shortAbandon(),
        usual.lateness(),
        usual.gaps(),
        settleAfter,
        usual.minuteRetention(),
        usual.hourRetention(),
        usual.slices(),
        calendar);
  }

  private static BusinessCalendar calendar(long validFrom, DayOfWeek open) {
    return new BusinessCalendar(
        "main",
        validFrom,
        Map.of(open, List.of(new Hours(0, BusinessCalendar.END_OF_DAY))),
        Map.of());
  }

  private static List<String> fields(List<Refusal> refusals) {
    return refusals.stream().map(Refusal::field).toList();
  }

  @Test
  void aVersionIsValidFromItsInstantUntilThatOfTheNext() {
    Policies policies =
        CONFIGURED.with(TENANT, version("b", APRIL)).with(TENANT, version("a", MARCH));

    assertThat(policies.at(TENANT, MARCH - 1).version()).isEqualTo("default");
    assertThat(policies.at(TENANT, MARCH).version()).isEqualTo("a");
    assertThat(policies.at(TENANT, APRIL - 1).version()).isEqualTo("a");
    assertThat(policies.at(TENANT, APRIL).version()).isEqualTo("b");
    assertThat(policies.versions(TENANT))
        .extracting(KpiPolicy::version)
        .containsExactly("default", "a", "b");
    assertThat(policies.version(TENANT, "b")).contains(version("b", APRIL));
    assertThat(policies.version(TENANT, "c")).isEmpty();
  }

  @Test
  void otherTenantsHaveTheConfigurationsPolicy() {
    Policies policies = CONFIGURED.with(TENANT, version("a", MARCH));

    assertThat(policies.at("other", APRIL)).isEqualTo(KpiPolicy.DEFAULT);
    assertThat(policies.tenants()).containsExactly(TENANT);
  }

  @Test
  void theFirstVersionSaysTheZoneOfATenantThatIsNotConfigured() {
    Policies policies = CONFIGURED.with(TENANT, version("a", MARCH));

    assertThat(policies.zone(TENANT)).isEqualTo(BERLIN);
    assertThat(policies.at(TENANT, MARCH - 1).zone()).isEqualTo(BERLIN);
    assertThat(CONFIGURED.refusals(TENANT, version("a", MARCH))).isEmpty();
  }

  @Test
  void theZoneNeverChanges() {
    KpiPolicy inUtc = policy("b", APRIL, ZoneId.of("UTC"), Duration.ofDays(1), null);
    Policies configured = new Policies(KpiPolicy.DEFAULT, Map.of(TENANT, KpiPolicy.DEFAULT));

    assertThat(fields(CONFIGURED.with(TENANT, version("a", MARCH)).refusals(TENANT, inUtc)))
        .containsExactly("zone");
    assertThat(fields(configured.refusals(TENANT, version("a", MARCH)))).containsExactly("zone");
    assertThat(configured.refusals(TENANT, inUtc)).as("UTC under another name").isEmpty();
  }

  @Test
  void aVersionNeverChangesAndItsNameIsTakenForEver() {
    Policies policies = CONFIGURED.with(TENANT, version("a", MARCH));

    assertThat(fields(policies.refusals(TENANT, version("b", MARCH))))
        .containsExactly("valid-from");
    assertThat(policies.refusals(TENANT, version("a", MARCH))).isEmpty();
    assertThat(policies.with(TENANT, version("a", MARCH))).isSameAs(policies);
    assertThat(fields(policies.refusals(TENANT, version("a", APRIL)))).containsExactly("version");
    assertThat(fields(policies.refusals(TENANT, version("default", APRIL))))
        .containsExactly("version");
  }

  @Test
  void aCalendarHasToBeThereWhenTheVersionThatNamesItBegins() {
    KpiPolicy named = policy("a", MARCH, BERLIN, Duration.ofDays(1), "main");

    assertThat(fields(CONFIGURED.refusals(TENANT, named))).containsExactly("calendar");
    assertThat(
            fields(
                CONFIGURED
                    .with(TENANT, calendar(MARCH + 1, DayOfWeek.MONDAY))
                    .refusals(TENANT, named)))
        .containsExactly("calendar");
    assertThat(CONFIGURED.with(TENANT, calendar(MARCH, DayOfWeek.MONDAY)).refusals(TENANT, named))
        .isEmpty();
  }

  @Test
  void businessHoursAreThoseOfTheCalendarsVersionInTheTenantsZone() {
    KpiPolicy named = policy("a", MARCH, BERLIN, Duration.ofDays(1), "main");
    Policies policies =
        CONFIGURED
            .with(TENANT, calendar(MARCH, DayOfWeek.MONDAY))
            .with(TENANT, calendar(APRIL, DayOfWeek.TUESDAY))
            .with(TENANT, named);

    // Mondays in Berlin begin on Sunday, 23:00 UTC, and an hour earlier in summer.
    assertThat(policies.isOpen(TENANT, named, at("2026-03-01T22:59:59Z"))).isFalse();
    assertThat(policies.isOpen(TENANT, named, at("2026-03-01T23:00:00Z"))).isTrue();
    assertThat(policies.isOpen(TENANT, named, at("2026-03-29T22:00:00Z"))).isTrue();
    assertThat(policies.isOpen(TENANT, named, at("2026-04-06T12:00:00Z"))).isFalse();
    assertThat(policies.isOpen(TENANT, named, at("2026-04-07T12:00:00Z"))).isTrue();
  }

  @Test
  void aPolicyWithoutCalendarIsAlwaysOpen() {
    assertThat(CONFIGURED.isOpen(TENANT, KpiPolicy.DEFAULT, MARCH)).isTrue();
  }

  @Test
  void whatIsWaitedForLongerOrShorterFromAVersionOnNeverTurnsTimeBack() {
    long day = Duration.ofDays(1).toMillis();
    Policies longer = CONFIGURED.with(TENANT, policy("a", MARCH, BERLIN, Duration.ofDays(3), null));
    Policies shorter = CONFIGURED.with(TENANT, policy("a", MARCH, BERLIN, Duration.ZERO, null));

    assertThat(longer.settledUntil(TENANT, MARCH)).isEqualTo(MARCH - day);
    assertThat(longer.settledUntil(TENANT, MARCH + day)).isEqualTo(MARCH);
    assertThat(longer.settledUntil(TENANT, MARCH + 2 * day)).isEqualTo(MARCH);
    assertThat(longer.settledUntil(TENANT, MARCH + 4 * day)).isEqualTo(MARCH + day);
    assertThat(shorter.settledUntil(TENANT, MARCH + day - 1)).isEqualTo(MARCH - 1);
    assertThat(shorter.settledUntil(TENANT, MARCH + day)).isEqualTo(MARCH + day);
  }
}
