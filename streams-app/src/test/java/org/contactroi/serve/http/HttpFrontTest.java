package org.contactroi.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
            new Routes(
                Map.of("/probe", request -> Response.text(200, LONG)),
                Map.of(
                    "/long", request -> Response.text(200, LONG),
                    "/short", request -> Response.text(200, SHORT),
                    "/wrong", request -> Response.text(503, LONG),
                    "/fails", request -> Response.text(200, request.part("none")),
                    "/empty", request -> Response.text(200, ""),
                    "/of/{name}", request -> Response.text(200, request.part("name")))));
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
    assertThat(response.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding");
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

  @ParameterizedTest
  @ValueSource(strings = {"/long", "/probe"})
  void whatAClientHasAlreadyIsNotSentAgain(String path) throws Exception {
    HttpResponse<byte[]> first = send("GET", path, "gzip");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    for (String method : new String[] {"GET", "HEAD"}) {
      HttpResponse<byte[]> second =
          send(
              HttpRequest.newBuilder(uri(path))
                  .method(method, HttpRequest.BodyPublishers.noBody())
                  .header("If-None-Match", "\"other\", " + tag)
                  .build());
      assertThat(second.statusCode()).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      assertThat(second.headers().firstValue("ETag")).hasValue(tag);
    }
    assertThat(send("GET", "/short", "gzip").headers().firstValue("ETag")).isNotEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/long", "/probe", "/of/one"})
  void optionsSayWhatIsAllowed(String path) throws Exception {
    HttpResponse<byte[]> response = send("OPTIONS", path, "gzip");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/long", "/probe", "/of/one"})
  void nothingIsWritten(String path) throws Exception {
    for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
      HttpResponse<byte[]> response = send(method, path, "identity");

      assertThat(response.statusCode()).as(method).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
    }
  }

  @Test
  void partsOfPathsAreDecoded() throws Exception {
    assertThat(text(send("GET", "/of/channel+a%2Bb%20c", "identity"))).isEqualTo("channel+a+b c");
  }

  @Test
  void noPathSaysWhichThereAre() throws Exception {
    HttpResponse<byte[]> response = send("GET", "/none", "identity");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(text(response))
        .contains("\"status\":404", "no such path; there are [/empty, /fails, /long, /of/{name}");
  }

  @Test
  void whatFailsSaysSoAndNothingOfTheInside() throws Exception {
    HttpResponse<byte[]> response = send("GET", "/fails", "identity");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(text(response)).contains("the log says why").doesNotContain("none");
  }

  @Test
  void anAddressInUseIsNamed() {
    Endpoint taken = new Endpoint("127.0.0.1", front.port());

    assertThatThrownBy(() -> HttpFront.start(taken, new Routes(Map.of(), Map.of())))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot listen on 127.0.0.1:%d".formatted(front.port()));
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static void assertPlain(HttpResponse<byte[]> response, String body) {
    assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(response.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding");
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
