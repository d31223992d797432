package org.contactroi.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.InteractionId;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.Role;
import org.contactroi.interaction.fold.BrokenHistory;
import org.contactroi.interaction.fold.InteractionFold;
import org.contactroi.interaction.fold.Story;
import org.contactroi.kpi.family.Families;
import org.contactroi.outputs.InteractionFact;
import org.contactroi.topology.PlainSerdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fact that is published says everything about its interaction but whose it is. */
@ExtendWith(RandomNumbers.class)
class FactRecordsTest {

  private final PlainSerdes.Writing writing = new PlainSerdes.Writing();
  private final PlainSerdes.Reading reading = new PlainSerdes.Reading();

  @Test
  void everyInteractionComesBackAsItWasAndContributesTheSame(Random random) {
    int split = 0;
    for (int i = 0; i < 300; i++) {
      for (Interaction interaction : interactions(random.nextLong(), i == 0 ? 5_000 : 60)) {
        List<InteractionFact> parts = published(interaction);
        Interaction back = FactRecords.toDomain(parts, interaction.customerKey());
        assertThat(back).isEqualTo(interaction);
        assertThat(Families.contributions(back)).isEqualTo(Families.contributions(interaction));
        split += parts.size() > 1 ? 1 : 0;
      }
    }
    assertThat(split).as("facts of several parts").isPositive();
  }

  @Test
  void noPartTellsTheCustomer() {
    Interaction interaction = Story.fold(Story.at(0, Story.startedBy("whose-it-is")));

    assertThat(published(interaction).get(0).toString()).doesNotContain("whose-it-is");
  }

  @Test
  void theLargestPartsStayBelow320KiB() {
    List<InteractionFact> parts = published(Story.fold(largest()));

    assertThat(parts).hasSizeGreaterThan(5);
    assertThat(parts)
        .extracting(part -> writing.serialize("", part).length)
        .allMatch(n -> n < 320 * 1024);
    assertThat(parts).extracting(InteractionFact::getParts).containsOnly(parts.size());
    assertThat(parts.get(0).getAttributes()).hasSize(64);
    assertThat(parts.get(1).getAttributes()).isEmpty();
  }

  @Test
  void itsKeyIsThatOfTheInteractionAndThenOfThePart() {
    InteractionId id = new InteractionId("a/b", null);

    assertThat(FactRecords.key("ac/me", id, 0)).isEqualTo("ac%2Fme/a%2Fb");
    assertThat(FactRecords.key("acme", id, 3)).isEqualTo("acme/a%2Fb/3");
  }

  @Test
  void anIdThatReadsLikeAPartHasAnotherKey() {
    assertThat(FactRecords.key("acme", new InteractionId("a", 5L), 0)).isEqualTo("acme/a@5");
    assertThat(FactRecords.key("acme", new InteractionId("a@5", null), 0)).isEqualTo("acme/a%405");
    assertThat(FactRecords.key("acme", new InteractionId("a%405", null), 0))
        .isEqualTo("acme/a%25405");
  }

  private List<InteractionFact> published(Interaction interaction) {
    return FactRecords.toAvro(interaction).stream()
        .map(part -> (InteractionFact) reading.deserialize("", writing.serialize("", part)))
        .toList();
  }

  private static List<Interaction> interactions(long seed, int events) {
    return InteractionFold.fold(
            "acme", "i@1", new BrokenHistory(seed).events(events), instant -> Story.RULES)
        .interactions();
  }

  /** Everything as long as it may be. */
  private static Event[] largest() {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < 64; i++) {
      attributes.put(longest(i, 1_024), longest(i, 1_024));
    }
    List<Event> events = new ArrayList<>();
    events.add(Story.with(attributes, Story.at(0, Story.started())));
    for (int i = 0; i < 600; i++) {
      events.add(
          Story.at(
              i,
              new Payload.SegmentStarted(
                  longest(i, 256),
                  Participant.AGENT,
                  longest(i, 256),
                  Role.PRIMARY,
                  longest(i, 256),
                  longest(i, 256),
                  longest(i, 256),
                  1)));
    }
    return events.toArray(Event[]::new);
  }

  private static String longest(int number, int bytes) {
    return "x".repeat(bytes - 4) + (1_000 + number);
  }
}
