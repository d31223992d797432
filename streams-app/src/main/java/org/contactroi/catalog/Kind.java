package org.contactroi.catalog;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The kinds of reference records; a kind refers to those before it only. */
public enum Kind {
  CALENDAR,
  POLICY,
  FX,
  RATE,
  BASELINE,
  LEDGER;

  /** Those with versions, which say how figures are counted; the others value what is counted. */
  public static final Set<Kind> VERSIONED = Set.copyOf(EnumSet.of(CALENDAR, POLICY));

  /** First part of its keys. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
