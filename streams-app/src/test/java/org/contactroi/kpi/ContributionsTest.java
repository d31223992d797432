package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contactroi.episode.Episode;
import org.contactroi.episode.EpisodeGrouping;
import org.contactroi.episode.EpisodeRules;
import org.contactroi.episode.Match;
import org.contactroi.episode.Member;
import org.contactroi.episode.Purpose;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.SilenceGaps;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.DiscardReason;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.interaction.fold.InteractionFold;
import org.contactroi.interaction.fold.OpenUntil;
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;
import org.contactroi.kpi.family.ServiceLevel;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.Test;

/** Where a fact is counted: on which clock, with which values, under which version. */
class ContributionsTest {

  @Test
  void aTestIsCountedAsExcludedAndNowhereElse() {
    Interaction call =
        fold(test(at(0, started())), at(0, agent("a")), at(60, ends("a")), at(60, ended()));

    Map<Cell, Totals> cells = Families.contributions(call);

    assertThat(cells.values())
        .containsExactly(
            Totals.builder(Volume.FAMILY)
                .add(Volume.EXCLUDED, 1)
                .add(Volume.EXCLUDED_TEST, 1)
                .build());
  }

  @Test
  void aDiscardedInteractionIsCountedByItsReasonAndNowhereElse() {
    Interaction call =
        fold(
            at(0, started()),
            at(0, agent("a")),
            at(60, ends("a")),
            at(60, ended()),
            at(90, discarded(DiscardReason.SPAM)));

    assertThat(Families.contributions(call).values())
        .containsExactly(
            Totals.builder(Volume.FAMILY)
                .add(Volume.EXCLUDED, 1)
                .add(Volume.EXCLUDED_SPAM, 1)
                .build());
  }

  @Test
  void whatNobodyUsedIsCountedAsThatWithTheModelsItCost() {
    Interaction widget =
        fold(
            at(0, started(Channel.CHAT, Direction.INBOUND)),
            at(1, bot("b")),
            at(2, message(Author.BOT)),
            at(2, new Payload.AiUsageRecorded("m", 700, 0, 0)),
            at(60, ends("b", greeted())),
            at(60, timedOut()));

    assertThat(Families.contributions(widget).values())
        .containsExactlyInAnyOrder(
            Totals.builder(Containment.FAMILY).add(Containment.NOT_ENGAGED, 1).build(),
            Totals.builder(Volume.FAMILY).add(Volume.UNENGAGED, 1).build(),
            Totals.builder(Cost.FAMILY)
                .add(Cost.USAGE, Breakdown.of(List.of("MODEL_INPUT_TOKEN", "m", "CHAT"), 700))
                .build());
  }

  @Test
  void anOpenLegIsCountedAtItsStartAndTakesNoTime() {
    Interaction call = fold(at(0, started()), at(10, agent("a")), at(20, timedOut()));
    Map<Cell, Totals> cells = Families.contributions(call);

    assertThat(cells.values())
        .contains(Totals.builder(HandleTime.FAMILY).add(HandleTime.OPEN_LEGS, 1).build());
    assertThat(cells.values())
        .filteredOn(totals -> totals.family() == Volume.FAMILY)
        .allMatch(totals -> totals.get(Volume.HANDLED_LEGS) == 0)
        .allMatch(totals -> totals.get(Volume.HANDLED_BY_HUMAN) == 1);
  }

  @Test
  void everyFamilyHasItsClock() {
    Interaction call =
        fold(
            at(0, started()),
            at(60, entered("v", "q")),
            at(120, exited("v", QueueOutcome.ANSWERED)),
            at(120, agent("a")),
            at(240, ends("a")),
            at(360, wrapped("a")),
            at(300, ended()),
            at(600, sale()));

    Map<Cell, Totals> cells = Families.contributions(call);

    assertThat(minutes(ServiceLevel.FAMILY, cells)).containsExactly(2L);
    assertThat(minutes(HandleTime.FAMILY, cells)).containsExactly(6L);
    assertThat(minutes(Volume.FAMILY, cells)).containsExactly(5L);
    assertThat(minutes(Cost.FAMILY, cells)).containsExactly(5L);
    assertThat(minutes(Experience.FAMILY, cells)).containsExactly(5L);
    assertThat(minutes(Sales.FAMILY, cells)).containsExactly(5L, 10L);
    assertThat(minutes(Containment.FAMILY, episode(Purpose.BOT, call))).containsExactly(0L);
    assertThat(minutes(Saving.FAMILY, episode(Purpose.BOT, call))).containsExactly(0L);
    assertThat(minutes(FirstContactResolution.FAMILY, episode(Purpose.FCR, call)))
        .containsExactly(0L);
  }

  @Test
  void valuesAreThoseOfTheLegTheVisitAndTheInteraction() {
    Event begin = with(Map.of("tier", "gold"), at(0, startedFor("front", "bill")));
    Interaction call =
        fold(
            begin,
            at(0, botOf("7", "b")),
            at(9, ends("b")),
            at(9, entered("v", "back")),
            at(20, exited("v", QueueOutcome.ANSWERED)),
            at(20, agentIn("third", "a")),
            at(60, ends("a")),
            at(60, ended()));

    Map<Cell, Totals> cells = Families.contributions(call);

    assertThat(queues(ServiceLevel.FAMILY, cells)).containsExactly("back");
    assertThat(queues(HandleTime.FAMILY, cells)).containsExactly("third");
    assertThat(queues(Cost.FAMILY, cells)).containsExactly("back");
    assertThat(cells.keySet())
        .extracting(Cell::dimensions)
        .allMatch(values -> values.bot().equals("7") && values.issue().equals("bill"))
        .allMatch(values -> values.attributes().equals(Map.of("tier", "gold")));
  }

  @Test
  void sessionsAreCountedUnderTheVersionOfTheirInteractionAndEpisodesUnderTheirOwn() {
    Interaction chat = fold(at(0, started()), at(0, bot("b")), at(9, ended()));

    Map<Cell, Totals> cells = episode(Purpose.BOT, chat);

    assertThat(versions(Containment.FAMILY, cells)).containsExactly("v1");
    assertThat(versions(Saving.FAMILY, cells)).containsExactly("of the episode");
    assertThat(Families.contributions(chat).keySet())
        .extracting(Cell::policyVersion)
        .containsOnly("v1");
  }

  @Test
  void anEpisodeThatNoCustomerSoughtCountsNowhere() {
    Interaction call = fold(at(0, started(Channel.VOICE, Direction.OUTBOUND)), at(60, ended()));

    assertThat(minutes(Saving.FAMILY, episode(Purpose.BOT, call))).isEmpty();
    assertThat(minutes(Containment.FAMILY, episode(Purpose.BOT, call))).isEmpty();
    assertThat(minutes(FirstContactResolution.FAMILY, episode(Purpose.FCR, call))).isEmpty();
  }

  @Test
  void anInteractionThatStartsWhenNobodyIsThereIsAfterHours() {
    OpeningHours never = new OpenUntil(0);
    Rules rules = new Rules("v1", SilenceGaps.DEFAULT, Duration.ZERO, Duration.ZERO, never);
    Interaction call =
        InteractionFold.fold("acme", "i", List.of(at(0, started())), instant -> rules)
            .interactions()
            .get(0);

    assertThat(Families.contributions(call).values())
        .filteredOn(totals -> totals.family() == Volume.FAMILY)
        .extracting(totals -> totals.get(Volume.AFTER_HOURS))
        .containsExactly(1L);
  }

  @Test
  void aDifferenceIsWhatTurnsBeforeIntoAfter() {
    Map<Cell, Totals> before = Families.contributions(fold(at(0, started()), at(60, ended())));
    Map<Cell, Totals> after =
        Families.contributions(fold(at(0, started()), at(60, ended()), at(130, ended())));

    Map<Cell, Totals> difference = Contributions.difference(after, before);

    assertThat(minutes(Volume.FAMILY, difference)).containsExactly(2L, 1L);
    assertThat(difference.values())
        .filteredOn(totals -> totals.family() == Volume.FAMILY)
        .extracting(totals -> totals.get(Volume.INBOUND))
        .containsExactly(1L, -1L);
    assertThat(Contributions.difference(after, after)).isEmpty();
  }

  private static Map<Cell, Totals> episode(Purpose purpose, Interaction interaction) {
    EpisodeRules rules =
        new EpisodeRules("of the episode", Duration.ofDays(7), Match.CUSTOMER, Match.ISSUE);
    Episode episode =
        EpisodeGrouping.group(List.of(Member.of(interaction)), purpose, instant -> rules).get(0);
    return Families.contributions(episode);
  }

  private static List<Long> minutes(Family family, Map<Cell, Totals> cells) {
    return of(family, cells).stream().map(cell -> (cell.minute() - utc(0)) / 60_000).toList();
  }

  private static List<String> queues(Family family, Map<Cell, Totals> cells) {
    return of(family, cells).stream().map(cell -> cell.dimensions().queue()).toList();
  }

  private static List<String> versions(Family family, Map<Cell, Totals> cells) {
    return of(family, cells).stream().map(Cell::policyVersion).toList();
  }

  private static List<Cell> of(Family family, Map<Cell, Totals> cells) {
    return cells.keySet().stream().filter(cell -> cell.family() == family).toList();
  }
}
