package org.contactroi.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFrontTest {

  private static final String LONG = "contact_roi_größe 1.0\n".repeat(1_000);
  private static final String SHORT = "ready\n";

  private HttpFront front;

  @BeforeEach
  void start() {
    front =
        HttpFront.start(
            new Endpoint("127.0.0.1", 0),
            Map.of(
                "/long", query -> Response.text(200, LONG),
                "/short", query -> Response.text(200, SHORT),
                "/wrong", query -> Response.text(503, LONG),
                "/empty", query -> Response.text(200, "")));
  }

  @AfterEach
  void stop() {
    front.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "gzip;q=0.5",
        "deflate, gzip;q=1.0, *;q=0.5",
        "br ; q=1 , gzip ; q=0.001",
        "*",
        "identity, *;q=0.1"
      })
  void answersAreCompressedForThoseWhoTakeIt(String accepted) throws Exception {
    HttpResponse<byte[]> response = send("GET", "/long", accepted);

    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(response.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(response.headers().firstValueAsLong("Content-Length"))
        .hasValue(response.body().length);
    assertThat(response.body().length).isLessThan(LONG.length() / 10);
    assertThat(unzipped(response.body())).isEqualTo(LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity",
        "br, deflate",
        "gzip;q=0",
        "gzip;q=0.000, *",
        "*;q=0",
        "gzip;level=9",
        "gzip;q=much",
        "gzipped",
        ",",
        ""
      })
  void answersAreAsTheyAreForOthers(String accepted) throws Exception {
    assertPlain(send("GET", "/long", accepted), LONG);
  }

  @Test
  void withoutTheHeaderNothingIsCompressed() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri("/long")).build();

    assertPlain(send(request), LONG);
  }

  @Test
  void shortAnswersAreNotCompressed() throws Exception {
    assertPlain(send("GET", "/short", "gzip"), SHORT);
    assertPlain(send("GET", "/empty", "gzip"), "");
  }

  @Test
  void statusAndTypeStayWhenCompressed() throws Exception {
    HttpResponse<byte[]> response = send("GET", "/wrong", "gzip");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(unzipped(response.body())).isEqualTo(LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "identity"})
  void headHasTheHeadersOfGetAndNoBody(String accepted) throws Exception {
    HttpResponse<byte[]> get = send("GET", "/long", accepted);
    HttpResponse<byte[]> head = send("HEAD", "/long", accepted);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name :
        new String[] {"Content-Type", "Content-Length", "Content-Encoding", "Vary"}) {
      assertThat(head.headers().allValues(name)).isEqualTo(get.headers().allValues(name));
    }
  }

  @Test
  void headOfNoPathIsNotFound() throws Exception {
    assertThat(send("HEAD", "/none", "gzip").statusCode()).isEqualTo(404);
  }

  private static void assertPlain(HttpResponse<byte[]> response, String body) {
    assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(response.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo(body);
  }

  private HttpResponse<byte[]> send(String method, String path, String accepted)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("Accept-Encoding", accepted)
            .build());
  }

  private static HttpResponse<byte[]> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(front.port(), path));
  }

  private static String unzipped(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
