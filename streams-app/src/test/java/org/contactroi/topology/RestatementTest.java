package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.StatedTenant.bodies;
import static org.contactroi.topology.StatedTenant.fill;
import static org.contactroi.topology.StatedTenant.reach;
import static org.contactroi.topology.StatedTenant.statements;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.LedgerLine;
import org.contactroi.history.RandomNumbers;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.family.Saving;
import org.contactroi.outputs.KpiRecord;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.rate.RateUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Statements depend on the set of reference records, not on when they came. */
@ExtendWith(RandomNumbers.class)
class RestatementTest {

  private static final LocalDate GO_LIVE = LocalDate.parse("2025-10-02");
  private static final LocalDate LAST = GO_LIVE.plusDays(45);
  private static final String FROM = "2020-01-01T00:00:00Z";
  private static final int RECORDS = 12;
  private static final int IDS = 4;

  @TempDir Path stateDir;

  @RepeatedTest(6)
  void whatIsStatedIsWhatAReplayStates(Random random) {
    List<CatalogEntry> told = told(random);
    Map<String, CatalogEntry> known = new TreeMap<>();
    told.forEach(entry -> known.put(entry.key(), entry));
    try (Driven live = driven("live");
        Driven replay = driven("replay")) {
      fill(live, GO_LIVE.minusDays(40), LAST);
      reach(live, LAST + "T12:00:00Z");
      told.forEach(entry -> live.publish(entry).flush().flush());
      live.flush();
      known.values().forEach(replay::publish);
      fill(replay, GO_LIVE.minusDays(40), LAST);
      reach(replay, LAST + "T12:00:00Z");
      replay.flush();

      assertThat(statements(live, "acme/")).hasSizeGreaterThan(90);
      assertThat(bodies(statements(live, "acme/"))).isEqualTo(bodies(statements(replay, "acme/")));
      assertThat(savings(live)).isNotEmpty().isEqualTo(savings(replay));
    }
  }

  private Driven driven(String folder) {
    return new Driven(stateDir.resolve(folder), Map.of("policy.default.lateness", "80d"));
  }

  /** Amounts of savings by window. */
  private static Map<String, String> savings(Driven driven) {
    Map<String, String> savings = new TreeMap<>();
    driven
        .alive(TOPICS.kpi(Saving.FAMILY))
        .forEach((key, kpi) -> savings.put(key, String.valueOf(((KpiRecord) kpi).getMoney())));
    return savings;
  }

  /** The policy first, and again later; entries of few ids, so that some take others back. */
  private static List<CatalogEntry> told(Random random) {
    List<CatalogEntry> told = new ArrayList<>();
    told.add(policy(random));
    told.add(Priced.wage("wage", 60, FROM, null));
    told.add(Priced.rate("bot", Resource.BOT_SESSION, RateUnit.EACH, 100_000, FROM, null));
    told.add(Priced.baseline(10 * StatedTenant.MINUTE_MS));
    for (int i = 0; i < RECORDS; i++) {
      switch (random.nextInt(6)) {
        case 0 -> told.add(policy(random));
        case 1 -> told.add(Priced.wage("wage", 40 + random.nextInt(30), FROM, null));
        case 2, 3 -> told.add(new LedgerLine(TENANT, cost(random)));
        default -> told.add(new LedgerLine(TENANT, reversal(random)));
      }
    }
    return told;
  }

  /** A version never changes, so what it says follows from when it begins. */
  private static CatalogEntry policy(Random random) {
    int version = random.nextInt(6);
    LocalDate from = GO_LIVE.minusDays(20).plusDays(10L * version);
    return Priced.policy(GO_LIVE, from + "T00:00:00Z", 9_000 - 1_000 * version);
  }

  private static LedgerEntry cost(Random random) {
    LocalDate from = day(random);
    LedgerEntry.Service service = new LedgerEntry.Service(from, from.plusDays(random.nextInt(20)));
    return Priced.entry(
        "e" + random.nextInt(IDS), 1 + random.nextInt(900), day(random), service, null);
  }

  private static LedgerEntry reversal(Random random) {
    LedgerEntry.Service any = new LedgerEntry.Service(GO_LIVE, GO_LIVE);
    String original = "e" + random.nextInt(IDS);
    return Priced.entry("r" + random.nextInt(2 * IDS), 1, day(random), any, original);
  }

  private static LocalDate day(Random random) {
    return GO_LIVE.minusDays(40).plusDays(random.nextInt(80));
  }
}
