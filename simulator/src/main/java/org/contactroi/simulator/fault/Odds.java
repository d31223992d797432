package org.contactroi.simulator.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.scenario.Fault;
import org.contactroi.simulator.scenario.Shares;
import org.jspecify.annotations.Nullable;

/**
 * Which faults can befall which events, and how likely. An event has at most one fault of its
 * content; how it travels is another matter.
 */
final class Odds {

  private static final List<Fault> OF_ANY =
      List.of(
          Fault.REVISIONS,
          Fault.RETRACTIONS,
          Fault.TOO_LATE,
          Fault.FUTURE_STAMPS,
          Fault.CORRUPT_BYTES,
          Fault.UNKNOWN_SCHEMAS);

  private static final List<Fault> OF_OTHERS =
      List.of(Fault.FUTURE_STAMPS, Fault.CORRUPT_BYTES, Fault.UNKNOWN_SCHEMAS);

  private final Map<Moment, Choice> ofMoments = new EnumMap<>(Moment.class);
  private final Choice ofOthers;
  private final Choice ofTravel;
  private final double duplicates;

  Odds(Shares<Fault> faults) {
    for (Moment moment : Moment.values()) {
      ofMoments.put(moment, new Choice(faults, possible(moment)));
    }
    ofOthers = new Choice(faults, OF_OTHERS);
    ofTravel = new Choice(faults, List.of(Fault.SHUFFLED, Fault.STRAGGLERS));
    duplicates = faults.share(Fault.DUPLICATES);
  }

  /** Draws the fault of the event of a moment of a contact; null for none. */
  @Nullable Fault ofContent(Moment moment, RandomStream random) {
    Choice choice = ofMoments.get(moment);
    return choice == null ? null : choice.draw(random);
  }

  /** Draws the fault of an event of an agent or a customer; null for none. */
  @Nullable Fault ofContent(RandomStream random) {
    return ofOthers.draw(random);
  }

  /** Draws why an event is late; null if it is not. */
  @Nullable Fault ofTravel(RandomStream random) {
    return ofTravel.draw(random);
  }

  boolean isDoubled(RandomStream random) {
    return random.chance(duplicates);
  }

  private static List<Fault> possible(Moment moment) {
    List<Fault> possible = new ArrayList<>(OF_ANY);
    switch (moment) {
      case BEGUN -> possible.addAll(List.of(Fault.MISSING_STARTS, Fault.TEST_TRAFFIC));
      case VISIT_ENTERED, LEG_STARTED, HOLD_STARTED, AFTER_WORK_STARTED, PENDING_STARTED ->
          possible.addAll(List.of(Fault.MISSING_STARTS, Fault.CLOCK_STEPS));
      case VISIT_LEFT, LEG_ENDED, HOLD_ENDED, AFTER_WORK_ENDED, PENDING_ENDED ->
          possible.addAll(List.of(Fault.MISSING_ENDS, Fault.CLOCK_STEPS));
      case ENDED -> possible.addAll(List.of(Fault.MISSING_ENDS, Fault.CLOCK_STEPS, Fault.REOPENED));
      default -> {}
    }
    return possible;
  }

  /** Faults of which at most one happens. */
  private static final class Choice {

    private final List<Fault> faults;
    private final double[] bounds;

    Choice(Shares<Fault> shares, List<Fault> faults) {
      this.faults = faults;
      this.bounds = new double[faults.size()];
      double sum = 0;
      for (int i = 0; i < bounds.length; i++) {
        sum += shares.share(faults.get(i));
        bounds[i] = sum;
      }
    }

    @Nullable Fault draw(RandomStream random) {
      double drawn = random.unit();
      for (int i = 0; i < bounds.length; i++) {
        if (drawn < bounds[i]) {
          return faults.get(i);
        }
      }
      return null;
    }
  }
}
