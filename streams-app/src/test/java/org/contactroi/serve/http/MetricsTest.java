package org.contactroi.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.serve.ReadSide.MINUTE;

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

class MetricsTest {

  private static final long NOON = Instant.parse("1999-01-04T12:00:00Z").toEpochMilli();

  @TempDir Path folder;
  private ReadSide side;
  private Metrics metrics;
  private HttpFront front;

  @BeforeEach
  void start() {
    side = new ReadSide(folder, "id", 10);
    metrics = new Metrics(Exposure.BOARDS);
    metrics.register(new PrometheusRows(() -> side.state));
    front =
        HttpFront.start(
            new Endpoint("127.0.0.1", 0),
            new Routes(
                Map.of("/readyz", request -> Response.of(side.readiness)),
                Map.of("/metrics", request -> metrics.scrape())));
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
