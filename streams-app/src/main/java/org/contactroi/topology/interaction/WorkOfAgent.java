package org.contactroi.topology.interaction;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.agent.AgentWork;
import org.contactroi.agent.Handling;
import org.contactroi.agent.Ring;
import org.contactroi.agent.Span;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Offer;
import org.contactroi.kpi.Keys;
import org.contactroi.topology.stage.AgentMessage;
import org.contactroi.topology.store.AvroBytes;

/**
 * The work of an agent in an interaction, or in a part of one, and what was offered there.
 *
 * @param agent id of the agent
 */
record WorkOfAgent(String agent, AgentMessage.Worked worked) {

  /**
   * The work of each agent whose legs in the interaction have ended or whose offers were closed. In
   * what is no contact there is none.
   */
  static List<WorkOfAgent> of(Interaction interaction) {
    if (!interaction.isContact()) {
      return List.of();
    }
    String part = Keys.part(interaction.id());
    long lastDay = Span.day(Math.max(interaction.start(), interaction.end()));
    List<WorkOfAgent> all = new ArrayList<>();
    for (String agent : agents(interaction)) {
      AgentWork work = new AgentWork(legs(interaction, agent), rings(interaction, agent));
      if (!work.isNone()) {
        all.add(new WorkOfAgent(agent, new AgentMessage.Worked(part, lastDay, work)));
      }
    }
    return all;
  }

  private static Set<String> agents(Interaction interaction) {
    Set<String> agents = new LinkedHashSet<>();
    for (Leg leg : interaction.legs()) {
      if (leg.participantId() != null && leg.isHuman()) {
        agents.add(leg.participantId());
      }
    }
    interaction.offers().forEach(offer -> agents.add(offer.agent()));
    return agents;
  }

  private static List<Handling> legs(Interaction interaction, String agent) {
    List<Handling> legs = new ArrayList<>();
    for (Leg leg : interaction.legs()) {
      Handling work = new Handling(leg.start(), leg.settle(), leg.effort());
      boolean isOwn = agent.equals(leg.participantId()) && leg.isHuman();
      if (isOwn && leg.settleSeen() && work.isCounted()) {
        legs.add(work);
      }
    }
    return legs;
  }

  private static List<Ring> rings(Interaction interaction, String agent) {
    List<Ring> rings = new ArrayList<>(0);
    for (Offer offer : interaction.offers()) {
      if (offer.agent().equals(agent)) {
        rings.add(new Ring(offer.queue(), offer.closed(), offer.outcome(), offer.ring()));
      }
    }
    return rings;
  }

  /** What has to be told to those who know what was before: what is new or other, or gone. */
  static List<WorkOfAgent> changes(List<WorkOfAgent> before, List<WorkOfAgent> now) {
    List<WorkOfAgent> changes = new ArrayList<>(now);
    changes.removeAll(before);
    Set<List<String>> there = now.stream().map(WorkOfAgent::place).collect(toSet());
    for (WorkOfAgent known : before) {
      if (!there.contains(known.place())) {
        changes.add(known.gone());
      }
    }
    return changes;
  }

  void write(Encoder encoder) throws IOException {
    encoder.writeString(agent);
    encoder.writeBytes(worked.encode());
  }

  static WorkOfAgent read(BinaryDecoder decoder) throws IOException {
    return new WorkOfAgent(
        AvroBytes.readString(decoder), AgentMessage.Worked.decode(AvroBytes.readBytes(decoder)));
  }

  private List<String> place() {
    return List.of(agent, worked.part());
  }

  private WorkOfAgent gone() {
    return new WorkOfAgent(
        agent, new AgentMessage.Worked(worked.part(), worked.lastDay(), AgentWork.NONE));
  }
}
