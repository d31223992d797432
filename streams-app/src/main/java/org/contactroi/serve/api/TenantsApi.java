package org.contactroi.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.store.KpiState;

/** Answers {@code /v1/tenants}: the tenants with a record, and the event time each has reached. */
final class TenantsApi {

  private static final int MOST = 1_000;

  private final KpiState state;

  TenantsApi(KpiState state) {
    this.state = state;
  }

  Response answer(Request request) {
    Parameters parameters = new Parameters(request.query(), List.of(Cursor.LIMIT, Cursor.NAME));
    int limit = Cursor.limit(parameters, MOST);
    Optional<String> from = Cursor.from(parameters);
    parameters.check();
    List<String> own = state.tenantIds().stream().filter(request.grant()::isFor).toList();
    Cursor.Page<String> page = Cursor.page(own, id -> id, from, limit);
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode tenants = document.putArray("tenants");
    page.entries().stream()
        .flatMap(id -> state.tenant(id).stream())
        .forEach(tenant -> tenants.add(Times.tenant(tenant)));
    page.tell(document);
    return Cursor.link(Response.json(200, document), request, page.next());
  }
}
