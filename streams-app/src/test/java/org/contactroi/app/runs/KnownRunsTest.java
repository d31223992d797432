package org.contactroi.app.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.app.config.AppConfig;
import org.contactroi.outputs.RunRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownRunsTest {

  private static final AppConfig BASE = AppConfig.defaults();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void withoutAPromotionTheRunItselfIsOfficial() {
    assertThat(known().official()).isEqualTo("live");
    assertThat(known(run("three_days", "live", null)).official()).isEqualTo("live");
    assertThat(known().config("live")).isSameAs(BASE);
  }

  @Test
  void whatWasPromotedLastIsOfficialAndGoesBackToTheOneBefore() {
    RunRecord first = run("first", "live", NOON);
    RunRecord second = run("second", "first", NOON.plusMillis(1));

    assertThat(known(first, second).official()).isEqualTo("second");
    assertThat(known(first, back(second)).official()).isEqualTo("first");
    assertThat(known(back(first), back(second)).official()).isEqualTo("live");
  }

  @Test
  void aRunKnowsWhoseVerdictsItHonoursAndWhoNeedsItsOwn() {
    RunRecord first = run("first", "live", null);
    RunRecord second = run("second", "first", null);
    KnownRuns runs = known(first, second);

    assertThat(runs.before(first)).isEmpty();
    assertThat(runs.before(second)).contains(first);
    assertThat(runs.after("first")).containsExactly("second");
    assertThat(runs.after("second")).isEmpty();
    assertThat(runs.config("second").topics().names().prefix())
        .isEqualTo("contact-roi.replay.second.");
  }

  @Test
  void replaysOfAnotherPipelineWithTheSameInputsAreNoneOfIt() {
    RunRecord other =
        RunRecord.newBuilder(run("theirs", "live", NOON))
            .setTopicPrefix("theirs.replay.theirs.")
            .build();

    assertThat(known(other).official()).isEqualTo("live");
    assertThat(known(other).replays()).isEmpty();
  }

  @Test
  void whatIsNotThereOrNotFinishedIsNamed() {
    RunRecord unfinished =
        RunRecord.newBuilder(run("half", "live", null)).setFinishedAt(null).build();
    KnownRuns runs = known(unfinished, run("whole", "live", null));

    assertThatIllegalStateException()
        .isThrownBy(() -> runs.config("none"))
        .withMessage("there is no replay 'none'; there are: half, whole");
    assertThatIllegalStateException()
        .isThrownBy(() -> runs.finished("half"))
        .withMessage("replay 'half' is not finished; 'replay start half' goes on with it");
    assertThat(runs.finished("whole").getName()).isEqualTo("whole");
  }

  private static KnownRuns known(RunRecord... runs) {
    SortedMap<String, RunRecord> byName = new TreeMap<>();
    Arrays.stream(runs).forEach(run -> byName.put(run.getName(), run));
    return new KnownRuns(BASE, byName);
  }

  private static RunRecord back(RunRecord promoted) {
    return RunRecord.newBuilder(promoted).setPromotedAt(null).build();
  }

  private static RunRecord run(String name, String of, @Nullable Instant promotedAt) {
    AppConfig before = of.equals("live") ? BASE : BASE.replay(of, 1);
    AppConfig config = BASE.replay(name, 1);
    return RunRecord.newBuilder()
        .setName(name)
        .setApplicationId(config.streams().applicationId())
        .setTopicPrefix(config.topics().names().prefix())
        .setOfApplicationId(before.streams().applicationId())
        .setOfTopicPrefix(before.topics().names().prefix())
        .setCreatedAt(NOON)
        .setFinishedAt(NOON)
        .setTenants(List.of())
        .setReferenceFiles(List.of())
        .setCut(List.of())
        .setRefused(0)
        .setPromotedAt(promotedAt)
        .build();
  }
}
