package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.UsageLine;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Event;
import org.junit.jupiter.api.Test;

/** Laws that hold for every history, however broken. */
class FoldLawsTest {

  private static final long SEED = 19_990_101;

  /** A fold that is not linear takes minutes. */
  private static final Duration ENOUGH = Duration.ofSeconds(10);

  @Test
  void everyOrderOfTheEventsGivesTheSameInteractions() {
    for (long seed = SEED; seed < SEED + 200; seed++) {
      List<Event> events = new BrokenHistory(seed).events(40);
      List<Interaction> expected = fold(events);
      Random random = new Random(seed);
      for (int i = 0; i < 20; i++) {
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        assertThat(fold(shuffled)).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  @Test
  void noDurationIsEverNegative() {
    for (long seed = SEED; seed < SEED + 2_000; seed++) {
      for (Interaction part : fold(new BrokenHistory(seed).events(30))) {
        assertNotNegative(part, seed);
      }
    }
  }

  @Test
  void everyEventThatIsNotRetractedBelongsToOnePartOrIsAnOrphan() {
    for (long seed = SEED; seed < SEED + 500; seed++) {
      List<Event> events = new BrokenHistory(seed).events(30);
      long counted = 0;
      InteractionFold.Folded folded =
          InteractionFold.fold("acme", "i1", events, instant -> Story.RULES);
      for (Interaction part : folded.interactions()) {
        counted += part.activity().events();
      }
      counted += folded.orphans().size();
      assertThat(counted)
          .as("seed %d", seed)
          .isEqualTo(events.stream().filter(event -> !event.retracted()).count());
    }
  }

  @Test
  void partsAreOrderedByStartAndHaveIdsOfTheirOwn() {
    int cut = 0;
    for (long seed = SEED; seed < SEED + 500; seed++) {
      List<Interaction> parts = fold(new BrokenHistory(seed).events(30));
      assertThat(parts).as("seed %d", seed).extracting(Interaction::start).isSorted();
      assertThat(parts).as("seed %d", seed).extracting(Interaction::id).doesNotHaveDuplicates();
      cut += parts.size() > 1 ? 1 : 0;
    }
    assertThat(cut).as("histories with a cut").isPositive();
  }

  @Test
  void aRetractedEventLeavesNoTrace() {
    for (long seed = SEED; seed < SEED + 200; seed++) {
      List<Event> events = new BrokenHistory(seed).events(30);
      List<Event> kept = events.stream().filter(event -> !event.retracted()).toList();
      assertThat(fold(events)).as("seed %d", seed).isEqualTo(fold(kept));
    }
  }

  @Test
  void usageHasOneLinePerKeyInOrderAndNoneOfZero() {
    for (long seed = SEED; seed < SEED + 500; seed++) {
      for (Interaction part : fold(new BrokenHistory(seed).events(300))) {
        assertThat(part.usage())
            .as("seed %d", seed)
            .isSortedAccordingTo(
                Comparator.comparing(UsageLine::resource)
                    .thenComparing(UsageLine::key, Utf8Order.INSTANCE))
            .doesNotHaveDuplicates()
            .allMatch(line -> line.quantity() > 0);
      }
    }
  }

  @Test
  void anInteractionOfFiftyThousandEventsIsFoldedInNoTime() {
    List<Event> events = new BrokenHistory(SEED).events(50_000);

    assertThat(assertTimeoutPreemptively(ENOUGH, () -> fold(events)))
        .as("seed %d", SEED)
        .isNotEmpty();
  }

  @Test
  void soIsAChatOfTenThousandMessagesBetweenBotsAndQueues() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      events.add(Story.at(5L * i, Story.message(i % 5 == 0 ? Author.BOT : Author.CUSTOMER)));
      events.add(Story.at(5L * i + 1, Story.entered("v" + i, "q" + i)));
      events.add(Story.at(5L * i + 2, Story.botOf("version " + i, "b" + i)));
      events.add(Story.at(5L * i + 3, Story.messageIn("b" + i / 2, Author.BOT)));
      events.add(Story.at(5L * i + 4, Story.recommends("s" + i, i % 11)));
    }
    Collections.shuffle(events, new Random(SEED));

    Interaction chat = assertTimeoutPreemptively(ENOUGH, () -> fold(events)).get(0);

    assertThat(chat.sessions()).hasSize(10_000);
    assertThat(chat.usage()).hasSizeLessThan(3 * 65);
    assertThat(chat.usage().stream().filter(line -> line.resource() == Resource.BOT_MESSAGE))
        .extracting(UsageLine::quantity)
        .satisfies(counts -> assertThat(counts.stream().mapToLong(n -> n).sum()).isEqualTo(12_000));
  }

  private static List<Interaction> fold(List<Event> events) {
    return InteractionFold.fold("acme", "i1", events, instant -> Story.RULES).interactions();
  }

  private static void assertNotNegative(Interaction part, long seed) {
    for (Leg leg : part.legs()) {
      List<Long> durations =
          List.of(leg.talk(), leg.hold(), leg.afterWork(), leg.handle(), leg.effort());
      assertThat(durations).as("seed %d, %s", seed, leg).allMatch(duration -> duration >= 0);
    }
    for (Visit visit : part.visits()) {
      assertThat(visit.waited()).as("seed %d, %s", seed, visit).isNotNegative();
    }
  }
}
