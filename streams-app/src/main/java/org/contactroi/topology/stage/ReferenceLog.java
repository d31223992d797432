package org.contactroi.topology.stage;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which reference records are not used, and why. Every task of a process finds out, at every
 * look; the log says it once.
 */
public final class ReferenceLog {

  private static final Logger LOG = LoggerFactory.getLogger(ReferenceLog.class);

  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final UnaryOperator<String> places;

  /**
   * Nothing is told yet.
   *
   * @param places says of a key where its record stands
   */
  public ReferenceLog(UnaryOperator<String> places) {
    this.places = places;
  }

  /** A version of a policy or calendar is left out. */
  void leftOut(String key, String reason) {
    if (isNew(key, reason)) {
      LOG.error("the reference record of {} ({}) is left out: {}", key, places.apply(key), reason);
    }
  }

  /** A record about money has no effect. */
  void valuesNothing(String key, String reason) {
    if (isNew(key, reason)) {
      LOG.error(
          "the reference record of {} ({}) values nothing: {}", key, places.apply(key), reason);
    }
  }

  /** Whether it was not told before. */
  boolean isNew(String key, String reason) {
    return told.add(key + "\n" + reason);
  }
}
