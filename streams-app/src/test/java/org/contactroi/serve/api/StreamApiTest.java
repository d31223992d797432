package org.contactroi.serve.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.serve.ReadSide.MINUTE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.serve.ReadSide;
import org.contactroi.serve.http.Endpoint;
import org.contactroi.serve.http.HttpFront;
import org.contactroi.serve.http.Routes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamApiTest {

  private static final long NOON = Instant.parse("1999-01-04T12:00:00Z").toEpochMilli();
  private static final String HOUR =
      "{\"family\":\"handle-time\",\"slice\":\"all\",\"value\":\"all\",\"window\":\"hour\","
          + "\"start\":\"1999-01-04T12:00+01:00\"}";

  @TempDir Path folder;
  private final List<Socket> sockets = new ArrayList<>();
  private ReadSide side;
  private HttpFront front;

  @BeforeEach
  void start() {
    side = new ReadSide(folder, "id", 10);
    front =
        HttpFront.start(
            new Endpoint("127.0.0.1", 0),
            new Routes(Map.of(), Map.of()).withStreams(ApiV1.streams(side.state, "p")));
    side.reader.assign();
    publish(1);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    front.close();
    side.close();
  }

  @Test
  void whoFollowsIsToldWhatChanges() throws Exception {
    BufferedReader stream = open("?tenant=acme", "");
    assertThat(event(stream)).containsExactly("event: open", "id: p-2", "data: {}");

    publish(2);

    List<String> first = event(stream);
    List<String> second = event(stream);
    assertThat(List.of(first.get(0), second.get(0)))
        .containsExactlyInAnyOrder("event: kpi", "event: minutes");
    assertThat(List.of(first.get(2), second.get(2))).contains("data: " + HOUR);
    assertThat(second.get(1)).isEqualTo("id: p-4");
  }

  @Test
  void whoComesBackIsToldWhatWasMissed() throws Exception {
    publish(2);

    BufferedReader stream = open("?tenant=acme", "Last-Event-ID: p-2\r\n");

    assertThat(event(stream)).containsExactly("event: open", "id: p-2", "data: {}");
    assertThat(event(stream).get(1)).isEqualTo("id: p-3");
    assertThat(event(stream).get(1)).isEqualTo("id: p-4");
  }

  @Test
  void whoComesFromAnotherProcessBeginsAnew() throws Exception {
    assertThat(event(open("?tenant=acme", "Last-Event-ID: q-1\r\n")))
        .containsExactly("event: reset", "id: p-2", "data: {}");
  }

  @Test
  void whoKnowsWhatIsYetToComeBeginsAnew() throws Exception {
    BufferedReader stream = open("?tenant=acme", "Last-Event-ID: p-99\r\n");

    assertThat(event(stream).get(0)).isEqualTo("event: open");
    assertThat(event(stream)).containsExactly("event: reset", "id: p-2", "data: {}");
  }

  @Test
  void othersAreNotToldOf() throws Exception {
    BufferedReader stream = open("?tenant=acme&family=handle-time&slice=queue", "");
    event(stream);

    publish(2);
    side.publish(
        ReadSide.key(HandleTime.FAMILY, new Slice("queue", List.of("billing")), NOON - MINUTE),
        legs(1),
        NOON);
    side.reader.poll();

    assertThat(event(stream).get(2)).contains("\"slice\":\"queue\",\"value\":\"billing\"");
  }

  @Test
  void wrongParametersAreNamed() throws Exception {
    assertThat(open("?family=luck", "").lines().anyMatch(line -> line.contains("\"errors\"")))
        .isTrue();
  }

  private void publish(long legs) {
    side.minute(legs(legs), NOON - MINUTE, NOON);
    side.reader.poll();
  }

  private static Totals legs(long count) {
    return Totals.builder(HandleTime.FAMILY).add(HandleTime.HANDLED_LEGS, count).build();
  }

  private BufferedReader open(String query, String header) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), front.port());
    sockets.add(socket);
    socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
    socket
        .getOutputStream()
        .write(
            "GET /v1/stream%s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%s\r\n"
                .formatted(query, header)
                .getBytes(StandardCharsets.US_ASCII));
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Lines of the next event, without what is around it on the wire. */
  private static List<String> event(BufferedReader stream) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = stream.readLine();
    while (lines.size() < 3) {
      assertThat(line).as("end of the stream").isNotNull();
      if (line.startsWith("event:") || line.startsWith("id:") || line.startsWith("data:")) {
        lines.add(line);
      }
      if (lines.size() < 3) {
        line = stream.readLine();
      }
    }
    return lines;
  }
}
