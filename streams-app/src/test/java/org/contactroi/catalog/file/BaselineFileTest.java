package org.contactroi.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.interaction.Resource;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.BaselineRow.FrozenMoney;
import org.contactroi.roi.baseline.BaselineRow.Sample;
import org.contactroi.roi.baseline.Score;
import org.contactroi.yaml.Problem;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.Test;

/** Baselines are read in the units of their resources, and everything wrong is named. */
class BaselineFileTest {

  private final Problems problems = new Problems();

  private CatalogEntry read(String content) {
    return CatalogFile.read("f.yaml", content, problems).entries().get(0).entry();
  }

  private List<String> messages() {
    return problems.all().stream().map(Problem::toString).toList();
  }

  @Test
  void aBaselineIsReadWithUsageInTheUnitsOfItsResources() {
    BaselineEntry entry =
        (BaselineEntry)
            read(
                """
                baselines:
                  - tenant: shop
                    id: before
                    method: pre_period
                    from: 2025-01-01
                    to: 2025-12-31
                    valid-from: 2026-01-01
                    frozen-at: 2026-01-01T00:00:00Z
                    scores: {csat: 71.25, nps: -12.5}
                    rows:
                      - channel: voice
                        issue: billing
                        n: 200
                        contacts: 250
                        handled-contacts: 240
                        effort: 20h
                        usage:
                          - {resource: agent, key: 'grade:a', channel: voice, quantity: 100h}
                          - {resource: contact, key: 'queue:q', channel: voice, quantity: 1250}
                """);

    assertThat(messages()).isEmpty();
    assertThat(entry.baseline())
        .isEqualTo(
            new Baseline(
                "before",
                BaselineMethod.PRE_PERIOD,
                LocalDate.parse("2025-01-01"),
                LocalDate.parse("2025-12-31"),
                LocalDate.parse("2026-01-01"),
                Instant.parse("2026-01-01T00:00:00Z").toEpochMilli(),
                List.of(
                    new BaselineRow(
                        "VOICE",
                        "billing",
                        Map.of(
                            new UsageKey(Resource.AGENT, "grade:a", "VOICE"), 360_000_000L,
                            new UsageKey(Resource.CONTACT, "queue:q", "VOICE"), 1_250L),
                        null,
                        new Sample(200, 250, 240, 72_000_000))),
                Map.of(Score.CSAT, 7_125, Score.NPS, -1_250)));
  }

  @Test
  void moneyPerEpisodeIsForWhatIsStatedByHand() {
    BaselineEntry entry =
        (BaselineEntry)
            read(
                """
                baselines:
                  - {tenant: shop, id: b, method: manual, from: 2025-01-01, to: 2025-12-31, valid-from: 2026-01-01,
                     frozen-at: 2026-01-01T00:00:00Z, rows: [{channel: chat, issue: '*', n: 0, money: 2.35, currency: SGD}]}
                """);

    assertThat(messages()).isEmpty();
    assertThat(entry.baseline().rows().get(0).money()).isEqualTo(new FrozenMoney(2_350_000, "SGD"));
  }

  @Test
  void everythingWrongWithABaselineIsNamedAtOnce() {
    read(
        """
        baselines:
          - tenant: shop
            id: b
            method: measured
            from: 2025-12-31
            to: 2025-01-01
            valid-from: soon
            frozen-at: 2026-01-01T00:00:00Z
            scores: {csat: 100.01, nsp: 3, ces: 1.234}
            rows:
              - {channel: voice, issue: a,
                 usage: [{resource: contact, key: 'queue:q', channel: voice, quantity: 1.5}]}
          - tenant: shop
            id: c
            method: pre-period
            from: 2025-01-01
            to: 2025-12-31
            valid-from: 2026-01-01
            frozen-at: 2026-01-01T00:00:00Z
            rows:
              - {channel: voice, issue: a, n: 0, contacts: 5, handled-contacts: 6, effort: -1s,
                 usage: [{resource: agent, key: 'grade:a', channel: voice, quantity: 5}]}
              - {channel: chat, issue: a, n: 5}
              - {channel: chat, issue: b, n: 5, money: 3, currency: EUR}
              - {channel: sms, issue: b, n: 5, usage: &usage [{resource: agent, key: 'grade:a', channel: sms, quantity: 1h}]}
              - {channel: sms, issue: b, n: 5, usage: *usage}
              - {channel: '*', issue: b, n: 5, usage: *usage}
          - {tenant: shop, id: d, method: pre-period, from: 2025-01-01, to: 2025-12-31, valid-from: 2026-01-01, frozen-at: 2026-01-01T00:00:00Z}
        """);

    assertThat(messages())
        .containsExactly(
            "f.yaml:4: method is 'measured', did you mean 'matched'? allowed: pre-period,"
                + " control-group, matched, manual",
            "f.yaml:6: to is '2025-01-01'; allowed: a day from 1990 to 2099 such as 2026-12-25, not"
                + " before from",
            "f.yaml:7: valid-from is 'soon'; allowed: a day from 1990 to 2099 such as 2026-12-25",
            "f.yaml:9: unknown key 'nsp', did you mean 'nps'? allowed: csat, nps, ces, fcr, repeat,"
                + " conversion, retention, agent-satisfaction",
            "f.yaml:9: csat is '100.01'; allowed: a number from 0 to 100, with at most 2 decimals",
            "f.yaml:9: ces is '1.234'; allowed: a number from 0 to 100, with at most 2 decimals",
            "f.yaml:11: n is missing; allowed: a whole number from 0 to 1000000000000",
            "f.yaml:12: quantity is '1.5'; allowed: a whole number from 1 to 1000000000000",
            "f.yaml:21: n is '0'; allowed: a whole number from 1 to 1000000000000",
            "f.yaml:21: handled-contacts is '6'; allowed: a whole number from 0 to 5",
            "f.yaml:21: effort is '-1s'; allowed: a duration such as 20s, 5m, 24h, 7d or PT20S, not"
                + " negative, at most 36500d",
            "f.yaml:22: quantity is '5'; allowed: a duration such as 20s, 5m, 24h, 7d or PT20S,"
                + " longer than 0, at most 1000000000000 ms",
            "f.yaml:23: usage is missing; allowed: a list of what was used",
            "f.yaml:24: money is there; allowed: usage; money per episode is for method manual",
            "f.yaml:26: sms b has a row already; allowed: one per channel and issue",
            "f.yaml:27: channel is '*', did you mean 'sms'? allowed: voice, video, chat, email,"
                + " sms, whatsapp, wechat, social, task, callback, other, unknown",
            "f.yaml:28: rows is missing; allowed: a list of rows, each of a channel and issue");
  }
}
