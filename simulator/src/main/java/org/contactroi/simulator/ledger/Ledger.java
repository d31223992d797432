package org.contactroi.simulator.ledger;

import java.time.Duration;

/**
 * Is told what really happened, and in the last methods what is wrong with the events that say so.
 * What an implementation does not need it leaves out.
 */
public interface Ledger {

  /** A ledger that keeps nothing. */
  Ledger NONE = new Ledger() {};

  /** How long after a contact is over it may still be told what is wrong with its events. */
  Duration AFTERMATH = Duration.ofDays(8);

  /** A contact began. Everything else about it follows. */
  default void began(ContactBegun contact) {}

  /** A contact ended; if it is reopened, it ends again. */
  default void ended(ContactEnded contact) {}

  /** A contact that had ended goes on. */
  default void reopened(ContactReopened contact) {}

  /** Nothing more happens to a contact; told once, at a time no earlier than that before. */
  default void isOver(ContactId contact, long at) {}

  /** An agent took a contact or did not. */
  default void offered(AgentOffer offer) {}

  /** A customer left a queue. */
  default void left(Visit visit) {}

  /** A customer came back from hold. */
  default void held(Hold hold) {}

  /** A bot said how its leg went. */
  default void concluded(BotVerdict verdict) {}

  /** A leg settled: its after-contact work is done. */
  default void settled(Leg leg) {}

  /** A customer was done with bots and menus, or went on to a queue. */
  default void closed(Session session) {}

  /** A contact was transferred, or not, or nobody said what became of it. */
  default void closed(Transfer transfer) {}

  /** A contact waits for somebody else from now on. */
  default void pendingStarted(Pending pending) {}

  /** A contact does not wait for somebody else any longer. */
  default void pendingEnded(Pending pending) {}

  /** A message was sent. */
  default void sent(Message message) {}

  /** A metered model was used. */
  default void used(ModelUse use) {}

  /** An assistant suggested something to an agent. */
  default void suggested(Suggestion suggestion) {}

  /** Somebody said whether the issue is resolved. */
  default void asserted(Assertion assertion) {}

  /** Somebody threw a contact out. */
  default void discarded(Discard discard) {}

  /** A survey was offered. */
  default void offered(SurveyOffer offer) {}

  /** A survey was answered. */
  default void answered(SurveyAnswer answer) {}

  /** Something was sold or paid back. */
  default void sold(Sale sale) {}

  /** An agent entered a state that lasts until the next one. */
  default void entered(AgentState state) {}

  /** An agent answered a survey. */
  default void answered(AgentAnswer answer) {}

  /** The relation of a customer to the tenant changed. */
  default void changed(CustomerChange change) {}

  /** No event says what happened in a moment: it is missing, was taken back, refused or damaged. */
  default void unseen(Mark mark) {}

  /** The event of a moment has a wrong time: that of a clock that was off by some ms. */
  default void shifted(Mark mark, long by) {}

  /** An event says that a contact goes on, which it does not. */
  default void seemsReopened(ContactReopened contact) {}

  /** An event calls a contact a test, which it is not; that event is the one of its begin. */
  default void seemsTest(ContactId contact) {}

  /** No event says that an agent entered a state. */
  default void unseen(AgentState state) {}

  /** No event says what an agent answered. */
  default void unseen(AgentAnswer answer) {}

  /** No event says that the relation of a customer changed. */
  default void unseen(CustomerChange change) {}
}
