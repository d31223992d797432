package org.contactroi.app.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.Occupancy;
import org.contactroi.kpi.family.Sales;
import org.contactroi.serve.Published;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class KpisCommandTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final TopicPartition PARTITION = new TopicPartition(Published.TOPICS.totals(), 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private long offset;

  @BeforeEach
  void topic() {
    Node node = new Node(0, "localhost", 1);
    Node[] nodes = {node};
    consumer.updatePartitions(
        PARTITION.topic(), List.of(new PartitionInfo(PARTITION.topic(), 0, node, nodes, nodes)));
    consumer.assign(List.of(PARTITION));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
  }

  @Test
  void sumsLocalDaysOverAChangeOfTheClocks() throws Exception {
    // Sunday 28 March 1999 had 23 hours in Berlin.
    publish(day("1999-03-27"), 1);
    publish(day("1999-03-28"), 10);
    publish(day("1999-03-29"), 100);
    publish(day("1999-03-30"), 1_000);

    int exit = run("--tenant", "acme", "--from", "1999-03-28", "--to", "1999-03-30", "--json");

    assertThat(exit).isZero();
    JsonNode kpi = new ObjectMapper().readTree(out.toString()).get("kpis").get(0);
    assertThat(kpi.get("totals").get("handled_legs").asLong()).isEqualTo(110);
    assertThat(kpi.get("figures").get("aht").get("numerator").asLong()).isEqualTo(110 * 183_000);
    assertThat(kpi.get("figures").get("aht").get("value").asDouble()).isEqualTo(183_000);
  }

  @Test
  void lastValueOfAKeyCountsAndTombstonesDoNot() {
    publish(day("1999-03-28"), 5);
    publish(day("1999-03-28"), 7);
    publish(day("1999-03-29"), 100);
    add(day("1999-03-29"), null);

    assertThat(run("--tenant", "acme")).isZero();

    assertThat(out.toString())
        .contains("AHT")
        .contains("183.00 s")
        .containsPattern("aht +183.00 s +1281000/7");
  }

  @Test
  void linesOfBreakdownsArePrintedAndLongOnesCut() {
    TotalsKey sales = of(Sales.FAMILY, SliceBy.ALL.slice(Dimensions.ofTeam(null)));
    Totals.Builder totals =
        Totals.builder(Sales.FAMILY).add(Sales.CONVERTED, 1).add(Sales.INBOUND, 2);
    for (int currency = 10; currency < 32; currency++) {
      totals.add(Sales.SALES, Breakdown.of(List.of("X" + currency, "NEW", "AI"), 1, 2_000_000, 7));
    }
    add(sales, Published.totals(totals.build()));

    assertThat(run("--tenant", "acme")).isZero();

    assertThat(out.toString())
        .containsPattern("conversion +50.00 % +1/2")
        .contains("sales by currency, kind, attribution")
        .contains("X10, NEW, AI: count 1, amount_micros 2000000, margin_micros 7")
        .contains("X29, NEW, AI")
        .doesNotContain("X30, NEW, AI")
        .contains("and 2 more; --json prints all");
  }

  @Test
  void jsonHasEveryLineOfABreakdown() throws Exception {
    TotalsKey sales = of(Sales.FAMILY, SliceBy.ALL.slice(Dimensions.ofTeam(null)));
    Breakdown sold = Breakdown.of(List.of("EUR", "REFUND", "AI"), 1, -2_000_000, -7);
    add(sales, Published.totals(Totals.builder(Sales.FAMILY).add(Sales.SALES, sold).build()));

    assertThat(run("--tenant", "acme", "--json")).isZero();

    JsonNode line =
        new ObjectMapper()
            .readTree(out.toString())
            .get("kpis")
            .get(0)
            .get("totals")
            .get("sales")
            .get(0);
    assertThat(line.get("kind").asText()).isEqualTo("REFUND");
    assertThat(line.get("amount_micros").asLong()).isEqualTo(-2_000_000);
  }

  @Test
  void occupancyIsPrintedByTeam() {
    Totals hours =
        Totals.builder(Occupancy.FAMILY)
            .add(Occupancy.HANDLING_MS, 3_000)
            .add(Occupancy.IDLE_MS, 1_000)
            .build();
    add(
        of(Occupancy.FAMILY, SliceBy.TEAM.slice(Dimensions.ofTeam("night"))),
        Published.totals(hours));

    assertThat(run("--tenant", "acme", "--slice", "team", "--family", "occupancy")).isZero();

    assertThat(out.toString())
        .contains("night, occupancy")
        .containsPattern("occupancy +75.00 % +3000/4000");
  }

  @Test
  void aSliceWithoutTotalsExitsWithALine() {
    publish(day("1999-03-28"), 5);

    assertThat(run("--tenant", "acme", "--slice", "queue")).isEqualTo(1);

    assertThat(err.toString()).contains("tenant 'acme' has no totals of days in slice queue\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "--family=sales, of family sales",
        "--value=other, with value 'other'",
        "--from=1999-03-29, from 1999-03-29",
        "--to=1999-03-28, before 1999-03-28"
      })
  void whatHoldsNothingIsNamedInPlaceOfABareTitle(String option, String named) {
    publish(day("1999-03-28"), 5);

    assertThat(run("--tenant", "acme", option)).isEqualTo(1);

    assertThat(err.toString()).contains("no totals of days in slice all " + named + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void unknownTenantNamesTheKnownOnes() {
    publish(day("1999-03-28"), 5);

    assertThat(run("--tenant", "acmee")).isEqualTo(2);

    assertThat(err.toString())
        .contains("--tenant is 'acmee', of which nothing is published; there are: acme");
  }

  @Test
  void unknownFamilyNamesThoseAllowed() {
    assertThat(run("--tenant", "acme", "--family", "aht")).isEqualTo(2);

    assertThat(err.toString()).contains("--family").contains("handle-time, service-level");
  }

  private int run(String... arguments) {
    consumer.updateEndOffsets(Map.of(PARTITION, offset));
    KpisCommand command = new KpisCommand();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    PublishedTopics topics =
        new PublishedTopics(
            consumer,
            Published.reader(),
            Published.TOPICS,
            ReadingProgress.SILENT,
            () -> Published.ALL_READ);
    AppConfig config = AppConfig.of(Map.of("policy.acme.zone", "Europe/Berlin"));
    line.setExecutionStrategy(parsed -> command.print(config, topics));
    return line.execute(arguments);
  }

  private static TotalsKey day(String date) {
    return new TotalsKey(
        "acme", HandleTime.FAMILY, new Slice("all", List.of()), WindowSize.DAY, start(date));
  }

  private static TotalsKey of(Family family, Slice slice) {
    return new TotalsKey("acme", family, slice, WindowSize.DAY, start("1999-03-28"));
  }

  private static long start(String date) {
    return LocalDate.parse(date).atStartOfDay(BERLIN).toInstant().toEpochMilli();
  }

  private void publish(TotalsKey key, long legs) {
    add(
        key,
        Published.totals(
            Totals.builder(HandleTime.FAMILY)
                .add(HandleTime.HANDLED_LEGS, legs)
                .add(HandleTime.HANDLE_MS, legs * 183_000)
                .build()));
  }

  private void add(TotalsKey key, byte @Nullable [] value) {
    consumer.addRecord(
        new ConsumerRecord<>(
            PARTITION.topic(),
            0,
            offset++,
            key.row().text().getBytes(StandardCharsets.UTF_8),
            value));
  }
}
