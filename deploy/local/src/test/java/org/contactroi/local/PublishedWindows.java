package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.app.topics.ReadingProgress;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.record.KpiRecords;
import org.contactroi.serve.api.KpiJson;

/** The days that {@code /v1/kpis} answers, held against the records of the topics. */
final class PublishedWindows {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final AppConfig config;
  private final URI page;

  PublishedWindows(AppConfig config, URI page) {
    this.config = config;
    this.page = page;
  }

  /** Fails unless every day of every family and slice of a tenant is answered as published. */
  void assertAnswered(String tenant) throws Exception {
    try (PublishedTopics topics = PublishedTopics.open(config, ReadingProgress.SILENT)) {
      for (Family family : Families.all()) {
        Map<String, GenericRecord> published = published(topics, tenant, family);
        Set<String> slices = new TreeSet<>();
        for (GenericRecord record : published.values()) {
          slices.add(KpiRecords.toDomain(record).key().slice().by());
        }
        Set<String> answered = new HashSet<>();
        for (String slice : slices) {
          compare(tenant, family, slice, published, answered);
        }
        assertThat(answered).as(family.id()).isEqualTo(published.keySet());
        assertThat(answered).as(family.id()).isNotEmpty();
      }
    }
  }

  private static Map<String, GenericRecord> published(
      PublishedTopics topics, String tenant, Family family) {
    String topic = topics.names().kpi(family);
    Map<String, GenericRecord> newest = new HashMap<>();
    topics.read(
        topic,
        "",
        (key, value) -> {
          if (value == null) {
            newest.remove(key);
          } else {
            newest.put(key, (GenericRecord) topics.decode(topic, value));
          }
        });
    Map<String, GenericRecord> days = new HashMap<>();
    for (GenericRecord record : newest.values()) {
      Kpi kpi = KpiRecords.toDomain(record);
      if (kpi.key().tenant().equals(tenant) && kpi.key().window() == WindowSize.DAY) {
        days.put(name(kpi.key().slice().by(), kpi.key().slice().valueText(), kpi), record);
      }
    }
    return days;
  }

  private static String name(String slice, String value, Kpi kpi) {
    return slice + "/" + value + "/" + Instant.ofEpochMilli(kpi.key().start());
  }

  private void compare(
      String tenant,
      Family family,
      String slice,
      Map<String, GenericRecord> published,
      Set<String> answered)
      throws Exception {
    JsonNode next = null;
    do {
      JsonNode answer =
          get(
              "/v1/kpis?window=day&from=2026-01-01&to=2027-12-31&tenant=%s&family=%s&slice=%s%s"
                  .formatted(
                      tenant,
                      family.id(),
                      URLEncoder.encode(slice, StandardCharsets.UTF_8).replace("%2B", "+"),
                      next == null ? "" : "&cursor=" + next.asText()));
      for (JsonNode series : answer.get("series")) {
        for (JsonNode window : series.get("windows")) {
          Instant start = OffsetDateTime.parse(window.get("start").asText()).toInstant();
          String name = slice + "/" + series.get("value").asText() + "/" + start;
          GenericRecord record = published.get(name);
          assertThat(record).as("%s of %s", name, family.id()).isNotNull();
          assertEqual(window, record);
          answered.add(name);
        }
      }
      next = answer.get("next");
    } while (!next.isNull());
  }

  private static void assertEqual(JsonNode window, GenericRecord record) throws Exception {
    Kpi kpi = KpiRecords.toDomain(record);
    // As read from a text, as the answer is.
    assertThat(window.get("totals"))
        .isEqualTo(MAPPER.readTree(KpiJson.totals(kpi.totals()).toString()));
    assertThat(window.get("figures"))
        .isEqualTo(MAPPER.readTree(KpiJson.figures(kpi.totals()).toString()));
    assertThat(window.get("revision").asLong()).isEqualTo(kpi.revision());
    assertThat(window.get("status").asText().equals("SETTLED")).isEqualTo(kpi.isSettled());
    boolean hasMoney = record.getSchema().getField("money") != null;
    Object money = hasMoney ? record.get("money") : null;
    if (money == null) {
      assertThat(window.get("money").isNull()).isTrue();
    } else {
      assertThat(window.get("money")).isEqualTo(MAPPER.readTree(money.toString()));
    }
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(page.resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return MAPPER.readTree(response.body());
  }
}
