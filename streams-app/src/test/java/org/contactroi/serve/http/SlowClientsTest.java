package org.contactroi.serve.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that bring half a request, do not read, or ask too much. */
class SlowClientsTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int BIG = 8 << 20;
  private static final String HALF = "GET /livez HT";

  private final CountDownLatch released = new CountDownLatch(1);
  private final List<Socket> sockets = new ArrayList<>();
  private HttpFront front = start(Limits.DEFAULT);

  @AfterEach
  void stop() throws IOException {
    released.countDown();
    for (Socket socket : sockets) {
      socket.close();
    }
    front.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 500})
  void halfARequestHoldsUpNobody(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      open(HALF);
    }

    assertAnswered("/livez", "/readyz", "/metrics", "/big");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 30})
  void whoDoesNotReadHoldsUpNobody(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      open("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    assertAnswered("/livez", "/readyz", "/metrics", "/big");
  }

  @Test
  void oneConnectionTooManyClosesTheOneThatHasWaitedLongest() throws Exception {
    restart(new Limits(3, 1, SOON, SOON, 64L << 20, 8_192, 4, 16, 1, 1));
    Socket first = open(HALF);
    open(HALF);
    open(HALF);

    Socket last = open("GET /livez HTTP/1.1\r\nHost: a\r\n\r\n");

    assertThat(read(last, "alive")).startsWith("HTTP/1.1 200");
    assertThat(first.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void tooManyUnreadAnswersCloseTheOldest() throws Exception {
    restart(new Limits(100, 1, SOON, SOON, 2L * BIG, 8_192, 4, 16, 1, 1));
    Socket first = open("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
    read(first, "xx");
    for (int i = 0; i < 2; i++) {
      read(open("GET /big HTTP/1.1\r\nHost: a\r\n\r\n"), "xx");
    }

    assertThatCode(() -> assertThat(first.getInputStream().readAllBytes()).hasSizeLessThan(BIG))
        .satisfiesAnyOf(
            thrown -> assertThat(thrown).isNull(),
            thrown -> assertThat(thrown).isInstanceOf(IOException.class));
    assertAnswered("/livez", "/metrics");
  }

  @Test
  void busyWorkersHoldUpNoProbe() throws Exception {
    restart(new Limits(100, 1, SOON, SOON, 64L << 20, 8_192, 1, 1, 1, 1));
    for (int i = 0; i < 3; i++) {
      open("GET /stuck HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    // One is worked on and one waits, whichever came first.
    await().until(() -> firstAnswered() != null);

    assertThat(read(Objects.requireNonNull(firstAnswered()), "too many requests"))
        .contains("503", "Retry-After: 1");
    assertAnswered("/livez", "/readyz");
  }

  @Test
  void requestsInARowAreAnsweredInTheirOrder() throws Exception {
    Socket socket =
        open(
            Stream.of("GET /livez", "GET /metrics", "HEAD /metrics", "GET /readyz")
                .map(line -> line + " HTTP/1.1\r\nHost: a\r\n\r\n")
                .collect(Collectors.joining()));

    String all = read(socket, "ready\n");

    assertThat(all.split("HTTP/1.1 200", -1)).hasSize(5);
    assertThat(all).containsSubsequence("alive", "metric 1", "ready");
    assertThat(all.split("metric 1", -1)).hasSize(2);
  }

  @Test
  void hugeHeadersAreRefused() throws Exception {
    Socket socket =
        open("GET /metrics HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");

    assertThat(read(socket, "\"status\":431")).startsWith("HTTP/1.1 431");
    assertAnswered("/livez", "/metrics");
  }

  @Test
  void hugeBodiesAreRefusedUnread() throws Exception {
    Socket socket =
        open("POST /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\nhalf");

    assertThat(read(socket, "\"status\":405")).startsWith("HTTP/1.1 405");
    assertAnswered("/livez", "/metrics");
  }

  private HttpFront start(Limits limits) {
    return HttpFront.start(
        new Endpoint("127.0.0.1", 0),
        new Routes(
            Map.of(
                "/livez", request -> Response.text(200, "alive\n"),
                "/readyz", request -> Response.text(200, "ready\n")),
            Map.of(
                "/metrics", request -> Response.text(200, "metric 1\n"),
                "/big", request -> Response.text(200, "x".repeat(BIG)),
                "/stuck", request -> Response.text(200, stuck()))),
        limits);
  }

  private void restart(Limits limits) {
    front.close();
    front = start(limits);
  }

  private String stuck() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "released";
  }

  private Socket open(String begin) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(1_024);
    socket.setSoTimeout((int) SOON.toMillis());
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), front.port()));
    socket.getOutputStream().write(begin.getBytes(US_ASCII));
    return socket;
  }

  private @Nullable Socket firstAnswered() throws IOException {
    for (Socket socket : sockets) {
      if (socket.getInputStream().available() > 0) {
        return socket;
      }
    }
    return null;
  }

  /** What comes up to a text. */
  private static String read(Socket socket, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (text.indexOf(end) < 0) {
      int next = in.read();
      assertThat(next).as("end of the connection after %s", text).isNotNegative();
      text.append((char) next);
    }
    return text.toString();
  }

  private void assertAnswered(String... paths) throws Exception {
    for (String path : paths) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(front.port(), path)))
              .timeout(SOON)
              .build();
      assertThat(
              HttpClient.newHttpClient()
                  .send(request, HttpResponse.BodyHandlers.discarding())
                  .statusCode())
          .as(path)
          .isEqualTo(200);
    }
  }
}
