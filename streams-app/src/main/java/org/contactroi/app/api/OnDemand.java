package org.contactroi.app.api;

import java.util.List;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.explain.ExplainCommand;
import org.contactroi.app.money.WhatIfCommand;
import org.contactroi.app.reference.ReferenceListCommand;
import org.contactroi.app.rejects.RejectsCommand;
import org.contactroi.app.replay.ReplayListCommand;
import org.contactroi.serve.access.Role;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.ProblemException;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.http.Route;

/**
 * Resources that are read from topics when they are asked for. Most are commands, so that both say
 * the same: parameters are options, and the answer is what {@code --json} prints.
 */
public final class OnDemand {

  private OnDemand() {}

  /**
   * What answers each path.
   *
   * @param base the configuration of the run that is no replay
   * @param config that of the run that is shown
   */
  public static Map<String, Route> routes(AppConfig base, AppConfig config) {
    ContactApi contacts = new ContactApi(config);
    RememberedMoney money = new RememberedMoney(config);
    return Map.of(
        "/v1/explain",
        Route.needing(
            Role.EXPLAIN,
            CommandRoute.ofLines(
                config,
                ExplainCommand::new,
                List.of(
                    "tenant", "family", "slice", "value", "window", "start", "figure", "measure",
                    "limit"))),
        "/v1/what-if",
        CommandRoute.of(
            config,
            WhatIfCommand::new,
            (command, tenant) -> {
              command.check();
              return command.print(config, money.of(tenant));
            },
            List.of(
                "tenant", "human-rates", "baseline-usage", "realisation", "from", "to", "track")),
        "/v1/rejects",
        Route.needing(
            Role.OPERATE,
            CommandRoute.of(
                config,
                RejectsCommand::new,
                List.of("tenant", "reason", "since", "until", "limit", "counts"))),
        "/v1/reference",
        Route.needing(
            Role.OPERATE,
            CommandRoute.of(config, ReferenceListCommand::new, List.of("tenant", "kind"))),
        "/v1/replays",
        Route.needing(Role.OPERATE, request -> replays(base, request)),
        "/v1/interactions/{id}",
        Route.needing(Role.EXPLAIN, contacts::interaction),
        "/v1/episodes/{id}",
        Route.needing(Role.EXPLAIN, contacts::episode));
  }

  /** Replays are of all tenants. */
  private static Response replays(AppConfig base, Request request) {
    request.requireAllTenants();
    new Parameters(request.query(), List.of()).check();
    try {
      return Response.json(200, ReplayListCommand.document(base));
    } catch (IllegalStateException e) {
      throw new ProblemException(404, String.valueOf(e.getMessage()));
    }
  }
}
