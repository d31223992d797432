package org.contactroi.simulator.scenario;

/** What happens in a center now and then, and is easily counted wrong. */
public enum Situation {
  /**
   * Nobody ends a contact in writing; a timer does when it has been silent for longer than its gap.
   */
  TIMED_ENDS,
  /** Neither the end of a contact nor that of any agent's leg in it is reported. */
  LOST_ENDS,
  /** An agent writes again after a silence that ended the contact. */
  FOLLOW_UPS,
  /** The customer reopens a contact, within its gap or after it. */
  CUSTOMER_REOPENINGS,
  /** An agent reopens a contact, within its gap or after it, and ends it again. */
  AGENT_REOPENINGS,
  /** A system reopens a contact, within its gap or after it. */
  SYSTEM_REOPENINGS,
  /** A bot hands off, and nobody is there. */
  FAILED_HANDOFFS,
  /** A customer opens a window in which a bot greets, and does nothing. */
  GREETINGS,
  /** An agent passes a call on, and it goes on under a second id. */
  ATTENDED_TRANSFERS,
  /** Somebody throws a contact out after its end, and sometimes takes that back. */
  DISCARDS,
  /** A contact in writing waits for somebody else before it ends. */
  PENDINGS,
  /** An agent does not take what is offered. */
  UNANSWERED_OFFERS
}
