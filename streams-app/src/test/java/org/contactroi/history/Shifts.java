package org.contactroi.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.AgentSurveyAnswered;
import org.jspecify.annotations.Nullable;

/** What one agent of a center reports over some days, and what goes wrong with it. */
final class Shifts {

  private static final List<String> STATES = List.of("READY", "BUSY", "BREAK", "TRAINING", "OFF");

  private final Center center;
  private final String agent;
  private final Dice dice;
  private final List<Input> arrived = new ArrayList<>();
  private int lastId;

  private Shifts(Center center, String agent, Dice dice) {
    this.center = center;
    this.agent = agent;
    this.dice = dice;
  }

  /** What arrives of so many changes of state, from an instant on. */
  static List<Input> of(Center center, String agent, Instant begin, Dice dice) {
    Shifts shifts = new Shifts(center, agent, dice);
    Instant now = begin;
    for (int left = 15 + dice.below(20); left > 0; left--) {
      shifts.happen(now, dice.oneIn(8) ? shifts.survey() : shifts.state());
      now = now.plus(shifts.pause());
    }
    return shifts.arrived;
  }

  private Duration pause() {
    return switch (dice.below(10)) {
      case 0 -> Duration.ZERO;
      case 1, 2 -> Duration.ofMinutes(dice.between(1, 60 * 24 * 4));
      default -> Duration.ofMillis(dice.between(1, 4 * 3_600_000));
    };
  }

  private AgentStateChanged state() {
    return AgentStateChanged.newBuilder()
        .setAgentId(agent)
        .setTeam(team())
        .setState(dice.pick(STATES))
        .setRoutable(dice.oneIn(2))
        .setProductive(dice.oneIn(2))
        .setPaid(!dice.oneIn(3))
        .build();
  }

  private @Nullable String team() {
    return dice.oneIn(3) ? null : dice.pick("north", "north", "south/east", "\uff5eteam");
  }

  private AgentSurveyAnswered survey() {
    int max = dice.pick(2, 5, 11);
    return new AgentSurveyAnswered(
        agent, dice.pick("mood", "tools"), (int) dice.between(1, max), 1, max, !dice.oneIn(4));
  }

  private void happen(Instant now, SpecificRecord payload) {
    AgentEvent event = event(now, payload);
    if (!dice.oneIn(20)) {
      arrive(event, now);
    }
    correct(event, now);
  }

  private AgentEvent event(Instant now, SpecificRecord payload) {
    lastId++;
    Instant time = dice.oneIn(15) ? now.plusSeconds(dice.between(-300, 300)) : now;
    return AgentEvent.newBuilder()
        .setEventId(Names.odd(dice, 12, "a" + lastId))
        .setTenantId(center.tenant())
        .setOccurredAt(time)
        .setObservedAt(time)
        .setSourceSystem(dice.pick("wfm", "acd"))
        .setSourceSeq(dice.oneIn(2) ? null : (long) dice.below(4))
        .setIsTest(dice.oneIn(60))
        .setAttributes(Map.of())
        .setPayload(payload)
        .build();
  }

  private void correct(AgentEvent event, Instant now) {
    switch (dice.below(30)) {
      case 0 -> arrive(changed(event).setRevision(1 + dice.below(2)).build(), now);
      case 1 -> arrive(changed(event).build(), now);
      case 2 -> arrive(copy(event).setRetracted(true).setRevision(dice.below(2)).build(), now);
      case 3 -> arrive(event, now);
      default -> {}
    }
  }

  private AgentEvent.Builder changed(AgentEvent event) {
    return copy(event).setPayload(state());
  }

  private static AgentEvent.Builder copy(AgentEvent event) {
    return AgentEvent.newBuilder(event);
  }

  private void arrive(AgentEvent event, Instant now) {
    Duration delay = Duration.ofMinutes(dice.oneIn(10) ? dice.below(3_000) : 0);
    arrived.add(Input.of(event, agent, now.plus(delay)));
  }
}
