package org.contactroi.simulator.center;

import org.contactroi.events.EndedBy;
import org.contactroi.simulator.center.Closing.Ending;
import org.contactroi.simulator.random.Distribution;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Queue;

/** An agent calls a customer back: dials, lets it ring, talks if somebody answers. */
final class Dialing {

  private static final Distribution DIAL = Distribution.uniform(4_000, 9_000);
  private static final Distribution CONTACTING = Distribution.uniform(4_000, 25_000);

  private final Center center;
  private final AgentLeg leg;
  private final RandomStream random;

  Dialing(Center center, AgentLeg leg) {
    this.center = center;
    this.leg = leg;
    this.random = leg.contact().random("dialing");
  }

  void begin(long now) {
    long dial = DIAL.drawWhole(random);
    long contacting = CONTACTING.drawWhole(random);
    leg.dialed(dial, contacting);
    center.calendar().at(now + dial + contacting, this::connect);
  }

  private void connect(long now) {
    Queue.Callback callback = leg.line().queue().callback();
    if (callback == null || random.chance(callback.reached())) {
      leg.begin(now);
      return;
    }
    leg.miss(now);
    center.closing().close(now, leg.contact(), new Ending(EndedBy.SYSTEM, Ending.How.ABANDONED));
  }
}
