package org.contactroi.record;

import java.util.List;
import org.contactroi.kpi.Keys;

/**
 * A customer, for as long as nothing of them is erased: who comes back after an erasure is another
 * one, whose episodes know nothing of those before.
 *
 * @param since the last erasure, UTC ms; {@link #NEVER_ERASED} before the first
 */
public record Customer(String key, long since) {

  public static final long NEVER_ERASED = Long.MIN_VALUE;

  public static Customer neverErased(String key) {
    return new Customer(key, NEVER_ERASED);
  }

  /** What tells this customer from all others of a tenant: parts of a key, joined. */
  public String id() {
    return since == NEVER_ERASED ? Keys.escape(key) : Keys.join(key, Long.toString(since));
  }

  /** The customer of such parts, not joined any more. */
  public static Customer of(List<String> parts) {
    return parts.size() == 1
        ? neverErased(parts.get(0))
        : new Customer(parts.get(0), Long.parseLong(parts.get(1)));
  }
}
