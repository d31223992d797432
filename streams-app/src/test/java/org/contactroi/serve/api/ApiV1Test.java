package org.contactroi.serve.api;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.contactroi.app.api.OnDemand;
import org.contactroi.app.config.AppConfig;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.ServiceLevel;
import org.contactroi.outputs.CostMoney;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.Ratio;
import org.contactroi.outputs.ResourceCost;
import org.contactroi.record.TenantStatement;
import org.contactroi.serve.Published;
import org.contactroi.serve.ReadSide;
import org.contactroi.serve.Statements;
import org.contactroi.serve.http.Endpoint;
import org.contactroi.serve.http.HttpFront;
import org.contactroi.serve.http.Routes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiV1Test {

  private static final long NOON = Instant.parse("1999-01-04T12:00:00Z").toEpochMilli();
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final String KPIS = "/v1/kpis?tenant=acme";
  private static final String VOICE = "&slice=channel%2Bqueue&value=VOICE+a%252Fb";

  @TempDir Path folder;
  private final Described described;
  private ReadSide side;
  private HttpFront front;

  ApiV1Test() throws IOException {
    described = Described.read();
  }

  @BeforeEach
  void start() {
    side = new ReadSide(folder, "id", 10);
    front =
        HttpFront.start(
            new Endpoint("127.0.0.1", 0),
            new Routes(Map.of(), ApiV1.routes(side.state))
                .withSlow(OnDemand.routes(AppConfig.defaults(), AppConfig.defaults()))
                .withStreams(ApiV1.streams(side.state, "p")));
    side.reader.assign();
    side.minute(legs(2), NOON - 2 * MINUTE, NOON);
    side.minute(legs(1), NOON - MINUTE, NOON);
    side.publish(voice("VOICE", "a/b"), legs(7), NOON);
    side.publish(voice("VOICE", "billing"), legs(3), NOON);
    side.minute(offered(5), NOON - MINUTE, NOON);
    side.reader.poll();
  }

  @AfterEach
  void stop() {
    front.close();
    side.close();
  }

  @Test
  void everyPathIsDescribed() {
    Set<String> answered = new TreeSet<>(ApiV1.routes(side.state).keySet());
    answered.addAll(ApiV1.streams(side.state, "p").keySet());
    answered.addAll(OnDemand.routes(AppConfig.defaults(), AppConfig.defaults()).keySet());

    assertThat(described.paths()).isEqualTo(answered);
    assertThat(described.danglingReferences()).isEmpty();
  }

  @Test
  void theDescriptionIsServed() throws Exception {
    assertThat(get("/v1/openapi.yaml", 200).body()).startsWith("openapi: 3.1.0");
  }

  @Test
  void everyParameterIsDescribed() throws Exception {
    for (String path : described.paths()) {
      if (!path.equals(ApiV1.DESCRIPTION)) {
        JsonNode problem =
            json(path.replace("{slice}", "all").replace("{id}", "x") + "?luck=1", 400);
        assertThat(error(problem, "luck"))
            .as(path)
            .isEqualTo("is unknown; allowed: " + String.join(", ", described.parameters(path)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/explain?tenant=acme&family=luck&window=day&start=2026-01-01, family, 'luck'",
    "/v1/explain?tenant=acme&window=day&start=2026-01-01, family, Missing required option",
    "/v1/what-if?tenant=acme&realisation=2, realisation, is '2'; allowed: 0 to 1",
    "/v1/what-if?tenant=acme&human-rates=much, human-rates, 'much'",
    "/v1/rejects?tenant=acme&reason=LUCK, reason, is 'LUCK'; allowed: ",
    "/v1/rejects?tenant=acme&counts=2, counts, is '2'; allowed: true",
    "/v1/replays?tenant=acme, tenant, is unknown",
    "/v1/reference?tenant=acme&kind=luck, kind, is 'luck'; allowed: calendar",
    "/v1/interactions/x, tenant, is missing",
  })
  void whatCommandsObjectToIsAProblemWithTheParameter(String path, String parameter, String detail)
      throws Exception {
    assertThat(error(json(path, 400), parameter)).contains(detail);
  }

  @Test
  void tenantsSayWhatTimeTheyHaveReached() throws Exception {
    JsonNode tenants = json("/v1/tenants", 200).get("tenants");

    assertThat(tenants).hasSize(1);
    assertThat(tenants.get(0).get("tenant").asText()).isEqualTo("acme");
    assertThat(tenants.get(0).get("zone").asText()).isEqualTo("Europe/Berlin");
    assertThat(tenants.get(0).get("watermark").asText()).isEqualTo("1999-01-04T13:00+01:00");
  }

  @Test
  void familiesSayWhatTheirFiguresAre() throws Exception {
    JsonNode families = json("/v1/families", 200).get("families");

    assertThat(texts(families, "family"))
        .containsExactlyElementsOf(Families.all().stream().map(Family::id).toList());
    JsonNode aht = families.get(0).get("figures").get(0);
    assertThat(aht.get("figure").asText()).isEqualTo("aht");
    assertThat(aht.get("unit").asText()).isEqualTo("ms");
    assertThat(aht.get("definition").asText()).isEqualTo("handle_ms / handled_legs");
  }

  @Test
  void valuesOfASliceAreThoseThatHaveARecord() throws Exception {
    JsonNode document = json("/v1/slices/channel+queue/values?tenant=acme", 200);

    assertThat(texts(document.get("values"))).containsExactly("VOICE+a%2Fb", "VOICE+billing");
    assertThat(json("/v1/slices/all/values?tenant=acme", 200).get("values")).hasSize(1);
    assertThat(json("/v1/slices/queue/values?tenant=acme", 200).get("values")).isEmpty();
    assertThat(json("/v1/slices/channel+queue/values?tenant=acme&family=volume", 200).get("values"))
        .isEmpty();
  }

  @Test
  void windowsHaveTotalsFiguresAndLocalTimes() throws Exception {
    JsonNode windows = series(KPIS + "&family=handle-time&window=minute").get(0).get("windows");

    assertThat(windows).hasSize(2);
    JsonNode window = windows.get(1);
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
    String query = KPIS + "&family=handle-time&window=";
    JsonNode hour = series(query + "hour").get(0).get("windows").get(0);
    JsonNode minute = series(query + "minute").get(0).get("windows").get(0);

    assertThat(hour.get("start").asText()).isEqualTo("1999-01-04T12:00+01:00");
    assertThat(hour.get("status").asText()).isEqualTo("PROVISIONAL");
    assertThat(hour.get("settled_fraction").asDouble()).isEqualTo(0.5);
    assertThat(hour.get("revision").asLong()).isEqualTo(3);
    assertThat(minute.get("status").isNull()).isTrue();
    assertThat(minute.get("settled_fraction").isNull()).isTrue();
    assertThat(minute.get("revision").isNull()).isTrue();
  }

  @Test
  void oneCallAnswersManyFamiliesAndValues() throws Exception {
    assertThat(texts(series(KPIS), "family")).containsExactly("handle-time", "service-level");
    assertThat(texts(series(KPIS + "&family=service-level&family=handle-time"), "family"))
        .containsExactly("service-level", "handle-time");
    assertThat(texts(series(KPIS + "&slice=channel%2Bqueue"), "value"))
        .containsExactly("VOICE+a%2Fb", "VOICE+billing");
    assertThat(texts(series(KPIS + VOICE + "&value=VOICE+none"), "value"))
        .containsExactly("VOICE+a%2Fb");
    assertThat(legs(series(KPIS + VOICE).get(0).get("windows").get(0))).isEqualTo(7);
  }

  @Test
  void boundsAreInstantsOrDaysOfTheTenant() throws Exception {
    assertThat(minutes("&from=1999-01-04T11:58:00Z&to=1999-01-04T12:59:00%2B01:00")).isEqualTo(1);
    assertThat(minutes("&from=1999-01-04&to=1999-01-05")).isEqualTo(2);
    assertThat(minutes("&from=1999-01-03&to=1999-01-04")).isZero();
    assertThat(minutes("&trailing=2m")).isEqualTo(1);
    assertThat(minutes("&trailing=3m")).isEqualTo(2);
  }

  @Test
  void windowsAddUpToTheirSum() throws Exception {
    JsonNode windows =
        series(KPIS + "&family=handle-time&window=minute&trailing=15m&sum=true")
            .get(0)
            .get("windows");

    assertThat(windows).hasSize(1);
    assertThat(legs(windows.get(0))).isEqualTo(3);
    assertThat(windows.get(0).get("end").asText()).isEqualTo("1999-01-04T13:01+01:00");
    assertThat(windows.get(0).get("figures").get("aht").get("denominator").asLong()).isEqualTo(3);
  }

  @Test
  void moneyIsAsPublished() throws Exception {
    MoneyAmount amount = new MoneyAmount(1_234_567L, 1_234_567L, List.of(), 0L);
    CostMoney money =
        CostMoney.newBuilder()
            .setCurrency("EUR")
            .setHuman(amount)
            .setAi(amount)
            .setTotal(amount)
            .setByResource(List.of(new ResourceCost("AGENT", amount)))
            .setCostPerInteraction(new Ratio(1L, 2L, 0.5))
            .setCostPerHumanLeg(new Ratio(0L, 0L, null))
            .setCostPerBotSession(new Ratio(0L, 0L, null))
            .build();
    Totals totals = Totals.zero(Cost.FAMILY);
    side.add(
        Published.TOPICS.kpi(Cost.FAMILY),
        ReadSide.hour(ReadSide.key(Cost.FAMILY, new Slice("all", List.of()), NOON - MINUTE))
            .row()
            .text(),
        Published.kpi(
            totals, new Window(WindowSize.HOUR, NOON - ReadSide.HOUR, NOON), NOON, 0.5, money));
    side.reader.poll();

    JsonNode window = series(KPIS + "&family=cost").get(0).get("windows").get(0);

    assertThat(window.get("money").get("total").get("micros").asLong()).isEqualTo(1_234_567);
    assertThat(window.get("money").get("by_resource").get(0).get("resource").asText())
        .isEqualTo("AGENT");
  }

  @Test
  void everyWrongParameterIsNamedAtOnce() throws Exception {
    JsonNode problem =
        json(
            KPIS
                + "&family=luck&family=volume&slice=tier&window=week&from=monday&sum=maybe"
                + "&limit=0&trailing=soon&cursor=!",
            400);

    assertThat(texts(problem.get("errors"), "parameter"))
        .containsExactlyInAnyOrder(
            "family", "slice", "window", "from", "sum", "limit", "trailing", "cursor");
    assertThat(problem.get("title").asText()).isEqualTo("Bad Request");
    assertThat(problem.get("detail").asText()).isEqualTo("8 parameters are wrong");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?family=handle-time                    | tenant | is missing
          ?tenant=acme&family=luck               | family | allowed: handle-time, service-level
          ?tenant=acme&window=week               | window | allowed: minute, hour, day
          ?tenant=acme&family=occupancy&window=minute | window | occupancy has no minutes; allowed: hour
          ?tenant=acme&slice=tier                | slice  | unknown dimension 'tier'
          ?tenant=acme&slice=queue&value=a+b     | value  | has 2 parts; slice queue has 1
          ?tenant=acme&from=monday               | from   | is not a date such as 1999-01-31
          ?tenant=acme&to=+999999999-01-01       | to     | is not a date such as 1999-01-31
          ?tenant=acme&from=1999-01-05&to=1999-01-05 | from | is not before
          ?tenant=acme&window=minute&from=1999-01-01&to=1999-02-01 | from | at most 5000
          ?tenant=acme&from=1999-01-01&trailing=7d | trailing | stands beside 'from'
          ?tenant=acme&tenant=acme               | tenant | stands twice
          ?tenant=acme&limit=5001                | limit  | no whole number from 1 to 5000
          ?tenant=acme&cursor=bm9uZQ             | cursor | is none that was given
          """)
  void aWrongParameterIsNamedWithWhatIsAllowed(String query, String parameter, String expected)
      throws Exception {
    assertThat(error(json("/v1/kpis" + query, 400), parameter)).contains(expected);
  }

  @Test
  void tenantWithoutRecordsIsNotFound() throws Exception {
    for (String path : List.of("/v1/kpis", "/v1/roi", "/v1/roi/course", "/v1/slices/all/values")) {
      assertThat(json(path + "?tenant=other", 404).get("detail").asText())
          .isEqualTo("no tenant 'other'");
    }
  }

  @Test
  void pagesFollowEachOther() throws Exception {
    String first = KPIS + "&slice=channel%2Bqueue&limit=1";
    JsonNode page = json(first, 200);
    JsonNode last = json(first + "&cursor=" + page.get("next").asText(), 200);

    assertThat(texts(page.get("series"), "value")).containsExactly("VOICE+a%2Fb");
    assertThat(texts(last.get("series"), "value")).containsExactly("VOICE+billing");
    String link = get(first, 200).headers().firstValue("Link").orElseThrow();
    assertThat(link).endsWith(">; rel=\"next\"");
    assertThat(json(link.substring(1, link.indexOf('>')), 200)).isEqualTo(last);
    JsonNode values = json("/v1/slices/channel+queue/values?tenant=acme&limit=1", 200);
    assertThat(texts(values.get("values"))).containsExactly("VOICE+a%2Fb");
    assertThat(
            texts(
                json(
                        "/v1/slices/channel+queue/values?tenant=acme&limit=1&cursor="
                            + values.get("next").asText(),
                        200)
                    .get("values")))
        .containsExactly("VOICE+billing");
  }

  @Test
  void csvHasARowForEachFigure() throws Exception {
    HttpResponse<String> response =
        get(KPIS + "&family=handle-time", 200, "Accept", "text/csv, application/json");

    List<String> rows = response.body().lines().toList();
    assertThat(rows).hasSize(1 + HandleTime.FAMILY.figures().size());
    assertThat(rows.get(0)).startsWith("tenant,family,slice,value,window,start,end,status");
    assertThat(rows.get(1))
        .isEqualTo(
            "acme,handle-time,all,all,hour,1999-01-04T12:00+01:00,1999-01-04T13:00+01:00,"
                + "PROVISIONAL,0.5,3,aht,ms,180000,3,60000.0");
    assertThat(get(KPIS, 200, "Accept", "application/json, text/csv").body()).startsWith("{");
  }

  @Test
  void theReturnIsAsStated() throws Exception {
    state(Horizon.TO_DATE, DAY, 7L);
    state(Horizon.EARLY, DAY, 5L);

    JsonNode document = json("/v1/roi?tenant=acme&track=settled", 200);

    JsonNode expected =
        StatementJson.of(
            new TenantStatement(Statements.of(Horizon.TO_DATE, DAY, 7L)), List.of("settled"));
    assertThat(document.get("statement")).isEqualTo(expected);
    assertThat(document.get("statement").has("provisional")).isFalse();
    assertThat(texts(document.get("phases"), "horizon")).containsExactly("EARLY");
  }

  @Test
  void nothingStatedIsNotFound() throws Exception {
    assertThat(json("/v1/roi?tenant=acme&horizon=late", 404).get("detail").asText())
        .isEqualTo("nothing is stated of horizon late of tenant 'acme'");
    assertThat(error(json("/v1/roi?tenant=acme&horizon=never", 400), "horizon"))
        .contains("allowed: day, trailing-30-days, to-date");
  }

  @Test
  void theCourseIsAllDaysInTheirOrder() throws Exception {
    state(Horizon.DAY, DAY.plusDays(2), null);
    state(Horizon.DAY, DAY, 7L);
    state(Horizon.DAY, DAY.plusDays(1), 5L);
    String course = "/v1/roi/course?tenant=acme";

    assertThat(texts(json(course, 200).get("statements"), "from"))
        .containsExactly("2026-03-02", "2026-03-03", "2026-03-04");
    assertThat(
            texts(json(course + "&from=2026-03-03&to=2026-03-04", 200).get("statements"), "from"))
        .containsExactly("2026-03-03");
    String next = json(course + "&limit=2", 200).get("next").asText();
    assertThat(texts(json(course + "&cursor=" + next, 200).get("statements"), "from"))
        .containsExactly("2026-03-04");
    List<String> rows =
        get(course + "&track=provisional", 200, "Accept", "text/csv").body().lines().toList();
    assertThat(rows).hasSize(4);
    assertThat(rows.get(1))
        .startsWith("acme,day,2026-03-02,2026-03-02,false,EUR,1,provisional,7000000,0,7000000");
    assertThat(rows.get(3)).contains("provisional,,0,,");
  }

  @Test
  void headHasTheTagOfGet() throws Exception {
    HttpResponse<String> get = get(KPIS, 200);
    HttpResponse<String> head =
        send(
            HttpRequest.newBuilder(uri(KPIS))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());

    assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
    assertThat(head.body()).isEmpty();
  }

  private void state(Horizon horizon, LocalDate day, @Nullable Long units) {
    String name = org.contactroi.roi.statement.Horizon.valueOf(horizon.name()).id();
    side.add(
        Published.TOPICS.roi(),
        "acme/all/%s/%s".formatted(name, day),
        Published.statement(Statements.of(horizon, day, units)));
    side.reader.poll();
  }

  private JsonNode series(String path) throws Exception {
    return json(path, 200).get("series");
  }

  private int minutes(String range) throws Exception {
    JsonNode series = series(KPIS + "&family=handle-time&window=minute" + range);
    return series.isEmpty() ? 0 : series.get(0).get("windows").size();
  }

  private static long legs(JsonNode window) {
    return window.get("totals").get("handled_legs").asLong();
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(one -> one.get(field).asText())
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static String error(JsonNode problem, String parameter) {
    return StreamSupport.stream(problem.get("errors").spliterator(), false)
        .filter(error -> error.get("parameter").asText().equals(parameter))
        .map(error -> error.get("detail").asText())
        .findFirst()
        .orElse("");
  }

  private JsonNode json(String path, int status) throws Exception {
    return new ObjectMapper().readTree(get(path, status).body());
  }

  /** An answer that is as described. */
  private HttpResponse<String> get(String path, int status, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> response = send(request.build());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    described.check(
        URI.create(path)
            .getPath()
            .replaceAll("/slices/[^/]+/", "/slices/{slice}/")
            .replaceAll("/(interactions|episodes)/[^/]+", "/$1/{id}"),
        response);
    return response;
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(front.port(), path));
  }

  private static TotalsKey voice(String... values) {
    return ReadSide.key(
        HandleTime.FAMILY, new Slice("channel+queue", List.of(values)), NOON - MINUTE);
  }

  private static Totals legs(long count) {
    return Totals.builder(HandleTime.FAMILY)
        .add(HandleTime.HANDLED_LEGS, count)
        .add(HandleTime.HANDLE_MS, count * 60_000)
        .build();
  }

  private static Totals offered(long count) {
    return Totals.builder(ServiceLevel.FAMILY)
        .add(ServiceLevel.FAMILY.measures().get(0), count)
        .build();
  }
}
