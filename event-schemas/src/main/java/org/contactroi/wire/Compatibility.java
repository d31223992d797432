package org.contactroi.wire;

/** Which changes of a subject's schema a registry accepts; named as in its REST API. */
public enum Compatibility {
  /** Any change. */
  NONE,
  /** The new schema reads data of the version before it. */
  BACKWARD,
  /** The new schema reads data of every version before it. */
  BACKWARD_TRANSITIVE,
  /** The version before reads data of the new schema. */
  FORWARD,
  /** Every version before reads data of the new schema. */
  FORWARD_TRANSITIVE,
  /** BACKWARD and FORWARD. */
  FULL,
  /** BACKWARD_TRANSITIVE and FORWARD_TRANSITIVE. */
  FULL_TRANSITIVE
}
