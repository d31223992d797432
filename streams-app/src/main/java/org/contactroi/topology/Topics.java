package org.contactroi.topology;

import org.contactroi.kpi.Family;

/** Names of the topics, all under one prefix. */
public record Topics(String prefix) {

  public Topics {
    if (!prefix.matches("[a-zA-Z0-9._-]*")) {
      throw new IllegalArgumentException(
          "topic prefix '%s' may hold letters, digits, '.', '_' and '-' only".formatted(prefix));
    }
  }

  public String interactionEvents() {
    return prefix + "interaction-events";
  }

  public String interactions() {
    return prefix + "interactions";
  }

  public String episodes() {
    return prefix + "episodes";
  }

  public String totals() {
    return prefix + "totals";
  }

  public String kpi(Family family) {
    return prefix + "kpi." + family.id();
  }

  public String rejects() {
    return prefix + "rejects";
  }

  public String deadLetters() {
    return prefix + "dead-letters";
  }
}
