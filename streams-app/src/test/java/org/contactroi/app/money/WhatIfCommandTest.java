package org.contactroi.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.valuation.StatedDays;
import org.contactroi.serve.api.StatementJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class WhatIfCommandTest {

  private static final String RAISE =
      """
      rates:
        - {tenant: acme, id: raise, resource: agent, unit: hour, amount: 90, currency: EUR,
           valid-from: 2026-03-07T00:00:00Z, source-note: works council}
      """;
  private static final String TRAINING =
      """
      ledger:
        - {tenant: acme, id: training, side: cost, category: training, nature: capex, amount: 33.33,
           currency: EUR, cash-date: 2026-02-20, service-from: 2026-02-20, service-to: 2026-03-02,
           scope: all, incremental: true, evidence-ref: bill, author: finance}
      """;
  private static final String NEW_BASELINE =
      StatedCenter.BASELINE
          .replace("id: before", "id: shorter")
          .replace("valid-from: 2026-03-01", "valid-from: 2026-03-05")
          .replace("quantity: 10000m", "quantity: 8000m");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final StatedCenter center =
      new StatedCenter()
          .apply(
              StatedCenter.POLICY, StatedCenter.RATES, StatedCenter.BASELINE, StatedCenter.LEDGER);

  @Test
  void otherRatesArePrintedBesideTheOfficialOnesWithDifferences() throws IOException {
    assertThat(run("--tenant", "acme", "--rates", file(RAISE), "--track", "provisional")).isZero();

    // Five of ten days cost half more.
    assertThat(out.toString())
        .contains("What if, of 'acme', 2026-03-02 to 2026-03-11, in EUR; nothing is published")
        .containsPattern("provisional +official +what-if +difference")
        .containsPattern("counterfactual +1 000.00 +1 250.00 +250.00")
        .containsPattern("actual cost of people +600.00 +750.00 +150.00")
        .containsPattern("return \\(B - C\\) / C +233.33 % +316.67 % +83.33 %")
        .containsPattern("payback +2026-03-07 +2026-03-07");
  }

  @Test
  void whatIfIsWhatApplyingTheSameFilesStates() throws IOException {
    assertThat(
            run(
                "--tenant",
                "acme",
                "--json",
                "--rates",
                file(RAISE),
                "--ledger",
                file(TRAINING),
                "--baseline",
                file(NEW_BASELINE)))
        .isZero();

    JsonNode whatIf = new ObjectMapper().readTree(out.toString()).get("what_if");
    center.apply(RAISE, TRAINING, NEW_BASELINE);
    StatedDays book = center.evaluation(StatedCenter.LAST).orElseThrow();
    ObjectNode applied =
        StatementJson.of(
            TenantStatement.of(
                book, book.statement(Horizon.TO_DATE, StatedCenter.LAST).orElseThrow()),
            StatementJson.TRACKS);
    assertThat(whatIf.toString()).isEqualTo(applied.toString());
    assertThat(whatIf.get("from").asText()).isEqualTo("2026-02-20");
  }

  @Test
  void factorsStandForFilesThatRepeatEverything() {
    assertThat(run("--tenant", "acme", "--human-rates", "1.5", "--track", "provisional")).isZero();
    assertThat(out.toString())
        .containsPattern("counterfactual +1 000.00 +1 500.00 +500.00")
        .containsPattern("actual cost of people +600.00 +900.00 +300.00");

    assertThat(run("--tenant", "acme", "--realisation", "0.8", "--track", "provisional")).isZero();
    assertThat(out.toString())
        .containsPattern("benefit B +200.00 +320.00 +120.00")
        .containsPattern("return \\(B - C\\) / C +233.33 % +433.33 % +200.00 %");

    assertThat(run("--tenant", "acme", "--baseline-usage", "0.8", "--track", "provisional"))
        .isZero();
    assertThat(out.toString()).containsPattern("counterfactual +1 000.00 +800.00 +-200.00");
  }

  @ParameterizedTest
  @CsvSource({
    "--human-rates=-1, --human-rates is '-1'; allowed: 0 to 100",
    "--baseline-usage=101, --baseline-usage is '101'; allowed: 0 to 100",
    "--realisation=1.1, --realisation is '1.1'; allowed: 0 to 1",
  })
  void factorsOutOfRangeAreNamed(String option, String message) {
    assertThat(run("--tenant", "acme", option)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void someDaysAreSummed() throws IOException {
    String raise = file(RAISE);

    assertThat(
            run("--tenant", "acme", "--rates", raise, "--from", "2026-03-06", "--to", "2026-03-08"))
        .isZero();

    assertThat(out.toString())
        .contains("2026-03-06 to 2026-03-07")
        .containsPattern("counterfactual +200.00 +250.00 +50.00");
  }

  @Test
  void moneyInABaselineIsLeftOutOfOtherRatesAndSaidSo() throws IOException {
    center.apply(
        """
        baselines:
          - tenant: acme
            id: stated
            method: manual
            from: 2026-02-01
            to: 2026-02-28
            valid-from: 2026-03-02
            frozen-at: 2026-03-02T00:00:00Z
            rows:
              - {channel: voice, issue: "*", n: 0, money: 9.5, currency: EUR}
        """);

    assertThat(run("--tenant", "acme", "--rates", file(RAISE))).isZero();
    assertThat(out.toString())
        .contains("left out on both sides, because it is money that no rate changes:")
        .contains("  baseline 'stated', VOICE *")
        .containsPattern("without baseline +\\d+ +\\d+ +0");

    out.getBuffer().setLength(0);
    assertThat(run("--tenant", "acme", "--ledger", file(TRAINING))).isZero();
    assertThat(out.toString()).doesNotContain("left out").containsPattern("frozen\\) .* 950.00");
  }

  @Test
  void errorsInFilesAreNamedWithFileAndLine() throws IOException {
    String file = file(RAISE.replace("amount: 90", "amount: dear"));

    assertThat(run("--tenant", "acme", "--rates", file)).isEqualTo(2);

    assertThat(err.toString()).contains(file + ":2").contains("amount is 'dear'");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aPublishedBaselineCannotBeAnother() throws IOException {
    String file = file(StatedCenter.BASELINE.replace("quantity: 10000m", "quantity: 1m"));

    assertThat(run("--tenant", "acme", "--baseline", file)).isEqualTo(2);

    assertThat(err.toString()).contains("id is 'before'; allowed: an id of its own");
  }

  @Test
  void periodWithoutTotalsIsRefused() throws IOException {
    String raise = file(RAISE);

    assertThat(
            run("--tenant", "acme", "--rates", raise, "--from", "2026-01-01", "--to", "2026-02-01"))
        .isEqualTo(1);

    assertThat(err.toString())
        .contains("there are no totals of 'acme' from 2026-01-01 to 2026-01-31")
        .contains("they are from 2026-02-25 to 2026-03-11");
  }

  @Test
  void tenantWithoutMoneyUnknownTenantAndWrongOptionsAreRefused() throws IOException {
    String raise = file(RAISE);

    assertThat(run(new StatedCenter(), "--tenant", "acme", "--rates", raise)).isEqualTo(1);
    assertThat(run("--tenant", "acmee", "--rates", raise)).isEqualTo(2);
    assertThat(run("--tenant", "acme")).isEqualTo(2);
    assertThat(run("--tenant", "acme", "--rates", raise, "--to", "2026-04-01")).isEqualTo(2);
    assertThat(run("--tenant", "acme", "--rates", raise, "--from", "2026-03-12")).isEqualTo(2);
    assertThat(
            run("--tenant", "acme", "--rates", raise, "--from", "2026-03-09", "--to", "2026-03-09"))
        .isEqualTo(2);

    assertThat(err.toString())
        .contains("nothing is stated of 'acme': its policy has no money")
        .contains("--tenant is 'acmee', of which nothing is published; there are: acme")
        .contains("nothing is given; allowed: files by --rates, --baseline, --ledger, --policy, or")
        .contains("--to is '2026-04-01'; allowed: a day after the last, 2026-03-12 or earlier")
        .contains("--from is '2026-03-09', not before --to 2026-03-09")
        .contains("--from is '2026-03-12'; event time has come to 2026-03-11");
  }

  @Test
  void theDayAfterTheLastIsTheLatestEnd() throws IOException {
    String raise = file(RAISE);

    assertThat(run("--tenant", "acme", "--rates", raise, "--to", "2026-03-13")).isEqualTo(2);
    assertThat(run("--tenant", "acme", "--rates", raise, "--to", "2026-03-12")).isZero();

    assertThat(err.toString())
        .contains("--to is '2026-03-13'; allowed: a day after the last, 2026-03-12 or earlier");
    assertThat(out.toString()).contains("2026-03-02 to 2026-03-11");
  }

  @Test
  void anEndBeforeTheHorizonIsSaidAsRoiSaysIt() throws IOException {
    String notBegun =
        "horizon to-date has not begun on 2026-02-27; go-live of 'acme' is on 2026-03-02";

    assertThat(run("--tenant", "acme", "--rates", file(RAISE), "--to", "2026-02-28")).isEqualTo(1);
    assertThat(err.toString()).contains(notBegun);

    // With this bill the horizon of the what-if would have begun, and that of today has not.
    err.getBuffer().setLength(0);
    assertThat(run("--tenant", "acme", "--ledger", file(TRAINING), "--to", "2026-02-28"))
        .isEqualTo(1);
    assertThat(err.toString()).contains(notBegun);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void otherMoneyOfThePolicyRevaluesTheDaysFromItsBeginning() throws IOException {
    String policy =
        file(
            StatedCenter.POLICY
                .replace("valid-from: 2026-01-01", "valid-from: 2026-03-07")
                .replace("version: first", "version: other")
                .replace("realisation-bp: 5000", "realisation-bp: 8000"));

    assertThat(run("--tenant", "acme", "--policy", policy, "--track", "provisional")).isZero();

    // 40.00 a day are saved: five days at 50 % and five at 80 %; (260 - 60) / 60.
    assertThat(out.toString())
        .containsPattern("saving +400.00 +400.00 +0.00")
        .containsPattern("benefit B +200.00 +260.00 +60.00")
        .containsPattern("return \\(B - C\\) / C +233.33 % +333.33 % +100.00 %");
  }

  @Test
  void aPublishedPolicyWithOtherMoneyStandsInForItself() throws IOException {
    String policy =
        file(StatedCenter.POLICY.replace("realisation-bp: 5000", "realisation-bp: 8000"));

    assertThat(run("--tenant", "acme", "--policy", policy, "--track", "provisional")).isZero();

    // All ten days at 80 %: (320 - 60) / 60.
    assertThat(out.toString())
        .containsPattern("benefit B +200.00 +320.00 +120.00")
        .containsPattern("return \\(B - C\\) / C +233.33 % +433.33 % +200.00 %");
  }

  @Test
  void otherRulesOfCountingForThePastNeedAReplay() throws IOException {
    String policy =
        file(
            StatedCenter.POLICY.replace(
                "version: first",
                "version: other\n    answer-threshold: 30s\n    gaps: {chat: 5m}"));

    assertThat(run("--tenant", "acme", "--policy", policy)).isEqualTo(2);

    assertThat(err.toString())
        .contains(policy + ":5: answer-threshold is '30s'; allowed: '20s'")
        .contains("gaps.chat is '5m'")
        .contains("another one needs a replay");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void currencyAndGoLiveStayFixed() throws IOException {
    String policy =
        file(StatedCenter.POLICY.replace("EUR, go-live: 2026-03-02", "USD, go-live: 2026-03-05"));

    assertThat(run("--tenant", "acme", "--policy", policy)).isEqualTo(2);

    assertThat(err.toString())
        .contains("currency of money is 'USD'; allowed: EUR")
        .contains("go-live of money is '2026-03-05'; allowed: 2026-03-02");
  }

  private String file(String content) throws IOException {
    Path file = Files.createTempFile(folder, "what-if", ".yaml");
    Files.writeString(file, content);
    return file.toString();
  }

  private int run(String... arguments) {
    return run(center, arguments);
  }

  private int run(StatedCenter source, String... arguments) {
    WhatIfCommand command = new WhatIfCommand();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    line.setExecutionExceptionHandler(new OneLineErrors());
    line.setExecutionStrategy(parsed -> command.print(StatedCenter.CONFIG, source));
    return line.execute(arguments);
  }
}
