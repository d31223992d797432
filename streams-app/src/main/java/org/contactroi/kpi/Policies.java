package org.contactroi.kpi;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.contactroi.episode.EpisodeRulesAt;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.interaction.RulesAt;
import org.jspecify.annotations.Nullable;

/**
 * The policies of all tenants and the calendars they name. The configuration gives the version that
 * is valid from the beginning; reference records give later ones. Immutable.
 */
public final class Policies {

  private final KpiPolicy otherwise;
  private final Map<String, KpiPolicy> byTenant;
  private final Map<String, PublishedPolicies> published;
  private final Map<String, Versions<KpiPolicy>> versions = new HashMap<>();
  private final Versions<KpiPolicy> configured;

  /**
   * Those of the configuration alone.
   *
   * @param otherwise for tenants without one of their own
   */
  public Policies(KpiPolicy otherwise, Map<String, KpiPolicy> byTenant) {
    this(otherwise, byTenant, Map.of());
  }

  private Policies(
      KpiPolicy otherwise,
      Map<String, KpiPolicy> byTenant,
      Map<String, PublishedPolicies> published) {
    this.otherwise = otherwise;
    this.byTenant = Map.copyOf(byTenant);
    this.published = Map.copyOf(published);
    this.configured = new Versions<>(List.of(otherwise));
    byTenant.forEach((tenant, own) -> versions.put(tenant, new Versions<>(List.of(own))));
    published.forEach((tenant, own) -> versions.put(tenant, own.versions().with(first(tenant))));
  }

  /** The configuration's policy of tenants without one of their own. */
  public KpiPolicy otherwise() {
    return otherwise;
  }

  /** The configuration's policies of single tenants. */
  public Map<String, KpiPolicy> byTenant() {
    return byTenant;
  }

  /** The policy valid for a tenant at an instant, UTC ms. */
  public KpiPolicy at(String tenant, long instant) {
    KpiPolicy valid = all(tenant).at(instant);
    return valid == null ? otherwise : valid;
  }

  /** The policy of a tenant that has a version, if there is one. */
  public Optional<KpiPolicy> version(String tenant, String version) {
    for (KpiPolicy policy : versions(tenant)) {
      if (policy.version().equals(version)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }

  /**
   * All versions of a tenant, by the instant they are valid from. The first is that of the
   * configuration and valid from the beginning.
   */
  public List<KpiPolicy> versions(String tenant) {
    return all(tenant).ordered();
  }

  /**
   * The zone of a tenant's hours and days: that of its own configuration, else that of its first
   * published version, else the default.
   */
  public ZoneId zone(String tenant) {
    return versions(tenant).get(0).zone();
  }

  /** Whether a tenant is open at an instant, UTC ms, by the calendar of a policy. */
  public boolean isOpen(String tenant, KpiPolicy policy, long instant) {
    String id = policy.calendar();
    BusinessCalendar calendar = id == null ? null : published(tenant).calendar(id).at(instant);
    return calendar == null || calendar.isOpen(instant, zone(tenant));
  }

  /** The opening hours of a tenant, by the calendar of a policy. */
  private OpeningHours openingHours(String tenant, KpiPolicy policy) {
    return new OpeningHours() {
      @Override
      public boolean isOpen(long instant) {
        return Policies.this.isOpen(tenant, policy, instant);
      }

      @Override
      public long openTime(long from, long to) {
        return Policies.this.openTime(tenant, policy, from, to);
      }
    };
  }

  /** Before the first version of the calendar, and without one, it is always open. */
  private long openTime(String tenant, KpiPolicy policy, long from, long to) {
    String id = policy.calendar();
    if (id == null) {
      return OpeningHours.ALWAYS.openTime(from, to);
    }
    long open = 0;
    long until = to;
    for (BusinessCalendar calendar : published(tenant).calendar(id).newestFirst()) {
      long begin = Math.max(from, calendar.validFrom());
      if (begin < until) {
        open += calendar.openTime(begin, until, zone(tenant));
        until = begin;
      }
    }
    return open + OpeningHours.ALWAYS.openTime(from, until);
  }

  /** The rules of a tenant's interactions. */
  public RulesAt interactionRules(String tenant) {
    return instant -> {
      KpiPolicy valid = at(tenant, instant);
      return valid.interactionRules(openingHours(tenant, valid));
    };
  }

  /** The rules of a tenant's episodes. */
  public EpisodeRulesAt episodeRules(String tenant) {
    return instant -> at(tenant, instant).episodeRules();
  }

  /** Those versions of published policies that are known; calendars stay. */
  public Policies retaining(BiPredicate<String, KpiPolicy> known) {
    Map<String, PublishedPolicies> retained = new HashMap<>();
    published.forEach(
        (tenant, own) -> retained.put(tenant, own.retaining(policy -> known.test(tenant, policy))));
    return new Policies(otherwise, byTenant, retained);
  }

  /** Tenants with reference records. */
  public Set<String> tenants() {
    return published.keySet();
  }

  /** What reference records say about a tenant. */
  public PublishedPolicies published(String tenant) {
    return published.getOrDefault(tenant, PublishedPolicies.NONE);
  }

  /**
   * The event time before which windows are waited for no longer, when a tenant has come to a
   * watermark; both UTC ms. A window waits as long as the version says that is valid when it ends.
   */
  public long settledUntil(String tenant, long watermark) {
    long until = Long.MIN_VALUE;
    for (KpiPolicy policy : versions(tenant)) {
      if (until < policy.validFrom()) {
        return until;
      }
      until = Math.max(policy.validFrom(), watermark - policy.settleAfter().toMillis());
    }
    return until;
  }

  /** The longest of a duration over all versions of a tenant, milliseconds. */
  public long longest(String tenant, Function<KpiPolicy, Duration> duration) {
    return versions(tenant).stream()
        .map(duration)
        .mapToLong(Duration::toMillis)
        .max()
        .orElseThrow();
  }

  /** Why a version cannot join those of a tenant; empty if it can, or is there already. */
  public List<Refusal> refusals(String tenant, KpiPolicy policy) {
    return new VersionRules(this, tenant).of(policy);
  }

  /** Why a calendar cannot join those of a tenant; empty if it can, or is there already. */
  public List<Refusal> refusals(String tenant, BusinessCalendar calendar) {
    return new VersionRules(this, tenant).of(calendar);
  }

  /** The policies and one more version; the same if it is there already. */
  public Policies with(String tenant, KpiPolicy policy) {
    PublishedPolicies own = published(tenant);
    return policy.equals(own.versions().from(policy.validFrom()))
        ? this
        : with(tenant, own.with(policy));
  }

  /** The policies and one more version of a calendar; the same if it is there already. */
  public Policies with(String tenant, BusinessCalendar calendar) {
    PublishedPolicies own = published(tenant);
    return calendar.equals(own.calendar(calendar.id()).from(calendar.validFrom()))
        ? this
        : with(tenant, own.with(calendar));
  }

  private Policies with(String tenant, PublishedPolicies own) {
    Map<String, PublishedPolicies> all = new HashMap<>(published);
    all.put(tenant, own);
    return new Policies(otherwise, byTenant, all);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Policies that
        && otherwise.equals(that.otherwise)
        && byTenant.equals(that.byTenant)
        && published.equals(that.published);
  }

  @Override
  public int hashCode() {
    return Objects.hash(otherwise, byTenant, published);
  }

  private Versions<KpiPolicy> all(String tenant) {
    return versions.getOrDefault(tenant, configured);
  }

  /** The configuration's policy; its zone is that of the tenant's first published version. */
  private KpiPolicy first(String tenant) {
    KpiPolicy own = byTenant.get(tenant);
    return own == null
        ? published(tenant)
            .zone()
            .filter(zone -> !VersionRules.isSame(zone, otherwise.zone()))
            .map(otherwise::in)
            .orElse(otherwise)
        : own;
  }
}
