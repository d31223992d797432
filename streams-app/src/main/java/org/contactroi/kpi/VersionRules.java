package org.contactroi.kpi;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a version has to agree with in order to stand beside those a tenant has. */
record VersionRules(Policies policies, String tenant) {

  List<Refusal> of(KpiPolicy policy) {
    KpiPolicy there = published().versions().from(policy.validFrom());
    if (there != null) {
      return policy.equals(there) ? List.of() : List.of(immutable(policy.validFromText()));
    }
    List<Refusal> refusals = new ArrayList<>();
    checkZone(policy, refusals);
    checkVersion(policy, refusals);
    checkCalendar(policy, refusals);
    return refusals;
  }

  List<Refusal> of(BusinessCalendar calendar) {
    BusinessCalendar there = published().calendar(calendar.id()).from(calendar.validFrom());
    return there == null || there.equals(calendar)
        ? List.of()
        : List.of(immutable(Versions.text(calendar.validFrom())));
  }

  private void checkZone(KpiPolicy policy, List<Refusal> refusals) {
    boolean isFixed =
        policies.byTenant().containsKey(tenant) || !published().versions().ordered().isEmpty();
    if (isFixed && !isSame(policy.zone(), policies.zone(tenant))) {
      refusals.add(
          new Refusal(
              "zone",
              "is '%s'; allowed: %s, because the zone of a tenant is fixed for its life"
                  .formatted(policy.zoneText(), policies.versions(tenant).get(0).zoneText())));
    }
  }

  private void checkVersion(KpiPolicy policy, List<Refusal> refusals) {
    policies
        .version(tenant, policy.version())
        .ifPresent(
            other ->
                refusals.add(
                    new Refusal(
                        "version",
                        "is '%s'; allowed: one that the tenant has not had, this one is valid from %s"
                            .formatted(policy.version(), other.validFromText()))));
  }

  private void checkCalendar(KpiPolicy policy, List<Refusal> refusals) {
    String id = policy.calendar();
    if (id != null && published().calendar(id).at(policy.validFrom()) == null) {
      refusals.add(
          new Refusal(
              "calendar",
              "is '%s'; allowed: a calendar of the tenant that is valid from %s or earlier, %s"
                  .formatted(id, policy.validFromText(), calendars(policy.validFrom()))));
    }
  }

  /** UTC has several names. */
  static boolean isSame(ZoneId zone, ZoneId other) {
    return zone.normalized().equals(other.normalized());
  }

  /** Those there are to choose from. */
  private String calendars(long instant) {
    Set<String> valid = new TreeSet<>(published().calendars().keySet());
    valid.removeIf(id -> published().calendar(id).at(instant) == null);
    return valid.isEmpty() ? "of which there is none" : "which are " + String.join(", ", valid);
  }

  private PublishedPolicies published() {
    return policies.published(tenant);
  }

  private static Refusal immutable(String validFrom) {
    return new Refusal(
        "valid-from",
        "is '%s'; allowed: an instant without a version, because the one there never changes"
            .formatted(validFrom));
  }
}
