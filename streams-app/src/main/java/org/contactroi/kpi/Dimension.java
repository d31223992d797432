package org.contactroi.kpi;

import java.util.Locale;

/** An attribute that figures are sliced by. */
public enum Dimension {
  CHANNEL,
  QUEUE,
  ISSUE;

  /** Name in keys and parameters. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
