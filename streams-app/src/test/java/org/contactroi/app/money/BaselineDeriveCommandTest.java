package org.contactroi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.file.CatalogChange;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Saving;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.Score;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BaselineDeriveCommandTest {

  private static final Instant NOW = Instant.parse("2026-03-12T08:00:00.123Z");
  private static final String[] BEFORE = {
    "--tenant", "acme", "--from", "2026-02-25", "--to", "2026-03-02", "--id", "derived"
  };

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<CatalogChange> published = new ArrayList<>();
  private final StatedCenter center =
      new StatedCenter().apply(StatedCenter.POLICY, StatedCenter.BASELINE);

  @Test
  void aPeriodBeforeTheAiIsPublishedAsWhatItsEpisodesUsed() {
    assertThat(run(with("--publish"))).isZero();

    // Five days of ten episodes with 100 minutes of an agent, who are not the AI's.
    Baseline baseline = ((BaselineEntry) published.get(0).entry()).baseline();
    BaselineRow row = baseline.rows().get(0);
    assertThat(baseline.method()).isEqualTo(BaselineMethod.PRE_PERIOD);
    assertThat(baseline.validFrom()).isEqualTo(LocalDate.parse("2026-03-02"));
    assertThat(baseline.frozenAt()).isEqualTo(Instant.parse("2026-03-12T08:00:00Z").toEpochMilli());
    assertThat(row.sample()).isEqualTo(new BaselineRow.Sample(50, 50, 50, 500 * 60_000L));
    assertThat(row.usage())
        .isEqualTo(Map.of(new UsageKey(Resource.AGENT, "queue:q", "VOICE"), 600_000_000L));
    assertThat(baseline.scores())
        .containsEntry(Score.CSAT, 7_500)
        .containsEntry(Score.FCR, 6_667)
        .containsEntry(Score.REPEAT, 1_429)
        .containsEntry(Score.CONVERSION, 1_250)
        .doesNotContainKey(Score.NPS);
    assertThat(out.toString())
        .contains("Baseline 'derived' of 'acme', pre-period, 2026-02-25 to 2026-03-01")
        .containsPattern("voice i +50 +50 +50 +8.33 h")
        .containsPattern("voice i: agent queue:q voice +166.67 h")
        .containsPattern("csat +75.00 +20")
        .contains("published; 'derived' never changes from now on");
  }

  @Test
  void whatIsWrittenIsReadByReferenceApply() throws IOException {
    Path file = folder.resolve("baseline.yaml");
    assertThat(run(with("--out", file.toString()))).isZero();
    assertThat(published).isEmpty();

    Problems problems = new Problems();
    String written = Files.readString(file);
    BaselineEntry read =
        (BaselineEntry) CatalogFile.read("f", written, problems).entries().get(0).entry();
    assertThat(run(with("--publish"))).isZero();

    assertThat(problems.all()).isEmpty();
    assertThat(read).isEqualTo(published.get(0).entry());
    assertThat(run(with("--out", file.toString()))).isEqualTo(2);
    assertThat(err.toString()).contains("which is there already; allowed: a new file");
  }

  @Test
  void anArmOfAnExperimentIsAControlGroup() {
    arm("holdout", "2026-03-05");
    arm("unknown", "2026-03-02");
    arm("unknown", "2026-03-09");

    assertThat(
            run(
                "--tenant",
                "acme",
                "--from",
                "2026-03-02",
                "--to",
                "2026-03-10",
                "--id",
                "held-out",
                "--arm",
                "holdout",
                "--publish"))
        .isZero();

    Baseline baseline = ((BaselineEntry) published.get(0).entry()).baseline();
    assertThat(baseline.method()).isEqualTo(BaselineMethod.CONTROL_GROUP);
    assertThat(baseline.validFrom()).isEqualTo(LocalDate.parse("2026-03-02"));
    assertThat(baseline.rows().get(0).sample().episodes()).isEqualTo(10);

    assertThat(run(with("--arm", "treatment"))).isEqualTo(2);
    assertThat(err.toString()).contains("--arm is 'treatment'; there are: holdout, unknown");
  }

  @Test
  void withoutTheSliceThereAreNoArms() {
    assertThat(run(with("--arm", "holdout"))).isEqualTo(1);

    assertThat(err.toString()).contains("nothing is sliced by attribute:experiment_arm");
  }

  @Test
  void aPublishedBaselineIsNeverWrittenAgain() {
    String[] again = BEFORE.clone();
    again[7] = "before";

    assertThat(run(again)).isEqualTo(2);

    assertThat(err.toString()).contains("--id is 'before', which is published and never changes");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void periodWithoutTotalsTenantWithoutMoneyAndUnknownTenantAreRefused() {
    String[] empty = BEFORE.clone();
    empty[3] = "2025-01-01";
    empty[5] = "2025-01-31";
    String[] unknown = BEFORE.clone();
    unknown[1] = "acmee";
    String[] reversed = BEFORE.clone();
    reversed[5] = "2026-02-25";

    assertThat(run(empty)).isEqualTo(2);
    assertThat(run(unknown)).isEqualTo(2);
    assertThat(run(reversed)).isEqualTo(2);
    assertThat(run(new StatedCenter(), BEFORE)).isEqualTo(1);

    assertThat(err.toString())
        .contains("--from is '2025-01-01'; there are: totals from 2026-02-25 to 2026-03-11")
        .contains("--tenant is 'acmee', of which nothing is published; there are: acme")
        .contains("--from is '2026-02-25', not before --to 2026-02-25")
        .contains("the policy of 'acme' has no money");
  }

  @Test
  void aPeriodEndsBeforeGoLiveUnlessItIsOfAnArm() {
    assertThat(run(until("2026-03-03"))).isEqualTo(2);

    assertThat(err.toString())
        .contains(
            "--to is '2026-03-03'; allowed: 2026-03-02 or earlier, because go-live of 'acme'");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aPeriodIsOverWhenEventTimeHasComeToItsLastDay() {
    arm("holdout", "2026-02-25");
    arm("holdout", "2026-03-11");

    assertThat(run(until("2026-03-13", "--arm", "holdout"))).isEqualTo(2);
    assertThat(err.toString())
        .contains("--to is '2026-03-13'; allowed: 2026-03-12 or earlier")
        .contains("event time has come to 2026-03-11");
    assertThat(run(until("2026-03-12", "--arm", "holdout"))).isZero();
  }

  @Test
  void aPeriodIsCoveredByTotalsAtBothEnds() {
    arm("holdout", "2026-02-26");
    arm("holdout", "2026-03-05");
    String covered = "there are: totals from 2026-02-26 to 2026-03-05";

    assertThat(run(until("2026-03-02", "--arm", "holdout"))).isEqualTo(2);
    assertThat(err.toString()).contains("--from is '2026-02-25'; " + covered);

    String[] late = until("2026-03-07", "--arm", "holdout");
    late[3] = "2026-02-26";
    assertThat(run(late)).isEqualTo(2);
    assertThat(err.toString()).contains("--to is '2026-03-07'; " + covered);
  }

  @Test
  void daysThatAreNotSettledAreWarnedOfAndNeverPublished() {
    arm("holdout", "2026-02-25");
    arm("holdout", "2026-03-10");

    assertThat(run(until("2026-03-11", "--arm", "holdout", "--publish"))).isEqualTo(2);
    assertThat(err.toString()).contains("1 of the days are not settled, the first is 2026-03-10");
    assertThat(published).isEmpty();
    assertThat(out.toString()).isEmpty();

    assertThat(run(until("2026-03-11", "--arm", "holdout"))).isZero();
    assertThat(err.toString()).contains("warning: 1 of the days are not settled");
    assertThat(out.toString()).contains("nothing was written");
  }

  @Test
  void anEpisodeThatCanStillChangeKeepsItsDayOpen() {
    long until = LocalDate.parse("2026-03-20").toEpochDay();
    center.add(
        new Slice("all", List.of()),
        WindowSize.DAY,
        LocalDate.parse("2026-02-28"),
        Totals.builder(Saving.FAMILY).add(Saving.OPEN_UNTIL, Distribution.of(until, 1)).build());

    assertThat(run(with("--publish"))).isEqualTo(2);

    assertThat(err.toString()).contains("the first is 2026-02-28");
  }

  @Test
  void aBlankIdAndADayThatCannotBeAreWrongUse() {
    String[] blank = BEFORE.clone();
    blank[7] = " ";

    assertThat(run(blank)).isEqualTo(2);
    assertThat(run(with("--valid-from", "soon"))).isEqualTo(2);
    assertThat(run(with("--valid-from", "+12026-01-01"))).isEqualTo(2);

    assertThat(err.toString())
        .contains("--id is blank")
        .contains("--valid-from is 'soon'; allowed: a day such as 2026-01-31")
        .contains("valid-from is '+12026-01-01'");
    assertThat(out.toString()).isEmpty();
  }

  private void arm(String arm, String day) {
    Slice slice = new Slice("attribute:experiment_arm", List.of(arm));
    center.add(slice, WindowSize.DAY, LocalDate.parse(day), StatedCenter.episodes(slice, 120, 0));
  }

  private static String[] until(String end, String... more) {
    String[] all = with(more);
    all[5] = end;
    return all;
  }

  private static String[] with(String... more) {
    List<String> all = new ArrayList<>(List.of(BEFORE));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private int run(String... arguments) {
    return run(center, arguments);
  }

  private int run(StatedCenter source, String... arguments) {
    BaselineDeriveCommand command = new BaselineDeriveCommand();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(new OneLineErrors());
    line.setExecutionStrategy(
        parsed -> command.derive(StatedCenter.CONFIG, source, published::addAll, NOW));
    return line.execute(arguments);
  }
}
