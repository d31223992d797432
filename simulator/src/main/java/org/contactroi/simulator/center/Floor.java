package org.contactroi.simulator.center;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.AgentSurveyAnswered;
import org.contactroi.simulator.center.people.Career;
import org.contactroi.simulator.center.time.Calendar;
import org.contactroi.simulator.center.time.LocalClock;
import org.contactroi.simulator.ledger.AgentAnswer;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.ledger.SurveyAnswer.Score;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.random.Seed;
import org.contactroi.simulator.scenario.Mode;
import org.contactroi.simulator.scenario.Queue;
import org.contactroi.simulator.scenario.Staff;
import org.contactroi.simulator.scenario.Staff.Shift;
import org.contactroi.simulator.scenario.Staff.Team;
import org.jspecify.annotations.Nullable;

/** The queues, the agents, and who serves whom. */
final class Floor {

  private static final int LOWEST = 1;
  private static final int HIGHEST = 5;

  private final Center center;
  private final Map<String, Line> lines = new HashMap<>();
  private final List<Agent> agents = new ArrayList<>();
  private final List<Attendance> attendances = new ArrayList<>();
  private long entered;
  private long turns;

  Floor(Center center) {
    this.center = center;
    for (Queue queue : center.tenant().service().queues()) {
      lines.put(queue.id(), new Line(queue));
    }
    center.tenant().staff().teams().forEach(this::hire);
  }

  private void hire(Team team) {
    List<Line> served = team.queues().stream().map(this::line).toList();
    Crew crew = new Crew(team, served);
    served.forEach(line -> line.servedBy(crew));
    int number = 0;
    for (Shift shift : team.duty().shifts()) {
      long size = Math.max(1, Math.round(shift.agents() * center.run().size()));
      for (long i = 0; i < size; i++) {
        hire(crew, shift, ++number);
      }
    }
  }

  private void hire(Crew crew, Shift shift, int number) {
    Seed seed = center.seed().of(crew.team().id()).of(number);
    long from = center.run().from().toEpochMilli();
    Career career = Career.first(crew.team(), seed.of("career"), number, from);
    Agent agent = new Agent(this, crew, career);
    agents.add(agent);
    attendances.add(new Attendance(center, agent, shift, seed.of("days")));
  }

  void open() {
    attendances.forEach(Attendance::begin);
  }

  void close(long now) {
    agents.forEach(agent -> agent.signOff(now));
  }

  Calendar calendar() {
    return center.calendar();
  }

  Line line(String queue) {
    Line line = lines.get(queue);
    if (line == null) {
      throw new IllegalArgumentException(queue + " is no queue of " + center.tenant().id());
    }
    return line;
  }

  boolean isOpen(Line line, long now) {
    LocalClock clock = center.clock();
    return line.queue().hours().isOpen(clock.weekday(now), clock.minute(now));
  }

  Waiter.Place nextPlace(long now, boolean isRaised) {
    return new Waiter.Place(++entered, now, isRaised);
  }

  /** Returns a number that says who has been free for longer: the smaller. */
  long nextTurn() {
    return ++turns;
  }

  /** Lets one wait, or meet an agent at once. */
  void add(long now, Waiter waiter) {
    waiter.line().add(waiter);
    Agent agent = agentFor(waiter);
    if (agent != null) {
      offer(now, waiter, agent);
    }
  }

  /** Returns the agent with the fewest contacts whose crew has nobody more urgent to serve. */
  private @Nullable Agent agentFor(Waiter waiter) {
    Agent best = null;
    for (Crew crew : waiter.line().crews()) {
      Agent agent = crew.next(waiter.mode());
      if (agent != null && crew.mostUrgent() == waiter && agent.isFreerThan(best)) {
        best = agent;
      }
    }
    return best;
  }

  /** Takes one out who does not wait any longer. */
  void remove(long now, Waiter waiter) {
    waiter.line().remove(waiter);
    serveOthers(now, waiter);
  }

  /** Whoever needs an agent alone keeps agents with chats from taking more; now they may. */
  private void serveOthers(long now, Waiter waiter) {
    if (waiter.mode().isExclusive()) {
      waiter.line().crews().forEach(crew -> serve(now, crew));
    }
  }

  /** Lets a crew take those who wait, the most urgent first, as far as it can. */
  void serve(long now, Crew crew) {
    Waiter waiter = crew.mostUrgent();
    Agent agent = waiter == null ? null : crew.next(waiter.mode());
    while (waiter != null && agent != null) {
      offer(now, waiter, agent);
      waiter = crew.mostUrgent();
      agent = waiter == null ? null : crew.next(waiter.mode());
    }
  }

  private void offer(long now, Waiter waiter, Agent agent) {
    waiter.line().remove(waiter);
    new Offer(center, waiter, agent).begin(now);
    serveOthers(now, waiter);
  }

  /** Returns somebody for a colleague's question, null if nobody has the time. */
  @Nullable Agent colleague(Line line) {
    for (Crew crew : line.crews()) {
      Agent agent = crew.next(Mode.CALL);
      if (agent != null && crew.mostUrgent() == null) {
        return agent;
      }
    }
    return null;
  }

  /** Says that an agent entered a state. */
  void entered(long now, Agent agent, AgentState.State state) {
    String tenant = center.tenant().id();
    String team = agent.crew().team().id();
    Journal journal = center.journal();
    journal.ledger().entered(new AgentState(tenant, agent.id(), team, now, state));
    journal.agentEvent(
        tenant,
        now,
        new AgentStateChanged(
            agent.id(),
            team,
            state.name(),
            state.isRoutable(),
            state.isProductive(),
            state.isPaid()));
  }

  /** Asks an agent now and then for satisfaction. */
  void survey(long now, Agent agent, RandomStream random) {
    Staff.Surveys surveys = center.tenant().staff().surveys();
    if (!random.chance(surveys.perShift())) {
      return;
    }
    boolean isAssisted = center.automation().assist(now) != null;
    double pleased = isAssisted ? surveys.pleasedAssisted() : surveys.pleased();
    Score score = Scores.draw(random, LOWEST, HIGHEST, pleased);
    String survey = "satisfaction-" + now;
    Journal journal = center.journal();
    String tenant = center.tenant().id();
    journal.ledger().answered(new AgentAnswer(tenant, agent.id(), survey, now, score));
    journal.agentEvent(
        tenant,
        now,
        new AgentSurveyAnswered(agent.id(), survey, score.value(), score.min(), score.max(), true));
  }
}
