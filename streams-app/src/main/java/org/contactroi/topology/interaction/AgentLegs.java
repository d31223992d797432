package org.contactroi.topology.interaction;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.agent.Handling;
import org.contactroi.agent.Span;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.kpi.Keys;
import org.contactroi.topology.stage.AgentMessage;
import org.contactroi.topology.store.AvroBytes;

/**
 * The work of an agent in an interaction, or in a part of one.
 *
 * @param agent id of the agent
 */
record AgentLegs(String agent, AgentMessage.Legs legs) {

  /**
   * The work of each agent whose legs in the interaction have ended. In what is no contact there is
   * none.
   */
  static List<AgentLegs> of(Interaction interaction) {
    Map<String, List<Handling>> worked = new LinkedHashMap<>();
    for (Leg leg : interaction.legs()) {
      String agent = leg.participantId();
      Handling work = new Handling(leg.start(), leg.settle(), leg.effort());
      if (agent != null && leg.isHuman() && leg.settleSeen() && work.isCounted()) {
        worked.computeIfAbsent(agent, a -> new ArrayList<>()).add(work);
      }
    }
    List<AgentLegs> legs = new ArrayList<>();
    if (interaction.isContact()) {
      String part = Keys.part(interaction.id());
      long lastDay = Span.day(Math.max(interaction.start(), interaction.end()));
      worked.forEach(
          (agent, work) ->
              legs.add(new AgentLegs(agent, new AgentMessage.Legs(part, lastDay, work))));
    }
    return legs;
  }

  /** What has to be told to those who know what was before: what is new or other, or gone. */
  static List<AgentLegs> changes(List<AgentLegs> before, List<AgentLegs> now) {
    List<AgentLegs> changes = new ArrayList<>(now);
    changes.removeAll(before);
    Set<List<String>> there = now.stream().map(AgentLegs::place).collect(toSet());
    for (AgentLegs known : before) {
      if (!there.contains(known.place())) {
        changes.add(known.gone());
      }
    }
    return changes;
  }

  void write(Encoder encoder) throws IOException {
    encoder.writeString(agent);
    encoder.writeBytes(legs.encode());
  }

  static AgentLegs read(BinaryDecoder decoder) throws IOException {
    return new AgentLegs(
        AvroBytes.readString(decoder), AgentMessage.Legs.decode(AvroBytes.readBytes(decoder)));
  }

  private List<String> place() {
    return List.of(agent, legs.part());
  }

  private AgentLegs gone() {
    return new AgentLegs(agent, new AgentMessage.Legs(legs.part(), legs.lastDay(), List.of()));
  }
}
