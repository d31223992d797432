package org.contactroi.simulator.center;

import org.contactroi.simulator.random.Seed;
import org.contactroi.simulator.scenario.Issue;
import org.jspecify.annotations.Nullable;

/**
 * What makes somebody get in touch.
 *
 * @param seed decides what is drawn for the contact
 * @param attempt 1 for the first contact about it
 * @param previous interaction before, null if there was none
 */
record Need(Seed seed, Person person, Issue issue, int attempt, @Nullable String previous) {

  /** Returns the need after a contact that did not end it. */
  Need after(String interaction) {
    return new Need(seed.of("again"), person, issue, attempt + 1, interaction);
  }
}
