package org.contactroi.app.rejects;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which refused records are meant.
 *
 * @param tenant whose; records whose tenant is not known are nobody's
 * @param reasons empty for all
 * @param since when they were refused, inclusive
 * @param until exclusive
 */
record RefusedFilter(Optional<String> tenant, Set<String> reasons, Instant since, Instant until)
    implements Predicate<RefusedRecord> {

  RefusedFilter {
    reasons = Set.copyOf(reasons);
  }

  @Override
  public boolean test(RefusedRecord refused) {
    return (reasons.isEmpty() || reasons.contains(refused.reason()))
        && !refused.at().isBefore(since)
        && refused.at().isBefore(until)
        && tenant.map(name -> isOf(name, refused)).orElse(true);
  }

  private static boolean isOf(String tenant, RefusedRecord refused) {
    return refused
        .event()
        .map(EventIdentity::of)
        .filter(of -> of.tenant().equals(tenant))
        .isPresent();
  }
}
