package org.contactroi.serve.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.contactroi.serve.http.EventSource;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.http.Route;
import org.contactroi.serve.store.KpiState;

/** The resources of version 1 by their paths; {@code openapi.yaml} describes them. */
public final class ApiV1 {

  /** Where the description is. */
  public static final String DESCRIPTION = "/v1/openapi.yaml";

  private ApiV1() {}

  /** What answers each path. */
  public static Map<String, Route> routes(KpiState state) {
    RoiApi roi = new RoiApi(state);
    String description = description();
    return Map.of(
        "/v1/tenants",
        new TenantsApi(state)::answer,
        "/v1/families",
        FamiliesApi::answer,
        SliceValuesApi.PATH,
        new SliceValuesApi(state)::answer,
        "/v1/kpis",
        new KpisApi(state)::answer,
        "/v1/live",
        new LiveApi(state)::answer,
        "/v1/roi",
        roi::statement,
        "/v1/roi/course",
        roi::course,
        DESCRIPTION,
        request -> new Response(200, "application/yaml", description));
  }

  /**
   * What answers each path with events.
   *
   * @param process tells events of this process from those of others
   */
  public static Map<String, EventSource.Route> streams(KpiState state, String process) {
    return Map.of("/v1/stream", new StreamApi(state, process)::open);
  }

  private static String description() {
    try (InputStream in = ApiV1.class.getResourceAsStream("openapi.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
