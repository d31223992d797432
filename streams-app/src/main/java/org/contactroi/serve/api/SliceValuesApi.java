package org.contactroi.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.family.Families;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.store.KpiState;

/** Answers {@code /v1/slices/{slice}/values}: the values that a slice has, spelled as in keys. */
final class SliceValuesApi {

  static final String PATH = "/v1/slices/{slice}/values";

  private static final int MOST = 5_000;

  private final KpiState state;

  SliceValuesApi(KpiState state) {
    this.state = state;
  }

  Response answer(Request request) {
    Parameters parameters =
        new Parameters(
            request.query(), List.of(Asked.TENANT, Asked.FAMILY, Cursor.LIMIT, Cursor.NAME));
    Optional<String> id = Asked.tenant(request, parameters);
    List<Family> families = parameters.all(Asked.FAMILY, Families::of);
    Optional<SliceBy> by = parameters.value(Asked.SLICE, request.part(Asked.SLICE), SliceBy::of);
    int limit = Cursor.limit(parameters, MOST);
    Optional<String> from = Cursor.from(parameters);
    Tenant tenant = Asked.known(id, parameters, state);
    Cursor.Page<String> page =
        Cursor.page(
            state
                .history()
                .values(
                    tenant.id(), by.orElseThrow(), families.isEmpty() ? Families.all() : families),
            value -> value,
            from,
            limit);
    ObjectNode document = Times.tenant(tenant).put(Asked.SLICE, by.orElseThrow().id());
    ArrayNode values = document.putArray("values");
    page.entries().forEach(values::add);
    page.tell(document);
    return Cursor.link(Response.json(200, document), request, page.next());
  }
}
