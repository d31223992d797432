package org.contactroi.simulator.center;

import org.contactroi.events.EndedBy;
import org.contactroi.events.QueueOutcome;
import org.contactroi.simulator.center.Closing.Ending;
import org.contactroi.simulator.random.Distribution;
import org.contactroi.simulator.scenario.Mode;
import org.contactroi.simulator.scenario.Queue;
import org.contactroi.simulator.scenario.Queue.Overflow;

/**
 * Why somebody leaves a queue without an agent: no patience, another queue, a promised callback.
 */
final class Patience {

  private static final long HOUR = 3_600_000;

  private final Center center;
  private final Waiter waiter;

  Patience(Center center, Waiter waiter) {
    this.center = center;
    this.waiter = waiter;
  }

  void plan(long now) {
    Distribution patience = waiter.contact().medium().waiting().patience();
    if (patience != null) {
      long end = now + patience.drawWhole(waiter.random("/patience"));
      center.calendar().at(end, this::giveUp);
    }
    Queue queue = waiter.line().queue();
    Overflow overflow = queue.overflow();
    if (overflow != null) {
      center.calendar().at(now + overflow.after(), at -> flowOut(at, overflow));
    }
    Queue.Callback callback = queue.callback();
    if (callback != null && isAccepted(callback)) {
      center.calendar().at(now + callback.after(), at -> accept(at, callback));
    }
  }

  private boolean isAccepted(Queue.Callback callback) {
    return waiter.mode() == Mode.CALL
        && waiter.random("/callback").chance(callback.accepted().share());
  }

  private void giveUp(long now) {
    if (!waiter.isOver()) {
      leave(now, QueueOutcome.ABANDONED);
      end(now, EndedBy.CUSTOMER, Ending.How.ABANDONED);
    }
  }

  private void flowOut(long now, Overflow overflow) {
    if (isWaiting()) {
      leave(now, QueueOutcome.FLOW_OUT);
      center.reception().queue(now, waiter.contact(), overflow.queue(), true);
    }
  }

  private void accept(long now, Queue.Callback callback) {
    if (isWaiting()) {
      leave(now, QueueOutcome.CALLBACK);
      long due = now + callback.accepted().time().drawWhole(waiter.random("/due"));
      center.calendar().at(due, this::callBack);
      end(now, EndedBy.SYSTEM, Ending.How.CALLED_BACK);
    }
  }

  /** Calls when the queue is open. */
  private void callBack(long now) {
    if (!center.isOpenAt(now)) {
      return;
    }
    if (center.floor().isOpen(waiter.line(), now)) {
      center.reception().callBack(now, waiter.contact(), waiter.line());
    } else {
      center.calendar().at(now + HOUR, this::callBack);
    }
  }

  private boolean isWaiting() {
    return !waiter.isOver() && !waiter.isOffered();
  }

  private void leave(long now, QueueOutcome outcome) {
    Offer offer = waiter.offer();
    if (offer == null) {
      center.floor().remove(now, waiter);
    } else {
      offer.cancel(now);
    }
    waiter.exit(now, outcome);
  }

  private void end(long now, EndedBy by, Ending.How how) {
    center.closing().close(now, waiter.contact(), new Ending(by, how));
  }
}
