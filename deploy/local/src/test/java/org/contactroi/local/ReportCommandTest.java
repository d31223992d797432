package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.local.Tracks.money;

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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.Ratio;
import org.contactroi.outputs.ScoreLine;
import org.contactroi.outputs.StatementPayback;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.StatementTrack;
import org.contactroi.outputs.Status;
import org.contactroi.outputs.UnpricedLine;
import org.contactroi.wire.AvroSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A report of published statements, over the real broker and registry. */
@ExtendWith(SharedStack.class)
class ReportCommandTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-19");
  private static final Instant WATERMARK = Instant.parse("2026-01-22T11:00:00Z");
  private static LocalStack stack;
  private static AppConfig config = AppConfig.defaults();

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start(LocalStack shared) throws Exception {
    stack = shared;
    config = new TestPipelines(stack).prepared("reported", Map.of());
    publish();
  }

  private static void publish() throws Exception {
    try (KafkaProducer<String, StatementRecord> producer = producer()) {
      for (int day = 0; day < 3; day++) {
        LocalDate date = FIRST.plusDays(day);
        send(producer, "shop/all/day/" + date, statement(Horizon.DAY, date, day == 2));
      }
      send(producer, "shop/all/to-date/" + FIRST, statement(Horizon.TO_DATE, FIRST, false));
      send(producer, "bank%2F1/all/day/" + FIRST, statement(Horizon.DAY, FIRST, false));
    }
  }

  private static KafkaProducer<String, StatementRecord> producer() {
    Map<String, Object> properties =
        Map.of(
            "bootstrap.servers",
            stack.bootstrapServers(),
            "schema.registry.url",
            stack.registryUrl());
    AvroSerializer<StatementRecord> serializer = new AvroSerializer<>();
    serializer.configure(properties, false);
    return new KafkaProducer<>(properties, new StringSerializer(), serializer);
  }

  private static void send(
      KafkaProducer<String, StatementRecord> producer, String key, StatementRecord statement)
      throws Exception {
    producer.send(new ProducerRecord<>(config.topics().names().roi(), key, statement)).get();
  }

  private static StatementRecord statement(Horizon horizon, LocalDate day, boolean lacksPrice) {
    Ratio half = new Ratio(1L, 2L, 0.5);
    return StatementRecord.newBuilder()
        .setTenantId("shop")
        .setScope("all")
        .setHorizon(horizon)
        .setStart(day)
        .setFrom(day)
        .setTo(day)
        .setZone("Europe/Berlin")
        .setTzdbVersion("2026a")
        .setCurrency("EUR")
        .setGoLive(FIRST)
        .setStatus(lacksPrice ? Status.PROVISIONAL : Status.SETTLED)
        .setSettledFraction(half)
        .setWatermark(WATERMARK)
        .setRevision(1)
        .setSettled(track(money(0)))
        .setProvisional(track(lacksPrice ? unpriced() : money(20)))
        .setPayback(
            horizon == Horizon.TO_DATE
                ? new StatementPayback(money(10), FIRST.plusDays(1), 0L, null)
                : null)
        .setScorecard(List.of(new ScoreLine("CSAT", new Ratio(20_000L, 4L, 5_000.0), 4L, 6_840L)))
        .build();
  }

  /** Benefit 50, cost as given. */
  private static StatementTrack track(MoneyAmount aiRun) {
    StatementTrack track = Tracks.of(1);
    track.put("cashable", money(50));
    track.put("ai_run", aiRun);
    return track;
  }

  private static MoneyAmount unpriced() {
    return new MoneyAmount(
        null, 7_000_000L, List.of(new UnpricedLine("MODEL_AUDIO", "<speech>", 900L)), 0L);
  }

  private int report(String... arguments) {
    List<String> all = new ArrayList<>(List.of("report"));
    all.addAll(List.of(arguments));
    all.add("--bootstrap=" + stack.bootstrapServers());
    all.add("--registry=" + stack.registryUrl());
    all.add("--topic-prefix=" + config.topics().names().prefix());
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void twoReportsOfTheSameTopicsAreTheSameBytes() throws IOException {
    Path one = folder.resolve("one.html");
    Path two = folder.resolve("two.html");

    assertThat(report("--tenant=shop", "--to=2026-01-21", "--out=" + one)).isZero();
    assertThat(out.toString()).startsWith(one + ": 2026-01-19 to 2026-01-20, ");
    assertThat(report("--tenant=shop", "--to=2026-01-21", "--out=" + two)).isZero();

    assertThat(two).hasSameBinaryContentAs(one);
    assertThat(Files.readString(one))
        .contains("<dd class=\"value\">150.00\u202F%</dd>")
        .contains("20 Jan 2026")
        .contains("22 Jan 2026, 12:00 (UTC+01:00)");
  }

  @Test
  void aMissingPriceOfADayMakesThePeriodUndefined() throws IOException {
    Path file = folder.resolve("undefined.html");

    assertThat(report("--tenant=shop", "--out=" + file)).isZero();

    assertThat(Files.readString(file))
        .contains("undefined: a price is missing, priced 47.00")
        .contains("<bdi>&lt;speech&gt;</bdi>");
  }

  @Test
  void anUnknownTenantNamesTheKnownOnes() {
    assertThat(report("--tenant=shpo", "--out=" + folder.resolve("x.html"))).isEqualTo(2);
    assertThat(err.toString())
        .contains("--tenant is 'shpo', of which nothing is published; there are: bank/1, shop")
        .contains("(see: contact-roi help report)");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPeriodWithoutStatementsSaysWhichDaysThereAre() {
    String file = "--out=" + folder.resolve("x.html");

    assertThat(report("--tenant=shop", "--from=2026-02-01", file)).isEqualTo(1);
    assertThat(err.toString())
        .contains("no day of the period is stated; tenant 'shop' has statements from 2026-01-19")
        .contains("to 2026-01-21");
    assertThat(report("--tenant=shop", "--from=2026-02-01", "--to=2026-02-01", file)).isEqualTo(2);
    assertThat(err.toString()).contains("--from 2026-02-01 is not before --to 2026-02-01");
    assertThat(report("--tenant=shop", "--from=soon", file)).isEqualTo(2);
    assertThat(err.toString()).contains("--from is 'soon'; allowed: a day such as 2026-01-31");
  }

  @Test
  void aFileThatCannotBeWrittenIsOneLine() {
    Path nowhere = folder.resolve("none").resolve("x.html");

    assertThat(report("--tenant=shop", "--out=" + nowhere)).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "contact-roi: --out is '" + nowhere + "', whose folder does not exist");
    assertThat(report("--tenant=shop", "--out=" + folder)).isEqualTo(1);
    assertThat(err.toString()).contains("which is a folder");
  }

  @Test
  void everyWeekThatIsOverHasAPageAndAnotherOneWhenItsFiguresChange() throws Exception {
    LocalDate friday = LocalDate.parse("2026-01-16");
    try (KafkaProducer<String, StatementRecord> producer = producer()) {
      for (int day = 0; day < 5; day++) {
        LocalDate date = friday.plusDays(day);
        send(producer, "weekly/all/day/" + date, statement(Horizon.DAY, date, false));
      }
      send(producer, "weekly/all/to-date/x", statement(Horizon.TO_DATE, friday, false));
    }
    String[] weekly = {"--tenant=weekly", "--every=week", "--out=" + folder};
    Path first = folder.resolve("weekly-2026-W03.html");
    Path second = folder.resolve("weekly-2026-W03.r2.html");

    assertThat(report(weekly)).isZero();
    assertThat(out.toString()).contains("2026-W03: " + first, "pages: 1 written, 0 unchanged");
    assertThat(Files.readString(first)).contains("16 Jan 2026 to 18 Jan 2026");
    byte[] written = Files.readAllBytes(first);

    assertThat(report(weekly)).isZero();
    assertThat(out.toString()).contains("2026-W03: unchanged", "pages: 0 written, 1 unchanged");
    assertThat(report("--tenant=weekly", "--every=week", "--from=2026-01-17", "--out=" + folder))
        .isZero();
    assertThat(out.toString()).contains("pages: 0 written, 0 unchanged");

    try (KafkaProducer<String, StatementRecord> producer = producer()) {
      send(producer, "weekly/all/day/" + friday, statement(Horizon.DAY, friday, true));
    }
    assertThat(report(weekly)).isZero();
    assertThat(out.toString()).contains("2026-W03: " + second);
    assertThat(first).hasBinaryContent(written);
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder(first.getFileName().toString(), second.getFileName().toString());
  }

  @Test
  void severalPagesNeedAFolder() {
    Path file = folder.resolve("x.html");

    assertThat(report("--tenant=shop", "--every=month", "--out=" + file)).isEqualTo(1);
    assertThat(err.toString())
        .contains("--out is '" + file + "', which is no folder; --every writes several pages");
    assertThat(report("--tenant=shop", "--every=year", "--out=" + folder)).isEqualTo(2);
    assertThat(err.toString()).contains("'year' is no period; allowed: week, month, quarter");
  }
}
