package org.contactroi.agent;

import java.util.List;

/** What an agent did and was offered in interactions, in any order. */
public record AgentWork(List<Handling> legs, List<Ring> rings) {

  public static final AgentWork NONE = new AgentWork(List.of(), List.of());

  public AgentWork {
    legs = List.copyOf(legs);
    rings = List.copyOf(rings);
  }

  public boolean isNone() {
    return legs.isEmpty() && rings.isEmpty();
  }
}
