package org.contactroi.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.serve.ReadSide.MINUTE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.serve.Published;
import org.contactroi.serve.ReadSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiApiTest {

  private static final long NOON = Instant.parse("1999-01-04T12:00:00Z").toEpochMilli();
  private static final String SERIES = "?tenant=acme&family=handle-time&window=minute";

  @TempDir Path folder;
  private ReadSide side;
  private Metrics metrics;
  private HttpFront front;

  @BeforeEach
  void start() {
    side = new ReadSide(folder, "id", 10);
    metrics = new Metrics(Exposure.BOARDS);
    metrics.register(new PrometheusRows(side.state));
    front =
        HttpFront.start(
            new Endpoint("127.0.0.1", 0),
            new Routes(
                Map.of("/readyz", request -> Response.of(side.readiness)),
                Map.of(
                    "/api/v1/kpis", new KpiApi(side.state)::answer,
                    "/metrics", request -> metrics.scrape())));
    side.reader.assign();
    side.minute(legs(2), NOON - 2 * MINUTE, NOON);
    side.minute(legs(1), NOON - MINUTE, NOON);
    side.publish(
        ReadSide.key(
            HandleTime.FAMILY, new Slice("channel+queue", List.of("VOICE", "a/b")), NOON - MINUTE),
        legs(7),
        NOON);
    side.reader.poll();
  }

  @AfterEach
  void stop() {
    front.close();
    metrics.close();
    side.close();
  }

  @Test
  void windowsHaveTotalsFiguresAndLocalTimes() throws Exception {
    JsonNode document = json(get("/api/v1/kpis" + SERIES), 200);

    assertThat(document.get("windows")).hasSize(2);
    JsonNode window = document.get("windows").get(1);
    assertThat(window.get("start").asText()).isEqualTo("1999-01-04T12:59+01:00");
    assertThat(window.get("end").asText()).isEqualTo("1999-01-04T13:00+01:00");
    assertThat(window.get("totals").get("handled_legs").asLong()).isEqualTo(1);
    JsonNode aht = window.get("figures").get("aht");
    assertThat(aht.get("numerator").asLong()).isEqualTo(60_000);
    assertThat(aht.get("denominator").asLong()).isEqualTo(1);
    assertThat(aht.get("value").asDouble()).isEqualTo(60_000);
    assertThat(window.get("figures").get("p50").get("value").isNull()).isTrue();
  }

  @Test
  void hoursHaveAStatusAndMinutesHaveNone() throws Exception {
    String series = "/api/v1/kpis?tenant=acme&family=handle-time&window=";
    JsonNode hour = json(get(series + "hour"), 200).get("windows").get(0);
    JsonNode minute = json(get(series + "minute"), 200).get("windows").get(0);

    assertThat(hour.get("start").asText()).isEqualTo("1999-01-04T12:00+01:00");
    assertThat(hour.get("status").asText()).isEqualTo("PROVISIONAL");
    assertThat(hour.get("settled_fraction").asDouble()).isEqualTo(0.5);
    assertThat(hour.get("revision").asLong()).isEqualTo(3);
    assertThat(minute.get("status").isNull()).isTrue();
    assertThat(minute.get("settled_fraction").isNull()).isTrue();
    assertThat(minute.get("revision").isNull()).isTrue();
  }

  @Test
  void boundsAreInstantsOrDaysOfTheTenant() throws Exception {
    assertThat(windows("&from=1999-01-04T11:58:00Z&to=1999-01-04T12:59:00%2B01:00")).isEqualTo(1);
    assertThat(windows("&from=1999-01-04&to=1999-01-05")).isEqualTo(2);
    assertThat(windows("&from=1999-01-03&to=1999-01-04")).isZero();
  }

  @Test
  void valuesOfASliceAreWrittenAsInTheKeysOfTheTopics() throws Exception {
    JsonNode document =
        json(get("/api/v1/kpis" + SERIES + "&slice=channel%2Bqueue&value=VOICE+a%252Fb"), 200);

    assertThat(document.get("windows").get(0).get("totals").get("handled_legs").asLong())
        .isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?family=handle-time                    | parameter 'tenant' is missing
          ?tenant=acme                           | parameter 'family' is missing
          ?tenant=acme&family=luck               | allowed: handle-time, service-level
          ?tenant=acme&family=volume&window=week | allowed: minute, hour, day
          ?tenant=acme&family=occupancy&window=minute | occupancy has no minutes; windows allowed: hour
          ?tenant=acme&family=volume&slice=tier  | unknown dimension 'tier'
          ?tenant=acme&family=volume&slice=queue | parameter 'value' is missing
          ?tenant=acme&family=volume&slice=queue&value=a+b | has 2 parts; slice queue has 1
          ?tenant=acme&family=volume&from=monday | is not a date such as 1999-01-31
          ?tenant=acme&family=volume&to=+999999999-01-01 | is not a date such as 1999-01-31
          ?tenant=acme&family=volume&from=1999-01-05&to=1999-01-05 | is not before
          ?tenant=acme&family=volume&window=minute&from=1999-01-01&to=1999-02-01 | at most 5000
          ?tenant=acme&family=volume&limit=5     | unknown parameter 'limit'; allowed: tenant
          ?tenant=acme&tenant=acme&family=volume | stands twice
          """)
  void badParametersAreNamedWithWhatIsAllowed(String query, String expected) throws Exception {
    JsonNode document = json(get("/api/v1/kpis" + query), 400);

    assertThat(document.get("detail").asText()).contains(expected);
  }

  @Test
  void tenantWithoutRecordsIsNotFound() throws Exception {
    JsonNode document = json(get("/api/v1/kpis?tenant=other&family=volume"), 404);

    assertThat(document.get("detail").asText()).isEqualTo("no tenant 'other'");
  }

  @Test
  void onlyReadingIsAllowed() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(uri("/api/v1/kpis" + SERIES))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();

    assertThat(send(post).statusCode()).isEqualTo(405);
    assertThat(send(post).headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
  }

  @Test
  void notReadySaysWhy() throws Exception {
    assertThat(get("/readyz").statusCode()).isEqualTo(200);

    side.readiness.notReady("reading fails: broker away");

    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    assertThat(get("/readyz").body()).contains("broker away");
  }

  @Test
  void metricsAreNamedAsDocumented() throws Exception {
    side.add(Published.TOPICS.rejects(), "e", Published.reject("TOO_LATE"));
    side.reader.poll();
    side.state.gauges().refresh();

    assertThat(get("/metrics").body())
        .contains(
            "contact_roi_handle_time_seconds{quantile=\"\",slice=\"all\",tenant=\"acme\","
                + "value=\"all\",window=\"15m\"} 60.0")
        .contains("contact_roi_handled_legs{slice=\"all\",tenant=\"acme\"")
        .contains("contact_roi_watermark_timestamp_seconds{tenant=\"acme\"} 9.154512E8")
        .contains("contact_roi_rejects_total{reason=\"TOO_LATE\"} 1.0")
        .contains("contact_roi_slice_values_capped{slice=\"all\",tenant=\"acme\"} 0.0")
        .contains("jvm_memory_used_bytes")
        .doesNotContain("contact_roi_service_level_ratio");
  }

  private int windows(String range) throws Exception {
    return json(get("/api/v1/kpis" + SERIES + range), 200).get("windows").size();
  }

  private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return new ObjectMapper().readTree(response.body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(front.port(), path));
  }

  private static Totals legs(long count) {
    return Totals.builder(HandleTime.FAMILY)
        .add(HandleTime.HANDLED_LEGS, count)
        .add(HandleTime.HANDLE_MS, count * 60_000)
        .build();
  }
}
