package org.contactroi.simulator.truth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactEnded;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.ContactReopened;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Visit;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that says what was open at an instant: who waited, was served, spoke to a bot, wrote,
 * and in what state agents were. It knows what really happened; what events fail to say it does not
 * take into account.
 */
public final class LiveTruth implements Ledger {

  private static final String UNKNOWN = "unknown";

  /** What an agent entered says nothing of what the agent does on another day. */
  private static final long STATE_SAYS_MS = Duration.ofHours(24).toMillis();

  /** What happens to a contact. */
  private static final class Course {
    private final ContactBegun begun;
    private final List<Visit> visits = new ArrayList<>(1);
    private final List<Leg> legs = new ArrayList<>(2);
    private final Set<String> legsInVain = new HashSet<>();
    private final NavigableMap<Long, Boolean> goesOn = new TreeMap<>();

    Course(ContactBegun begun) {
      this.begun = begun;
    }

    Channel channel() {
      return begun.medium().channel();
    }

    boolean isWritten() {
      return channel() != Channel.VOICE && channel() != Channel.VIDEO && !isWorkItem();
    }

    /** Whether it has not ended, or was reopened since. */
    boolean goesOn(long instant) {
      Map.Entry<Long, Boolean> last = goesOn.floorEntry(instant);
      return last == null || last.getValue();
    }

    /** Whether a bot greeted, nobody answered, and nothing else has happened so far. */
    boolean isUnengaged(long instant) {
      List<Leg> begun = legs.stream().filter(leg -> leg.start() <= instant).toList();
      return !begun.isEmpty()
          && begun.stream().allMatch(leg -> legsInVain.contains(leg.id()) && leg.end() <= instant)
          && visits.stream().noneMatch(visit -> visit.entered() <= instant);
    }

    private boolean isWorkItem() {
      return channel() == Channel.CALLBACK || channel() == Channel.TASK;
    }

    /** Whether a customer stands behind its visits. */
    boolean isAwaited() {
      return begun.medium().direction() != Direction.OUTBOUND && !isWorkItem();
    }
  }

  /** An agent of a tenant. */
  private record AgentOf(String tenant, String agent) {}

  private final Map<ContactId, Course> courses = new HashMap<>();
  private final Map<AgentOf, List<AgentState>> states = new HashMap<>();

  /**
   * Returns what was open at a tenant: numbers by {@code slice/value number}, none 0, and the UTC
   * ms since when somebody waited.
   *
   * @param instant UTC ms; what happened at it has happened
   * @param reached UTC ms, of the newest event of a contact; what expires has expired by then
   */
  public SortedMap<String, Long> at(String tenant, long instant, long reached) {
    SortedMap<String, Long> open = new TreeMap<>();
    courses.forEach(
        (contact, course) -> {
          boolean isNow =
              course.begun.at() <= instant
                  && course.goesOn(instant)
                  && !course.isUnengaged(instant);
          if (contact.tenant().equals(tenant) && isNow && !course.begun.isTest()) {
            add(course, instant, open);
          }
        });
    states.forEach(
        (agent, entered) -> {
          AgentState now = state(agent, instant);
          if (agent.tenant().equals(tenant) && now != null && reached < now.at() + STATE_SAYS_MS) {
            add(now, open);
          }
        });
    return open;
  }

  private void add(Course course, long instant, SortedMap<String, Long> open) {
    List<String> places = List.of("all/all", "channel/" + course.channel());
    for (Visit visit : course.visits) {
      if (visit.entered() <= instant && instant < visit.exited()) {
        add(visit, course, places, open);
      }
    }
    List<Leg> begun = course.legs.stream().filter(leg -> leg.start() <= instant).toList();
    boolean isWithBot = false;
    for (Leg leg : begun) {
      boolean isOver = leg.end() <= instant;
      if (!isOver && isAutomatic(leg)) {
        isWithBot = true;
      } else if (!isOver && isHandled(leg)) {
        places.forEach(place -> add(open, place + " in_service", 1));
        add(open, "team/" + team(course, leg, instant) + " in_service", 1);
      }
    }
    if (isWithBot) {
      places.forEach(place -> add(open, place + " bot_sessions", 1));
    }
    if (course.isWritten()) {
      places.forEach(place -> add(open, place + " conversations", 1));
    }
  }

  private static void add(
      Visit visit, Course course, List<String> places, SortedMap<String, Long> open) {
    List<String> all = new ArrayList<>(places);
    all.add("queue/" + visit.queue());
    for (String place : all) {
      if (course.isAwaited()) {
        add(open, place + " waiting", 1);
        open.merge(place + " waiting_since", visit.entered(), Math::min);
      } else {
        add(open, place + " queued_work", 1);
      }
    }
  }

  private static void add(AgentState now, SortedMap<String, Long> open) {
    String team = now.team() == null ? UNKNOWN : now.team();
    for (String place : List.of("all/all", "team/" + team)) {
      add(open, place + " agents " + now.state().name(), 1);
      if (now.state().isRoutable()) {
        add(open, place + " agents_available", 1);
      }
    }
  }

  private static void add(SortedMap<String, Long> open, String number, long more) {
    open.merge(number, more, Long::sum);
  }

  private String team(Course course, Leg leg, long instant) {
    String agent = leg.who().id();
    AgentState state =
        agent == null ? null : state(new AgentOf(course.begun.contact().tenant(), agent), instant);
    String team = state == null ? null : state.team();
    return team == null ? UNKNOWN : team;
  }

  private @Nullable AgentState state(AgentOf agent, long instant) {
    return states.getOrDefault(agent, List.of()).stream()
        .filter(state -> state.at() <= instant)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static boolean isAutomatic(Leg leg) {
    return leg.who().participant() == Participant.BOT || leg.who().participant() == Participant.IVR;
  }

  private static boolean isHandled(Leg leg) {
    return leg.who().participant() == Participant.AGENT && leg.who().role() == SegmentRole.PRIMARY;
  }

  private Course course(ContactId contact) {
    Course course = courses.get(contact);
    if (course == null) {
      throw new IllegalStateException(contact + " has not begun");
    }
    return course;
  }

  @Override
  public void began(ContactBegun contact) {
    courses.put(contact.contact(), new Course(contact));
  }

  @Override
  public void ended(ContactEnded contact) {
    course(contact.contact()).goesOn.put(contact.at(), false);
  }

  @Override
  public void reopened(ContactReopened contact) {
    course(contact.contact()).goesOn.put(contact.at(), true);
  }

  @Override
  public void left(Visit visit) {
    course(visit.contact()).visits.add(visit);
  }

  @Override
  public void concluded(BotVerdict verdict) {
    if (!verdict.isEngaged() && !verdict.isAnswered() && !verdict.isHandingOff()) {
      course(verdict.contact()).legsInVain.add(verdict.segment());
    }
  }

  @Override
  public void settled(Leg leg) {
    List<Leg> legs = course(leg.contact()).legs;
    legs.add(leg);
    legs.sort(Comparator.comparingLong(Leg::start));
  }

  @Override
  public void entered(AgentState state) {
    states
        .computeIfAbsent(new AgentOf(state.tenant(), state.agent()), unseen -> new ArrayList<>())
        .add(state);
  }
}
