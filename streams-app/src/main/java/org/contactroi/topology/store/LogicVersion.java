package org.contactroi.topology.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.BusinessCalendar;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.PublishedPolicies;
import org.contactroi.kpi.Versions;

/**
 * The rules that state was computed with: the version of the code's, and each version of each
 * tenant's policy and calendars. A difference is only right against contributions of the same
 * rules, so state of other rules is refused: they are a new application.
 */
public final class LogicVersion {

  private static final byte[] CURRENT = {3};

  /** Sorts before all keys and is none of them: they hold no control character. */
  private static final String KEY = "\u0001logic-version";

  private static final String POLICY = "\u0001policy/";
  private static final String CALENDAR = "\u0001calendar/";

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, KpiPolicy> checked = new HashMap<>();

  private LogicVersion(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * Marks an empty store, checks one that is marked.
   *
   * @throws IllegalStateException naming both versions when they differ
   */
  public static LogicVersion open(KeyValueStore<String, byte[]> store) {
    byte[] stored = store.get(KEY);
    if (stored == null) {
      store.put(KEY, CURRENT);
    } else if (!Arrays.equals(stored, CURRENT)) {
      throw new IllegalStateException(
          "store %s holds state of logic version %d, this is version %d: start it under a new application.id and let it replay"
              .formatted(store.name(), stored[0], CURRENT[0]));
    }
    return new LogicVersion(store);
  }

  /**
   * Marks the version that a tenant has from the beginning, or checks it against its mark.
   *
   * @throws IllegalStateException naming both when they differ
   */
  public void check(String tenant, Policies policies) {
    KpiPolicy first = policies.versions(tenant).get(0);
    if (!first.equals(checked.put(tenant, first))) {
      mark(tenant, POLICY + Keys.escape(tenant), first.rules());
    }
  }

  /**
   * Marks what reference records say about each tenant, or checks it against its mark. State that
   * is there already knows nothing yet of what was not marked before; marks are part of the state,
   * so what is new stays new until it was worked in.
   *
   * @return by tenant the earliest instant, UTC ms, from which something is new
   * @throws IllegalStateException naming both when rules differ from those that were marked
   */
  public Map<String, Long> introduce(Policies policies) {
    Map<String, Long> news = new TreeMap<>();
    for (String tenant : policies.tenants()) {
      if (store.get(POLICY + Keys.escape(tenant)) != null) {
        check(tenant, policies);
      }
      PublishedPolicies published = policies.published(tenant);
      for (KpiPolicy policy : published.versions().ordered()) {
        if (mark(tenant, key(tenant, policy), policy.rules())) {
          news.merge(tenant, policy.validFrom(), Math::min);
        }
      }
      published.calendars().values().forEach(versions -> introduce(tenant, versions, news));
    }
    return news;
  }

  /** The policies that state which is there already was computed with. */
  public Policies introduced(Policies policies) {
    return policies.retaining((tenant, policy) -> store.get(key(tenant, policy)) != null);
  }

  private static String key(String tenant, KpiPolicy policy) {
    return POLICY + Keys.join(tenant, policy.validFromText());
  }

  private void introduce(
      String tenant, Versions<BusinessCalendar> calendar, Map<String, Long> news) {
    for (BusinessCalendar version : calendar.ordered()) {
      String name = Keys.join(tenant, version.id(), Versions.text(version.validFrom()));
      if (mark(tenant, CALENDAR + name, version.rules())) {
        news.merge(tenant, version.validFrom(), Math::min);
      }
    }
  }

  /** Whether there was no mark yet. */
  private boolean mark(String tenant, String key, String rules) {
    byte[] marked = store.get(key);
    if (marked == null) {
      store.put(key, rules.getBytes(UTF_8));
      return true;
    }
    if (!rules.equals(new String(marked, UTF_8))) {
      throw new IllegalStateException(
          "the rules of tenant %s say %s, its state was computed with %s: start it under a new application.id and let it replay"
              .formatted(tenant, rules, new String(marked, UTF_8)));
    }
    return false;
  }
}
