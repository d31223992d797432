package org.contactroi.serve.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.family.Families;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.http.EventSource;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.store.Feed;
import org.contactroi.serve.store.KpiState;

/**
 * Answers {@code /v1/stream}: which windows of a tenant have changed, as server-sent events. A
 * client that names the last event it knows is told all since; if that is too long ago, or of
 * another process, it is told so by an event {@code reset}.
 */
final class StreamApi {

  private static final int MOST = 200;

  private final KpiState state;
  private final String process;

  /**
   * Tells of a state.
   *
   * @param process tells the events of this process from those of others
   */
  StreamApi(KpiState state, String process) {
    this.state = state;
    this.process = process;
  }

  /** Changes of these only; of all if none is named. */
  private record Wanted(Tenant tenant, List<Family> families, List<SliceBy> slices) {

    boolean is(Feed.Change change) {
      return change.row().tenant().equals(tenant.id())
          && (families.isEmpty()
              || change.family() == null
              || families.stream().anyMatch(family -> family.id().equals(change.family())))
          && (slices.isEmpty()
              || slices.stream().anyMatch(by -> by.id().equals(change.row().slice().by())));
    }
  }

  EventSource open(Request request) {
    Parameters parameters =
        new Parameters(request.query(), List.of(Asked.TENANT, Asked.FAMILY, Asked.SLICE));
    Optional<String> id = Asked.tenant(request, parameters);
    List<Family> families = parameters.all(Asked.FAMILY, Families::of);
    List<SliceBy> slices = parameters.all(Asked.SLICE, SliceBy::of);
    Tenant tenant = Asked.known(id, parameters, state);
    return new Source(
        new Wanted(tenant, families, slices), request.header("last-event-id").orElse(""));
  }

  /** A client that follows. */
  private final class Source implements EventSource {

    private final Wanted wanted;
    private final String last;
    private boolean begun;
    private long number;

    Source(Wanted wanted, String last) {
      this.wanted = wanted;
      this.last = last;
    }

    @Override
    public String next() {
      if (!begun) {
        begun = true;
        return begin();
      }
      while (true) {
        Optional<List<Feed.Change>> changes = state.feed().after(number, MOST);
        if (changes.isEmpty()) {
          return at(state.feed().newest(), "reset");
        }
        if (changes.get().isEmpty()) {
          return "";
        }
        StringBuilder events = new StringBuilder();
        for (Feed.Change change : changes.get()) {
          number = change.number();
          if (wanted.is(change)) {
            events.append(event(change));
          }
        }
        if (!events.isEmpty()) {
          return events.toString();
        }
      }
    }

    private String begin() {
      Optional<Long> known = known();
      if (known.isPresent()) {
        return at(known.get(), "open");
      }
      return at(state.feed().newest(), last.isEmpty() ? "open" : "reset");
    }

    /** The number of the last event, if it is of this process. */
    private Optional<Long> known() {
      String prefix = process + "-";
      return last.startsWith(prefix) && last.substring(prefix.length()).matches("\\d{1,18}")
          ? Optional.of(Long.valueOf(last.substring(prefix.length())))
          : Optional.empty();
    }

    private String at(long from, String event) {
      number = from;
      return text(event, from, "{}");
    }

    private String event(Feed.Change change) {
      ObjectNode data = JsonNodeFactory.instance.objectNode();
      if (change.family() != null) {
        data.put("family", change.family());
      }
      data.put("slice", change.row().slice().by())
          .put("value", change.row().slice().valueText())
          .put("window", change.row().window().id())
          .put("start", Times.text(change.row().start(), wanted.tenant().zone()));
      return text(change.kind().name().toLowerCase(Locale.ROOT), change.number(), data.toString());
    }

    private String text(String event, long of, String data) {
      return "event: %s\nid: %s-%d\ndata: %s\n\n".formatted(event, process, of, data);
    }
  }
}
