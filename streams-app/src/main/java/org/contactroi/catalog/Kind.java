package org.contactroi.catalog;

import java.util.Locale;

/** The kinds of reference records; a kind refers to those before it only. */
public enum Kind {
  CALENDAR,
  POLICY;

  /** First part of its keys. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
