package org.contactroi.benchmarks.dsl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an interaction counts when it is over, by the definitions of the pipeline's facts. */
final class Completion {

  private static final String UNKNOWN = "unknown";

  private final InteractionState interaction;
  private final List<LegState> legs;
  private final List<VisitState> visits;
  private final List<List<LegState>> sessions;
  private final String queue;

  private Completion(InteractionState interaction) {
    this.interaction = interaction;
    legs = new ArrayList<>(interaction.legs());
    legs.sort(
        Comparator.comparingLong((LegState leg) -> leg.start).thenComparing(l -> l.segmentId));
    visits = new ArrayList<>(interaction.visits());
    visits.sort(Comparator.comparingLong(VisitState::start).thenComparing(VisitState::visitId));
    queue = queue();
    sessions = sessions();
  }

  static Completion of(InteractionState interaction) {
    return new Completion(interaction);
  }

  /** Handled legs at their settling, bot sessions at the start of the interaction. */
  Map<Place, Tally> tallies() {
    Map<Place, Tally> tallies = new LinkedHashMap<>();
    for (LegState leg : legs) {
      if (leg.isHandled()) {
        Tally tally = new Tally(1, leg.handle(interaction.isOutbound()), 0, 0);
        tallies.merge(place(leg.settle(), queue(leg)), tally, Tally::plus);
      }
    }
    if (interaction.isEligible() && !sessions.isEmpty()) {
      tallies.merge(place(interaction.start(), queue), sessionTally(), Tally::plus);
    }
    return tallies;
  }

  private Tally sessionTally() {
    long handedOff = sessions.stream().filter(session -> isHandedOff(session.get(0))).count();
    return new Tally(0, 0, sessions.size(), handedOff);
  }

  /** A visit or a human leg ends after it began. */
  private boolean isHandedOff(LegState first) {
    return visits.stream().anyMatch(visit -> visit.end() > first.start)
        || legs.stream().anyMatch(leg -> leg.isHuman() && leg.end > first.start);
  }

  /** Consecutive legs of bots with no visit or human leg between them. */
  private List<List<LegState>> sessions() {
    List<List<LegState>> joined = new ArrayList<>(1);
    LegState previous = null;
    for (LegState leg : legs) {
      if (!leg.isBot()) {
        continue;
      }
      if (previous == null || isBreakBetween(previous, leg)) {
        joined.add(new ArrayList<>(1));
      }
      joined.get(joined.size() - 1).add(leg);
      previous = leg;
    }
    return joined;
  }

  private boolean isBreakBetween(LegState earlier, LegState later) {
    return visits.stream().anyMatch(visit -> isBetween(visit.start(), earlier, later))
        || legs.stream().anyMatch(leg -> leg.isHuman() && isBetween(leg.start, earlier, later));
  }

  private static boolean isBetween(long start, LegState earlier, LegState later) {
    return start > earlier.start && start <= later.start;
  }

  private Place place(long at, String queueOfIt) {
    String issue = interaction.issue();
    return new Place(at, interaction.channel(), queueOfIt, issue == null ? queue : issue, bot());
  }

  /** The last that the legs of the first session state. */
  private String bot() {
    String bot = null;
    for (LegState leg : sessions.isEmpty() ? List.<LegState>of() : sessions.get(0)) {
      bot = leg.bot == null ? bot : leg.bot;
    }
    return orUnknown(bot);
  }

  private String queue(LegState leg) {
    if (leg.queue != null) {
      return leg.queue;
    }
    String last = queue;
    long lastEnd = Long.MIN_VALUE;
    for (VisitState visit : visits) {
      if (visit.end() <= leg.start && visit.end() >= lastEnd) {
        last = visit.queue();
        lastEnd = visit.end();
      }
    }
    return last;
  }

  /** That of the first visit, else as started, else of the first leg that names one. */
  private String queue() {
    if (!visits.isEmpty()) {
      return visits.get(0).queue();
    }
    String found = interaction.queue();
    for (LegState leg : legs) {
      found = found == null ? leg.queue : found;
    }
    return orUnknown(found);
  }

  private static String orUnknown(@Nullable String value) {
    return value == null ? UNKNOWN : value;
  }
}
