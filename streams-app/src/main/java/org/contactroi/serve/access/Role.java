package org.contactroi.serve.access;

/** What a token allows. */
public enum Role {
  /** Figures: counts, sums and amounts of many contacts. */
  VIEW,
  /** Single contacts and episodes, with their ids. */
  EXPLAIN,
  /** What was refused, as it came, and what figures are computed and valued by. */
  OPERATE
}
