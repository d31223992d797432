package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.run.OfficialServe;
import org.contactroi.kpi.family.Families;
import org.contactroi.local.CountedCenter.Result;
import org.contactroi.outputs.KpiRecord;
import org.contactroi.record.RecordReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A replay takes the place of the live run and gives it back, while events come and processes die.
 */
@Tag("long")
@ExtendWith(SharedStack.class)
class PromotionTest {

  private static final ScenarioRun.Days DAYS = new ScenarioRun.Days(LocalDate.of(2026, 1, 5), 12);
  private static final String REPLAY = "three_days";
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void nobodySeesAFigureThatNeitherRunHasPublished(LocalStack stack) throws Exception {
    CountedCenter center = CountedCenter.of(stack, "promoted", DAYS);
    AppConfig live = center.live();
    AppConfig replay = live.replay(REPLAY, 1);
    Result started =
        center.run("replay", "start", REPLAY, "--reference", center.threeDays().toString());
    assertThat(started.exit()).as(started.toString()).isZero();
    assertThat(center.run("replay", "promote", REPLAY).err())
        .contains("does not go on", "'run --run three_days'");
    assertThat(center.run("replay", "rollback").err()).contains("no replay is promoted");
    String ofLive = repeats(center.run("kpis", "--tenant=demo", "--json"));
    String ofReplay = repeats(center.run("kpis", "--tenant=demo", "--json", "--run", REPLAY));
    assertThat(ofReplay).isNotEqualTo(ofLive);

    Process first = center.start("run");
    Process second = center.start("run", "--run", REPLAY);
    Set<String> seen = new ConcurrentSkipListSet<>();
    try (OfficialServe serve = OfficialServe.start(live, List.of());
        Events events = new Events(live)) {
      Repeated load = new Repeated(number -> events.interaction("load-" + number));
      Repeated watching = watching(serve.serve().port(), seen);
      awaitShown(serve, ofLive);
      new Outputs(replay).awaitMembers(live.streams().threads());
      assertThat(promoted(center)).isEqualTo(0);
      awaitShown(serve, ofReplay);
      assertThat(repeats(center.run("kpis", "--tenant=demo", "--json"))).isEqualTo(ofReplay);
      assertThat(center.run("replay", "list").out()).contains("going-on, official");
      assertThat(center.run("replay", "delete", REPLAY).err()).contains("'replay rollback' first");

      second.destroyForcibly().onExit().join();
      second = center.start("run", "--run", REPLAY);
      first.destroyForcibly().onExit().join();
      assertThat(center.run("replay", "rollback").out()).contains("'live' is official again");
      awaitShown(serve, ofLive);
      first = center.start("run");

      second.destroyForcibly().onExit().join();
      second = center.start("run", "--run", REPLAY);
      new Outputs(replay).awaitMembers(live.streams().threads());
      assertThat(promoted(center)).isEqualTo(0);
      awaitShown(serve, ofReplay);
      load.end();
      new Outputs(live).awaitDrained();
      new Outputs(replay).awaitDrained();
      watching.end();
    } finally {
      first.destroyForcibly().onExit().join();
      second.destroyForcibly().onExit().join();
    }

    Set<String> published = new TreeSet<>(published(live));
    published.addAll(published(replay));
    assertThat(seen).hasSizeGreaterThan(10);
    assertThat(published).containsAll(seen);
    assertThat(center.run("replay", "compare", REPLAY, "--family", "handle-time").out())
        .contains("equal: ");
    assertThat(center.run("replay", "rollback").out()).contains("'live' is official again");
    assertThat(center.run("replay", "delete", REPLAY).out()).contains("deleted replay");
  }

  private static int promoted(CountedCenter center) {
    Result promoted = center.run("replay", "promote", REPLAY, "--wait");
    assertThat(promoted.out()).as(promoted.toString()).contains("is official now");
    return promoted.exit();
  }

  private void awaitShown(OfficialServe serve, String repeats) {
    String path =
        "/v1/kpis?tenant=demo&family=first-contact-resolution&window=day&from=%s&to=%s&sum=true"
            .formatted(DAYS.first(), DAYS.last().plusDays(30));
    Awaitility.await("what is official is shown")
        .atMost(PATIENCE)
        .until(() -> figure(answer(serve.serve().port(), path), "repeat_rate").equals(repeats));
  }

  private static String repeats(Result kpis) throws IOException {
    return figure(kpis.out(), "repeat_rate");
  }

  /** The first figure of a name in a document. */
  private static String figure(String document, String name) throws IOException {
    JsonNode figure = JSON.readTree(document).findValue(name);
    return figure == null
        ? ""
        : figure.path("numerator").asText() + "/" + figure.path("denominator").asText();
  }

  private String answer(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Every record of a day of the load, as {@link Watching} writes it. */
  private static Set<String> published(AppConfig config) {
    Set<String> published = new TreeSet<>();
    try (RecordReader reader =
        RecordReader.of(config.kafka().valueDeserializer(), config.kafka().serdes())) {
      Families.all()
          .forEach(
              family -> {
                String topic = config.topics().names().kpi(family);
                for (ConsumerRecord<String, byte[]> record : new Outputs(config).records(topic)) {
                  if (record.key().startsWith("acme/all/") && record.key().contains("/day/")) {
                    published.add(text((KpiRecord) reader.decode(topic, record.value())));
                  }
                }
              });
    }
    return published;
  }

  private static String text(KpiRecord record) {
    Set<String> figures = new TreeSet<>();
    record
        .getFigures()
        .forEach(
            figure ->
                figures.add(
                    figure.getName()
                        + "="
                        + figure.getNumerator()
                        + "/"
                        + figure.getDenominator()));
    return record.getFamily() + " " + figures;
  }

  /** Asks for the day of the load, again and again. */
  private Repeated watching(int port, Set<String> seen) {
    String day = "/v1/kpis?tenant=acme&window=day&from=2026-01-05&to=2026-01-06";
    return new Repeated(
        number ->
            JSON.readTree(answer(port, day)).path("series").forEach(series -> note(series, seen)));
  }

  private static void note(JsonNode series, Set<String> seen) {
    for (JsonNode window : series.path("windows")) {
      Set<String> figures = new TreeSet<>();
      window
          .path("figures")
          .properties()
          .forEach(
              figure ->
                  figures.add(
                      "%s=%s/%s"
                          .formatted(
                              figure.getKey(),
                              figure.getValue().path("numerator").asText(),
                              figure.getValue().path("denominator").asText())));
      seen.add(series.path("family").asText() + " " + figures);
    }
  }

  /** What is done many times a second until it is enough. */
  private static final class Repeated {

    interface Step {
      void run(int number) throws Exception;
    }

    private final Thread thread;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private volatile boolean ended;

    Repeated(Step step) {
      thread = new Thread(() -> run(step), "repeated");
      thread.start();
    }

    private void run(Step step) {
      try {
        for (int number = 0; !ended; number++) {
          step.run(number);
          Thread.sleep(20);
        }
      } catch (Exception e) {
        failure.set(e);
      }
    }

    void end() throws InterruptedException {
      ended = true;
      thread.join();
      assertThat(failure.get()).isNull();
    }
  }
}
