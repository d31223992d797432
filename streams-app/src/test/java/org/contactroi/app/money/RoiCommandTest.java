package org.contactroi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.app.topics.Backlog;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RoiCommandTest {

  private static final Backlog LEFT =
      new Backlog(
          new TreeMap<>(Map.of("interaction-events", 7L)), 0, null, new Backlog.Span(null, null));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final StatedCenter center =
      new StatedCenter()
          .apply(
              StatedCenter.POLICY, StatedCenter.RATES, StatedCenter.BASELINE, StatedCenter.LEDGER);

  @Test
  void statementIsPrintedWithEveryComponentAndTheReturnWrittenOut() {
    assertThat(run("--tenant", "acme")).isZero();

    // Ten days: each 100 instead of 60, half of it cashable, less 1 of the bot and 5 of the ledger.
    assertThat(out.toString())
        .contains("Return on investment of 'acme', to-date, 2026-03-02 to 2026-03-11, in EUR")
        .contains("baseline 'before'")
        .contains("as published: revision 7")
        .containsPattern("(?m)^ +settled +provisional$")
        .containsPattern("counterfactual +[\\d.]+ +1 000.00")
        .containsPattern("actual cost of people +[\\d.]+ +600.00")
        .containsPattern("capacity +[\\d.]+ +200.00")
        .containsPattern("capacity, paid time +[\\d.]+ h +3.33 h")
        .containsPattern("capex +[\\d.]+ +50.00")
        .containsPattern("AI as metered, bot-session +[\\d.]+ +10.00")
        .contains("(B - C) / C = (200.00 - 60.00) / 60.00 = 233.33 %")
        .containsPattern("payback +2026-03-07")
        .contains("phase early, 2026-03-02 to 2026-03-11")
        .containsPattern("csat +75.00 +68.40 +40")
        .containsPattern("nps +undefined +unknown +0");
  }

  @Test
  void jsonHasEveryComponentInExactMicros() throws Exception {
    assertThat(run("--tenant", "acme", "--json", "--track", "provisional")).isZero();

    JsonNode document = new ObjectMapper().readTree(out.toString());
    JsonNode statement = document.get("statement");
    assertThat(document.get("baseline").asText()).isEqualTo("before");
    assertThat(statement.has("settled")).isFalse();
    JsonNode track = statement.get("provisional");
    assertThat(track.get("counterfactual").get("micros").asLong()).isEqualTo(1_000_000_000);
    assertThat(track.get("roi").get("numerator").asLong()).isEqualTo(140_000_000);
    assertThat(track.get("roi").get("denominator").asLong()).isEqualTo(60_000_000);
    assertThat(track.get("ai_run_by_resource").get(0).get("resource").asText())
        .isEqualTo("BOT_SESSION");
    assertThat(statement.get("from").asText()).isEqualTo("2026-03-02");
    assertThat(document.get("phases").get(0).get("horizon").asText()).isEqualTo("EARLY");
  }

  @Test
  void anEarlierDayIsEvaluatedFromTheSameDays() {
    assertThat(run("--tenant", "acme", "--as-of", "2026-03-05", "--track", "provisional")).isZero();

    assertThat(out.toString())
        .contains("to-date, 2026-03-02 to 2026-03-05")
        .contains("evaluated from published totals and reference data")
        .contains("(B - C) / C = (80.00 - 24.00) / 24.00 = 233.33 %")
        .contains("phase early, 2026-03-02 to 2026-03-05");
  }

  @Test
  void aPublishedDayIsPrintedAsPublished() {
    assertThat(run("--tenant", "acme", "--as-of", "2026-03-11", "--horizon", "day")).isZero();

    assertThat(out.toString()).contains("day, 2026-03-11 to 2026-03-11").contains("as published");
  }

  @Test
  void whatHasNoPriceIsNamedAndUndefinedIsNeverZero() {
    StatedCenter unpriced =
        new StatedCenter()
            .apply(
                StatedCenter.POLICY,
                StatedCenter.RATES.substring(
                    0, StatedCenter.RATES.indexOf("  - {tenant: acme, id: bot")),
                StatedCenter.BASELINE);

    assertThat(run(unpriced, "--tenant", "acme")).isZero();

    assertThat(out.toString())
        .containsPattern("AI run cost +undefined \\(priced 0.00\\) +undefined \\(priced 0.00\\)")
        .containsPattern("net value B - C +undefined .* +undefined \\(priced 200.00\\)")
        .containsPattern("return \\(B - C\\) / C +undefined +undefined")
        .contains("return, provisional  undefined: no price of bot session b")
        .contains("without price (provisional): bot session b, 100")
        .contains("undefined: a price is missing; 200.00 have one")
        .containsPattern("payback run rate +undefined: a price is missing\n")
        .containsPattern("net present value +undefined: a price is missing\n");
  }

  @Test
  void beforeAnythingIsPaidThereIsNothingToBringBack() {
    assertThat(run(costingNothing(), "--tenant", "acme")).isZero();

    assertThat(out.toString())
        .containsPattern("payback run rate +undefined: nothing was paid yet\n")
        .containsPattern("net present value +undefined: nothing was paid yet\n");
  }

  @Test
  void aDeficitThatCashDoesNotBringBackIsSaidToBeOne() {
    StatedCenter losing =
        new StatedCenter()
            .apply(
                StatedCenter.POLICY,
                StatedCenter.RATES,
                StatedCenter.BASELINE,
                StatedCenter.LEDGER.replace("amount: 100", "amount: 100000"));

    assertThat(run(losing, "--tenant", "acme")).isZero();

    assertThat(out.toString())
        .contains("undefined: cash of the trailing 30 days does not bring back what is missing");
  }

  @Test
  void withoutCostThereIsNoReturn() {
    assertThat(run(costingNothing(), "--tenant", "acme")).isZero();

    assertThat(out.toString())
        .contains("(200.00 - 0.00) / 0.00 = undefined: the cost is not above 0")
        .contains("net present value  undefined");
  }

  @Test
  void aStatementTakenBehindSaysSoInItsFirstLineAndInJson() {
    assertThat(run(center.behind(LEFT), "--tenant", "acme")).isZero();
    assertThat(out.toString())
        .startsWith("BEHIND: 7 events are not in these figures yet (interaction-events 7); ");
    out.getBuffer().setLength(0);
    assertThat(run(center, "--tenant", "acme", "--json")).isZero();

    assertThat(out.toString().replaceAll("\\s", ""))
        .startsWith("{\"backlog\":{\"state\":\"behind\",")
        .contains("\"interaction-events\":7");
  }

  @Test
  void aStatementThatHasEverythingBeginsWithItself() {
    assertThat(run("--tenant", "acme")).isZero();

    assertThat(out.toString()).startsWith("Return on investment of 'acme'");
  }

  @Test
  void unknownTenantNamesTheKnownOnes() {
    assertThat(run("--tenant", "acmee")).isEqualTo(2);

    assertThat(err.toString())
        .contains("--tenant is 'acmee', of which nothing is published; there are: acme");
  }

  @Test
  void aTenantWithoutMoneyIsRefused() {
    assertThat(run(new StatedCenter(), "--tenant", "acme")).isEqualTo(1);

    assertThat(err.toString()).contains("nothing is stated of 'acme': its policy has no money");
  }

  @Test
  void wrongOptionsNameWhatIsAllowed() {
    assertThat(run("--tenant", "acme", "--horizon", "weekly")).isEqualTo(2);
    assertThat(run("--tenant", "acme", "--track", "official")).isEqualTo(2);
    assertThat(run("--tenant", "acme", "--as-of", "2026-03-12")).isEqualTo(2);
    assertThat(run("--tenant", "acme", "--as-of", "yesterday")).isEqualTo(2);
    assertThat(run("--tenant", "acme", "--horizon", "late")).isEqualTo(1);

    assertThat(err.toString())
        .contains(
            "--horizon is 'weekly'; allowed: day, trailing-30-days, to-date, early, mid, late")
        .contains("--track is 'official'; allowed: settled, provisional")
        .contains("--as-of is '2026-03-12'; event time has come to 2026-03-11")
        .contains("--as-of is 'yesterday'; allowed: a day such as 2026-01-31")
        .contains("horizon late has not begun on 2026-03-11; go-live of 'acme' is on 2026-03-02");
  }

  private static StatedCenter costingNothing() {
    return new StatedCenter()
        .apply(
            StatedCenter.POLICY,
            StatedCenter.RATES.replace("amount: 0.1", "amount: 0"),
            StatedCenter.BASELINE);
  }

  private int run(String... arguments) {
    return run(center, arguments);
  }

  private int run(StatedCenter source, String... arguments) {
    RoiCommand command = new RoiCommand();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(new OneLineErrors());
    line.setExecutionStrategy(parsed -> command.print(StatedCenter.CONFIG, source));
    return line.execute(arguments);
  }
}
