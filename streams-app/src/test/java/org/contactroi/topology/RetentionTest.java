package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.ended;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.catalog.file.FileEntry;
import org.contactroi.events.CustomerErased;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.CustomerStatus;
import org.contactroi.events.CustomerStatusChanged;
import org.contactroi.events.InteractionEvent;
import org.contactroi.history.RandomNumbers;
import org.contactroi.outputs.ScoreLine;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.roi.customer.Relation;
import org.contactroi.roi.customer.Retention;
import org.contactroi.roi.customer.SlowRetention;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Customers who stay, from their events to statements. A customer's margin is 40 EUR. */
@ExtendWith(RandomNumbers.class)
class RetentionTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final List<String> TENANTS = List.of("acme", "bolt", "core");
  private static final LocalDate JANUARY = LocalDate.parse("2026-01-31");
  private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-28");
  private static final LocalDate MARCH = LocalDate.parse("2026-03-31");

  private static final String REFERENCE =
      """
      policies:
        - {tenant: %1$s, valid-from: 2025-06-01T00:00:00Z, zone: Europe/Berlin, lateness: 400d,
           money: {currency: EUR, go-live: 2026-01-10, realisation-bp: 10000, customer-margin: 40}}
      baselines:
        - {tenant: %1$s, id: before, method: manual, from: 2025-01-01, to: 2025-12-31, valid-from: 2026-01-01,
           frozen-at: 2026-01-01T00:00:00Z, scores: {retention: 50},
           rows: [{channel: voice, issue: '*', n: 10, money: 1, currency: EUR}]}
      """;

  @TempDir Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of("policy.default.lateness", "400d"));
    TENANTS.forEach(tenant -> driven.publish(entries(REFERENCE.formatted(tenant))));
    driven.flush();
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  private static CatalogEntry[] entries(String yaml) {
    Problems problems = new Problems();
    List<FileEntry> entries = CatalogFile.read("reference.yaml", yaml, problems).entries();
    assertThat(problems.all()).isEmpty();
    return entries.stream().map(FileEntry::entry).toArray(CatalogEntry[]::new);
  }

  private static CustomerEvent event(String customer, String at, CustomerStatus status) {
    return of("acme", at, new CustomerStatusChanged(customer, status)).setEventId(at).build();
  }

  private static CustomerEvent.Builder of(String tenant, String at, SpecificRecord payload) {
    return Sent.customerEvent(at, payload).setTenantId(tenant);
  }

  /** Time of all tenants comes to the end of March and everything is stated. */
  private void state() {
    for (String tenant : TENANTS) {
      InteractionEvent last = ended("last", "2026-03-31T12:00:00Z");
      driven.send(InteractionEvent.newBuilder(last).setTenantId(tenant).build());
    }
    driven.flush().flush();
  }

  private StatementRecord day(String tenant, LocalDate day) {
    return (StatementRecord)
        Objects.requireNonNull(driven.alive(TOPICS.roi()).get(tenant + "/all/day/" + day));
  }

  /** Customers who stayed of those there were, as on the scorecard of a day. */
  private String stayed(LocalDate day) {
    ScoreLine line = score(day("acme", day));
    return line.getValue().getNumerator() / 10_000 + " of " + line.getN();
  }

  private static ScoreLine score(StatementRecord statement) {
    return statement.getScorecard().stream()
        .filter(line -> line.getScore().equals("RETENTION"))
        .findFirst()
        .orElseThrow();
  }

  private long benefit(LocalDate day) {
    return Objects.requireNonNull(day("acme", day).getProvisional().getRetention().getMicros());
  }

  private Map<LocalDate, Long> revisions() {
    Map<LocalDate, Long> revisions = new TreeMap<>();
    driven
        .alive(TOPICS.roi())
        .forEach(
            (key, value) -> {
              StatementRecord statement = (StatementRecord) value;
              if (key.startsWith("acme/all/day/")) {
                revisions.put(statement.getStart(), statement.getRevision());
              }
            });
    return revisions;
  }

  private List<LocalDate> restated(Map<LocalDate, Long> before) {
    return revisions().entrySet().stream()
        .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Three come in December; one leaves in February. */
  private void three() {
    driven.send(
        event("a", "2025-12-01T10:00:00Z", CustomerStatus.ACQUIRED),
        event("b", "2025-12-01T10:00:00Z", CustomerStatus.ACQUIRED),
        event("c", "2025-12-01T10:00:00Z", CustomerStatus.ACTIVE),
        event("c", "2026-02-10T10:00:00Z", CustomerStatus.CHURNED));
  }

  @Test
  void theLastDayOfAMonthBooksWhoStayedBeyondTheBaseline() {
    three();

    state();

    assertThat(stayed(JANUARY)).isEqualTo("3 of 3");
    assertThat(stayed(FEBRUARY)).isEqualTo("2 of 3");
    // Half of three would have stayed: one and a half more did, then half a one.
    assertThat(benefit(JANUARY)).isEqualTo(60_000_000);
    assertThat(benefit(FEBRUARY)).isEqualTo(20_000_000);
    assertThat(benefit(FEBRUARY.minusDays(1))).isZero();
    assertThat(day("acme", FEBRUARY.minusDays(1)).getScorecard()).hasSize(6);
    StatementRecord toDate =
        (StatementRecord)
            Objects.requireNonNull(driven.alive(TOPICS.roi()).get("acme/all/to-date/2026-01-10"));
    assertThat(toDate.getProvisional().getRetention().getMicros()).isEqualTo(120_000_000);
    assertThat(score(toDate).getValue().getNumerator()).isEqualTo(7 * 10_000);
    assertThat(score(toDate).getN()).isEqualTo(8);
    assertThat(score(toDate).getBaseline()).isEqualTo(5_000);
  }

  @Test
  void aLateEventRestatesTheEndsOfItsMonthAndOfThoseAfter() {
    three();
    state();
    Map<LocalDate, Long> before = revisions();

    driven.send(event("b", "2026-02-27T10:00:00Z", CustomerStatus.CHURNED)).flush().flush();

    assertThat(restated(before)).containsExactly(FEBRUARY, MARCH);
    assertThat(stayed(FEBRUARY)).isEqualTo("1 of 3");
    assertThat(stayed(MARCH)).isEqualTo("1 of 1");
  }

  @Test
  void whatIsCorrectedTakenBackOrSentTwiceCountsAsItStandsLast() {
    three();
    state();
    CustomerEvent left = event("c", "2026-02-10T10:00:00Z", CustomerStatus.CHURNED);

    driven.send(left, left).flush();
    assertThat(stayed(FEBRUARY)).isEqualTo("2 of 3");

    driven.send(CustomerEvent.newBuilder(left).setRevision(1).setRetracted(true).build()).flush();
    driven.flush();
    assertThat(stayed(FEBRUARY)).isEqualTo("3 of 3");

    Instant january = Instant.parse("2026-01-20T10:00:00Z");
    driven
        .send(CustomerEvent.newBuilder(left).setRevision(2).setOccurredAt(january).build())
        .flush()
        .flush();
    assertThat(stayed(JANUARY)).isEqualTo("2 of 3");
    assertThat(stayed(FEBRUARY)).isEqualTo("2 of 2");
  }

  @Test
  void aTestOrAnUnknownStatusSaysNothing() {
    three();
    CustomerEvent test = event("a", "2026-01-15T10:00:00Z", CustomerStatus.CHURNED);

    driven.send(
        CustomerEvent.newBuilder(test).setIsTest(true).build(),
        event("b", "2026-01-15T10:00:00Z", CustomerStatus.UNKNOWN));
    state();

    assertThat(stayed(JANUARY)).isEqualTo("3 of 3");
  }

  @Test
  void anErasedCustomerIsTakenOutOfAllMonthsAndWhatComesLateOfThemTooAndMayComeBack() {
    three();
    state();

    driven
        .send(of("acme", "2026-02-20T10:00:00Z", new CustomerErased("c")).build())
        .send(event("c", "2026-02-19T10:00:00Z", CustomerStatus.WON_BACK))
        .flush()
        .flush();
    assertThat(stayed(JANUARY)).isEqualTo("2 of 2");
    assertThat(stayed(FEBRUARY)).isEqualTo("2 of 2");

    driven.send(event("c", "2026-02-21T10:00:00Z", CustomerStatus.ACQUIRED)).flush().flush();
    assertThat(stayed(FEBRUARY)).isEqualTo("2 of 2");
    assertThat(stayed(MARCH)).isEqualTo("3 of 3");
  }

  @Test
  void withoutCustomersThereIsNoRetention() {
    state();

    assertThat(score(day("acme", JANUARY)).getValue().getDenominator()).isZero();
    assertThat(benefit(JANUARY)).isZero();
  }

  /** What happened to some customers, each part with its record. */
  private static final class Happened {

    private final Random random;
    private final List<List<Relation>> customers = new ArrayList<>();
    private final List<SpecificRecord> payloads = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private final List<Integer> revisions = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();

    Happened(Random random) {
      this.random = random;
      for (int i = 0; i < 15; i++) {
        add("c" + i);
      }
    }

    private void add(String customer) {
      List<Relation> relations = new ArrayList<>();
      Instant erased = random.nextInt(4) == 0 ? time() : Instant.MIN;
      for (int j = random.nextInt(7); j > 0; j--) {
        Relation winner = null;
        int revisions = 1 + random.nextInt(2);
        for (int revision = 0; revision < revisions; revision++) {
          Instant at = time();
          CustomerStatus status = List.of(CustomerStatus.values()).get(random.nextInt(4));
          add("e" + j, at, revision, new CustomerStatusChanged(customer, status));
          winner = at.isAfter(erased) ? relation("e" + j, at, status) : winner;
        }
        if (winner != null) {
          relations.add(winner);
        }
      }
      if (!erased.equals(Instant.MIN)) {
        add("erased", erased, 0, new CustomerErased(customer));
      }
      customers.add(relations);
    }

    private static Relation relation(String id, Instant at, CustomerStatus status) {
      Relation.Status known = Relation.Status.valueOf(status.name());
      return new Relation(id, at.toEpochMilli(), "test", null, known);
    }

    private void add(String id, Instant at, int revision, SpecificRecord payload) {
      ids.add(id);
      times.add(at);
      revisions.add(revision);
      payloads.add(payload);
    }

    private Instant time() {
      return Instant.parse("2025-11-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(148 * 24)));
    }

    /** All of it in another order, some twice. */
    List<CustomerEvent> events(String tenant) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        order.addAll(Collections.nCopies(1 + random.nextInt(2), i));
      }
      Collections.shuffle(order, random);
      return order.stream().map(i -> event(tenant, i)).toList();
    }

    private CustomerEvent event(String tenant, int i) {
      return of(tenant, times.get(i).toString(), payloads.get(i))
          .setEventId(ids.get(i))
          .setRevision(revisions.get(i))
          .build();
    }
  }

  @Test
  void orderAndRepetitionLeaveNoTrace(Random random) {
    Happened happened = new Happened(random);
    for (String tenant : TENANTS) {
      List<CustomerEvent> events = happened.events(tenant);
      int half = events.size() / 2;
      events.subList(0, half).forEach(driven::send);
      driven.flush();
      events.subList(half, events.size()).forEach(driven::send);
    }

    state();

    for (String tenant : TENANTS) {
      for (LocalDate end : Stream.of(JANUARY, FEBRUARY, MARCH).toList()) {
        Retention expected = SlowRetention.of(happened.customers, YearMonth.from(end), ZONE);
        ScoreLine line = score(day(tenant, end));
        assertThat(List.of(line.getN(), line.getValue().getNumerator()))
            .as("%s of %s", end, tenant)
            .isEqualTo(List.of(expected.start(), 10_000 * (expected.end() - expected.won())));
      }
    }
  }
}
