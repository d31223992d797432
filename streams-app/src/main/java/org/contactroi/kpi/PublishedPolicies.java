package org.contactroi.kpi;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What reference records say about one tenant.
 *
 * @param versions of its policy
 * @param calendars versions of its calendars, by id
 */
public record PublishedPolicies(
    Versions<KpiPolicy> versions, Map<String, Versions<BusinessCalendar>> calendars) {

  static final PublishedPolicies NONE = new PublishedPolicies(Versions.none(), Map.of());

  public PublishedPolicies {
    calendars = Map.copyOf(calendars);
  }

  /** The versions of a calendar; none if there is no such calendar. */
  public Versions<BusinessCalendar> calendar(String id) {
    return calendars.getOrDefault(id, Versions.none());
  }

  /** The zone of the first version. */
  Optional<ZoneId> zone() {
    return versions.ordered().stream().findFirst().map(KpiPolicy::zone);
  }

  PublishedPolicies retaining(Predicate<KpiPolicy> known) {
    return new PublishedPolicies(
        new Versions<>(versions.ordered().stream().filter(known).toList()), calendars);
  }

  PublishedPolicies with(KpiPolicy policy) {
    return new PublishedPolicies(versions.with(policy), calendars);
  }

  PublishedPolicies with(BusinessCalendar calendar) {
    Map<String, Versions<BusinessCalendar>> all = new HashMap<>(calendars);
    all.put(calendar.id(), calendar(calendar.id()).with(calendar));
    return new PublishedPolicies(versions, all);
  }
}
