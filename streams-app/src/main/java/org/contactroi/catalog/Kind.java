package org.contactroi.catalog;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The kinds of reference records; a kind refers to those before it only. */
public enum Kind {
  CALENDAR("calendars"),
  POLICY("policies"),
  FX("fx"),
  RATE("rates"),
  BASELINE("baselines"),
  LEDGER("ledger");

  /** Those with versions, which say how figures are counted; the others value what is counted. */
  public static final Set<Kind> VERSIONED = Set.copyOf(EnumSet.of(CALENDAR, POLICY));

  private final String section;

  Kind(String section) {
    this.section = section;
  }

  /** First part of its keys. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The section of files with its entries. */
  public String section() {
    return section;
  }
}
