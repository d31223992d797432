package org.contactroi.benchmarks.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Scrapes gauges, and sees how many probes they have counted. */
public final class GaugeWatch extends Watch {

  /** Between the end of a scrape and the next. */
  public static final long BETWEEN_MS = 500;

  private static final String GAUGE = "contact_roi_handled_legs{";
  private static final List<String> LABELS =
      List.of("tenant=\"" + Probe.TENANT + "\"", "slice=\"all\"", "window=\"1h\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final Arrivals arrivals;

  /** Of the read side at a port. */
  public GaugeWatch(int port, Arrivals arrivals) {
    request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/metrics".formatted(port))).build();
    this.arrivals = arrivals;
  }

  @Override
  void watch() {
    try {
      while (isOpen()) {
        count(client.send(request, BodyHandlers.ofLines()).body())
            .ifPresent(count -> arrivals.see(count, System.nanoTime()));
        Thread.sleep(BETWEEN_MS);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the gauges cannot be read: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Handled legs of the probes in the lines of a scrape. */
  static OptionalLong count(Stream<String> lines) {
    return lines
        .filter(line -> line.startsWith(GAUGE) && LABELS.stream().allMatch(line::contains))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst();
  }
}
