package org.contactroi.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.contactroi.episode.Episode;
import org.contactroi.episode.EpisodeGrouping;
import org.contactroi.episode.EpisodeRules;
import org.contactroi.episode.Match;
import org.contactroi.episode.Member;
import org.contactroi.episode.Purpose;
import org.contactroi.history.RandomNumbers;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.fold.BrokenHistory;
import org.contactroi.interaction.fold.InteractionFold;
import org.contactroi.interaction.fold.Story;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows add up to totals. */
@ExtendWith(RandomNumbers.class)
class QuestionTest {

  private static final String TENANT = "acme";

  /** Enough that each family has a total: few episodes have a saving. */
  private static final int FACTS = 60;

  private static final TenantCalendar CALENDAR = new TenantCalendar(ZoneId.of("Asia/Kathmandu"));
  private static final EpisodeRules RULES =
      new EpisodeRules("v1", Duration.ofDays(7), Match.CUSTOMER, Match.ISSUE);

  private static final Policies POLICIES =
      new Policies(
          KpiPolicy.DEFAULT,
          Map.of(
              TENANT,
              policy("v1", List.of(SliceBy.ALL, SliceBy.of("channel+queue"), SliceBy.of("bot")))));

  private final Map<TotalsKey, Totals> totals = new HashMap<>();
  private final List<Interaction> interactions = new ArrayList<>();
  private final List<Episode> episodes = new ArrayList<>();

  @Test
  void rowsOfRandomFactsAddUpInEveryFamilySliceAndWindow(Random random) {
    makeFacts(random);
    interactions.forEach(interaction -> add(Families.contributions(interaction)));
    episodes.forEach(episode -> add(Families.contributions(episode)));
    totals.values().removeIf(Totals::isZero);

    assertThat(totals.keySet()).extracting(TotalsKey::family).contains(explained());
    totals.forEach(
        (key, expected) -> {
          Question question = question(key, POLICIES);
          assertThat(rows(question).sum()).as("%s", key.text()).isEqualTo(expected);
        });
  }

  private static Family[] explained() {
    return Families.all().stream().filter(Family::isExplained).toArray(Family[]::new);
  }

  @Test
  void aFactFallsIntoTheSlicesOfItsOwnVersionOnly() {
    Interaction call = Story.fold(Story.at(0, Story.started()), Story.at(60, Story.ended()));
    TotalsKey byIssue = hour(Volume.FAMILY, new Slice("issue", List.of("unknown")));

    Policies withoutIssue = POLICIES;
    Policies withIssue =
        new Policies(KpiPolicy.DEFAULT, Map.of(TENANT, policy("v1", List.of(SliceBy.of("issue")))));

    assertThat(question(byIssue, withoutIssue).row(call)).isEmpty();
    assertThat(question(byIssue, withIssue).row(call)).isPresent();
  }

  @Test
  void aVersionNobodyKnowsIsNamed() {
    Interaction call = Story.fold(Story.at(0, Story.started()), Story.at(60, Story.ended()));
    Question question =
        question(
            hour(Volume.FAMILY, new Slice("all", List.of())),
            new Policies(KpiPolicy.DEFAULT, Map.of()));

    assertThatThrownBy(() -> question.row(call))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tenant 'acme' has facts of policy version 'v1'");
  }

  @Test
  void aNewerFactTakesThePlaceOfTheOneBefore() {
    Interaction first = Story.fold(Story.at(0, Story.started()), Story.at(60, Story.ended()));
    Question question = question(hour(Volume.FAMILY, new Slice("all", List.of())), POLICIES);
    Rows rows = new Rows(Volume.FAMILY);

    rows.put("i1", question.row(first).orElseThrow());
    rows.put("i1", question.row(first).orElseThrow());
    assertThat(rows.sum()).isEqualTo(question.row(first).orElseThrow().totals());

    rows.remove("i1");
    assertThat(rows.sum().isZero()).isTrue();
  }

  @Test
  void rowsComeByStartAndThenById() {
    Rows rows = new Rows(Volume.FAMILY);
    rows.put("b", row("b", 1));
    rows.put("a", row("a", 1));
    rows.put("c", row("c", 0));

    assertThat(rows.byTime(row -> !row.id().equals("b")))
        .extracting(Row::id)
        .containsExactly("c", "a");
  }

  private void makeFacts(Random random) {
    Map<String, List<Member>> customers = new TreeMap<>();
    for (int i = 0; i < FACTS; i++) {
      List<Interaction> parts =
          InteractionFold.fold(
                  TENANT,
                  "i" + i,
                  new BrokenHistory(random.nextLong()).events(60),
                  at -> Story.RULES)
              .interactions();
      interactions.addAll(parts);
      for (Interaction part : parts) {
        if (part.customerKey() != null && part.isContact()) {
          String customer = part.customerKey() + " of " + i / 2;
          customers.computeIfAbsent(customer, key -> new ArrayList<>()).add(Member.of(part));
        }
      }
    }
    for (List<Member> members : customers.values()) {
      for (Purpose purpose : Purpose.values()) {
        episodes.addAll(EpisodeGrouping.group(members, purpose, instant -> RULES));
      }
    }
  }

  /** As the topology adds up: slice by slice of the version, window by window. */
  private void add(Map<Cell, Totals> contributions) {
    contributions.forEach(
        (cell, part) -> {
          KpiPolicy policy = POLICIES.version(TENANT, cell.policyVersion()).orElseThrow();
          for (SliceBy by : policy.slices(cell.family())) {
            if (!cell.dimensions().hasSlice(by)) {
              continue;
            }
            for (WindowSize size : WindowSize.values()) {
              totals.merge(
                  new TotalsKey(
                      TENANT,
                      cell.family(),
                      by.slice(cell.dimensions()),
                      size,
                      CALENDAR.window(size, cell.minute()).start()),
                  part,
                  Totals::plus);
            }
          }
        });
  }

  private Rows rows(Question question) {
    Rows rows = new Rows(question.family());
    for (int i = 0; i < interactions.size(); i++) {
      Interaction fact = interactions.get(i);
      String name = "i" + i;
      if (!question.family().waitsForEpisodes() && question.mayHold(fact.start(), fact.end())) {
        question.row(fact).ifPresent(row -> rows.put(name, row));
      }
    }
    for (int i = 0; i < episodes.size(); i++) {
      Episode episode = episodes.get(i);
      String name = "e" + i;
      if (question.family().waitsForEpisodes()
          && question.mayHold(episode.start(), episode.end())) {
        question.row(name, episode).ifPresent(row -> rows.put(name, row));
      }
    }
    return rows;
  }

  private static Question question(TotalsKey key, Policies policies) {
    Window window = CALENDAR.window(key.window(), key.start());
    return new Question(key, window, policies);
  }

  private static TotalsKey hour(Family family, Slice slice) {
    return new TotalsKey(TENANT, family, slice, WindowSize.HOUR, CALENDAR.hour(Story.ZERO).start());
  }

  private static Row row(String id, long start) {
    Totals one = Totals.builder(Volume.FAMILY).add(Volume.INBOUND, 1).build();
    return new Row(id, start, start, "VOICE", "q", "i", "none", 1, one);
  }

  private static KpiPolicy policy(String version, List<SliceBy> slices) {
    KpiPolicy base = KpiPolicy.DEFAULT;
    return new KpiPolicy(
        version,
        base.validFrom(),
        CALENDAR.zone(),
        base.repeatWindow(),
        base.botMatch(),
        base.fcrMatch(),
        base.answerThreshold(),
        base.shortAbandon(),
        base.lateness(),
        base.gaps(),
        base.settleAfter(),
        base.minuteRetention(),
        base.hourRetention(),
        slices,
        null);
  }
}
