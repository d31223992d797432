package org.contactroi.simulator.ledger;

/** What can happen in a moment of a contact, and what a system can say of it in one event. */
public enum Moment {
  BEGUN,
  ENDED,
  REOPENED,
  VISIT_ENTERED,
  VISIT_LEFT,
  OFFERED,
  OFFER_CLOSED,
  LEG_STARTED,
  LEG_ENDED,
  HOLD_STARTED,
  HOLD_ENDED,
  AFTER_WORK_STARTED,
  AFTER_WORK_ENDED,
  TRANSFER_REQUESTED,
  TRANSFER_CLOSED,
  PENDING_STARTED,
  PENDING_ENDED,
  MESSAGE,
  SUGGESTION,
  MODEL_USE(false),
  ASSERTION(false),
  SURVEY_OFFERED(false),
  SURVEY_ANSWERED(false),
  SALE(false),
  DISCARDED(false);

  private final boolean isActivity;

  Moment() {
    this(true);
  }

  Moment(boolean isActivity) {
    this.isActivity = isActivity;
  }

  /** Returns whether the contact is alive then; what is said or counted afterwards is no sign. */
  public boolean isActivity() {
    return isActivity;
  }
}
