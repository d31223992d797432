package org.contactroi.roi.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.contactroi.kpi.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The money of the versions of a tenant's policy. The one valid when a local day begins holds for
 * the day; the first one holds for all days before it as well, so that money stated late values the
 * past. Immutable.
 */
public final class MoneyPolicies {

  /** Of a tenant without policies. */
  public static final MoneyPolicies NONE = new MoneyPolicies(new TreeMap<>());

  private static final String FIELD = "money";

  /** By the instant a version is valid from, UTC ms; empty of a version without money. */
  private final NavigableMap<Long, Optional<MoneyPolicy>> versions;

  private MoneyPolicies(NavigableMap<Long, Optional<MoneyPolicy>> versions) {
    this.versions = versions;
  }

  /**
   * They and one more.
   *
   * @param validFrom UTC ms
   * @param money null for a version without any
   */
  public MoneyPolicies with(long validFrom, @Nullable MoneyPolicy money) {
    NavigableMap<Long, Optional<MoneyPolicy>> more = new TreeMap<>(versions);
    more.put(validFrom, Optional.ofNullable(money));
    return new MoneyPolicies(more);
  }

  /** The currency of the tenant; empty if no version states any money. */
  public Optional<String> currency() {
    return first().map(MoneyPolicy::currency);
  }

  /** What the version valid at an instant says, UTC ms. */
  public Optional<MoneyPolicy> at(long instant) {
    Map.Entry<Long, Optional<MoneyPolicy>> valid = versions.floorEntry(instant);
    return valid == null ? Optional.empty() : valid.getValue();
  }

  /** The policy of a local day; empty if no version states any money. */
  public Optional<MoneyPolicy> on(LocalDate day, ZoneId zone) {
    Optional<MoneyPolicy> valid = at(day.atStartOfDay(zone).toInstant().toEpochMilli());
    return valid.isEmpty() ? first() : valid;
  }

  /**
   * Why a version cannot join them; empty if it can, or is there already.
   *
   * @param validFrom UTC ms
   * @param money null for a version without any
   */
  public List<Refusal> refusals(long validFrom, @Nullable MoneyPolicy money) {
    if (money == null) {
      return at(validFrom).map(MoneyPolicies::forgotten).stream().toList();
    }
    return first().map(money::refusals).orElse(List.of()).stream()
        .map(refusal -> new Refusal(refusal.field() + " of " + FIELD, refusal.reason()))
        .toList();
  }

  /** Days of all versions are valued, so money does not end. */
  private static Refusal forgotten(MoneyPolicy before) {
    return new Refusal(
        FIELD,
        "is missing; allowed: money in %s, as in the version before, because a version is complete"
            .formatted(before.currency()));
  }

  /** What holds for all days before any version with money; empty if there is none. */
  public Optional<MoneyPolicy> first() {
    return versions.values().stream().flatMap(Optional::stream).findFirst();
  }
}
