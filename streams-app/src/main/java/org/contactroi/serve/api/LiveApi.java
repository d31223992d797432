package org.contactroi.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.contactroi.kpi.SliceBy;
import org.contactroi.live.LiveLoad;
import org.contactroi.live.LiveSlice;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.store.KpiState;
import org.jspecify.annotations.Nullable;

/** Answers {@code /v1/live}: what is open now, by slice and value; a value without is left out. */
final class LiveApi {

  private static final List<String> PARAMETERS = List.of(Asked.TENANT, Asked.SLICE);

  private final KpiState state;

  LiveApi(KpiState state) {
    this.state = state;
  }

  Response answer(Request request) {
    Parameters parameters = new Parameters(request.query(), PARAMETERS);
    Optional<String> id = Asked.tenant(request, parameters);
    List<SliceBy> slices = parameters.all(Asked.SLICE, SliceBy::of);
    Tenant tenant = Asked.known(id, parameters, state);
    ObjectNode document = Times.tenant(tenant);
    ArrayNode open = document.putArray("open");
    state.live().slices(tenant.id()).stream()
        .filter(slice -> isWanted(slice, slices))
        .forEach(slice -> open.add(json(slice, tenant.zone())));
    return Response.json(200, document);
  }

  private static boolean isWanted(LiveSlice slice, List<SliceBy> slices) {
    return slices.isEmpty()
        || slices.stream().anyMatch(by -> by.id().equals(slice.key().slice().by()));
  }

  private static ObjectNode json(LiveSlice slice, ZoneId zone) {
    LiveLoad load = slice.load();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("slice", slice.key().slice().by())
        .put("value", slice.key().slice().valueText())
        .put("waiting", load.waiting())
        .put("waiting_since", Times.text(millis(slice.waitingSince()), zone))
        .put("queued_work", load.queuedWork())
        .put("in_service", load.inService())
        .put("bot_sessions", load.botSessions())
        .put("conversations", load.conversations())
        .put("agents_available", load.agentsAvailable());
    ObjectNode agents = json.putObject("agents");
    load.agents().forEach(agents::put);
    return json.put("watermark", Times.text(millis(slice.watermark()), zone));
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
