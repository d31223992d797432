package org.contactroi.topology;

import org.contactroi.kpi.KpiPolicy;

/** Versions of policies, from those of configurations. */
public final class Versioned {

  private Versioned() {}

  /** The same policy, valid from an instant, UTC ms. */
  public static KpiPolicy from(KpiPolicy policy, long validFrom) {
    return new KpiPolicy(
        policy.version(),
        validFrom,
        policy.zone(),
        policy.repeatWindow(),
        policy.botMatch(),
        policy.fcrMatch(),
        policy.answerThreshold(),
        policy.shortAbandon(),
        policy.lateness(),
        policy.gaps(),
        policy.settleAfter(),
        policy.minuteRetention(),
        policy.hourRetention(),
        policy.slices(),
        policy.calendar());
  }
}
