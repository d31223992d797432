package org.contactroi.simulator.center;

import org.contactroi.events.InteractionRelation;
import org.contactroi.simulator.center.people.Person;
import org.contactroi.simulator.random.Seed;
import org.contactroi.simulator.scenario.Issue;
import org.jspecify.annotations.Nullable;

/**
 * What makes somebody get in touch.
 *
 * @param seed decides what is drawn for the contact
 * @param attempt 1 for the first contact about it
 * @param previous interaction before, null if there was none
 * @param relation how it stands to that
 */
record Need(
    Seed seed,
    Person person,
    Issue issue,
    int attempt,
    @Nullable String previous,
    InteractionRelation relation) {

  /** Returns a need of which nobody has heard yet. */
  static Need first(Seed seed, Person person, Issue issue) {
    return new Need(seed, person, issue, 1, null, InteractionRelation.UNKNOWN);
  }

  /** Returns the need after a contact that did not end it. */
  Need after(String interaction) {
    return new Need(
        seed.of("again"), person, issue, attempt + 1, interaction, InteractionRelation.FOLLOW_UP);
  }

  /** Returns the need in a contact that goes on under another id. */
  Need within(String interaction, InteractionRelation how) {
    return new Need(seed.of("passed-on"), person, issue, attempt, interaction, how);
  }
}
