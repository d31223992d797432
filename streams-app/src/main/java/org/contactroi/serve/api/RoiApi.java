package org.contactroi.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.ProblemException;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.store.KpiState;
import org.jspecify.annotations.Nullable;

/** Answers {@code /v1/roi}, the statement of a horizon, and {@code /v1/roi/course}, all of it. */
final class RoiApi {

  private static final String HORIZON = "horizon";
  private static final String TRACK = "track";
  private static final List<Horizon> PHASES = List.of(Horizon.EARLY, Horizon.MID, Horizon.LATE);
  private static final int MOST = 1_000;

  private final KpiState state;

  RoiApi(KpiState state) {
    this.state = state;
  }

  /** The newest statement of a horizon, and of each phase that has begun. */
  Response statement(Request request) {
    Parameters parameters = new Parameters(request.query(), List.of(Asked.TENANT, HORIZON, TRACK));
    Optional<String> id = Asked.tenant(request, parameters);
    Horizon horizon = horizon(parameters, Horizon.TO_DATE);
    List<String> tracks = tracks(parameters);
    Tenant tenant = Asked.known(id, parameters, state);
    TenantStatement statement =
        newest(tenant, horizon)
            .orElseThrow(
                () ->
                    new ProblemException(
                        404,
                        "nothing is stated of horizon %s of tenant '%s'"
                            .formatted(horizon.id(), tenant.id())));
    ObjectNode document = Times.tenant(tenant);
    document.put("published", true).set("statement", StatementJson.of(statement, tracks));
    ArrayNode phases = document.putArray("phases");
    PHASES.forEach(
        phase ->
            newest(tenant, phase)
                .ifPresent(stated -> phases.add(StatementJson.of(stated, tracks))));
    return Response.json(200, document);
  }

  /** The statements of a horizon in the order of their days. */
  Response course(Request request) {
    Parameters parameters =
        new Parameters(
            request.query(),
            List.of(Asked.TENANT, HORIZON, TRACK, Asked.FROM, Asked.TO, Cursor.LIMIT, Cursor.NAME));
    Optional<String> id = Asked.tenant(request, parameters);
    Horizon horizon = horizon(parameters, Horizon.DAY);
    List<String> tracks = tracks(parameters);
    LocalDate from = parameters.get(Asked.FROM, LocalDate::parse).orElse(LocalDate.MIN);
    LocalDate to = parameters.get(Asked.TO, LocalDate::parse).orElse(LocalDate.MAX);
    int limit = Cursor.limit(parameters, MOST);
    Optional<String> cursor = Cursor.from(parameters);
    Tenant tenant = Asked.known(id, parameters, state);
    NavigableMap<String, TenantStatement> all = state.history().statements(tenant.id(), horizon);
    all.values().removeIf(one -> one.to().isBefore(from) || !one.to().isBefore(to));
    Cursor.Page<Map.Entry<String, TenantStatement>> page =
        Cursor.page(all.entrySet(), Map.Entry::getKey, cursor, limit);
    List<TenantStatement> stated = page.entries().stream().map(Map.Entry::getValue).toList();
    ObjectNode document = Times.tenant(tenant).put(HORIZON, horizon.id());
    ArrayNode list = document.putArray("statements");
    stated.forEach(one -> list.add(StatementJson.of(one, tracks)));
    page.tell(document);
    Response response = Csv.isWanted(request) ? csv(stated, tracks) : Response.json(200, document);
    return Cursor.link(response, request, page.next());
  }

  private Optional<TenantStatement> newest(Tenant tenant, Horizon horizon) {
    return Optional.ofNullable(state.history().statements(tenant.id(), horizon).lastEntry())
        .map(Map.Entry::getValue);
  }

  private static Horizon horizon(Parameters parameters, Horizon otherwise) {
    return parameters
        .get(HORIZON, Asked.choice(List.of(Horizon.values()), Horizon::id))
        .orElse(otherwise);
  }

  private static List<String> tracks(Parameters parameters) {
    List<String> tracks = parameters.all(TRACK, Asked.choice(StatementJson.TRACKS, track -> track));
    return tracks.isEmpty() ? StatementJson.TRACKS : tracks;
  }

  /** A row for each track of each statement; amounts in millionths, empty if undefined. */
  private static Response csv(List<TenantStatement> stated, List<String> tracks) {
    Csv csv =
        new Csv(
            List.of(
                "tenant",
                "horizon",
                "from",
                "to",
                "settled",
                "currency",
                "revision",
                "track",
                "benefit",
                "cost",
                "net_value",
                "saving",
                "cash",
                "roi_numerator",
                "roi_denominator"));
    for (TenantStatement one : stated) {
      tracks.forEach(track -> csv.row(values(one, track)));
    }
    return csv.response();
  }

  private static @Nullable Object[] values(TenantStatement one, String track) {
    Account account = (track.equals("settled") ? one.settled() : one.provisional()).sum().account();
    return new @Nullable Object[] {
      one.tenant(),
      one.horizon().id(),
      one.from(),
      one.to(),
      one.isSettled(),
      one.currency(),
      one.revision(),
      track,
      account.benefit().orNull(),
      account.cost().orNull(),
      account.netValue().orNull(),
      account.saving().orNull(),
      account.cash().orNull(),
      account.roi().numerator(),
      account.roi().denominator()
    };
  }
}
