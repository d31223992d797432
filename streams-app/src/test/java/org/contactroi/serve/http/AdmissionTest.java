package org.contactroi.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.contactroi.serve.access.Access;
import org.contactroi.serve.access.Role;
import org.contactroi.serve.access.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is answered: tokens, roles and tenants, and certificates. */
class AdmissionTest {

  private static final String SHOP = Token.draw();
  private static final String ALL = Token.draw();
  private static final Routes ROUTES =
      new Routes(
              Map.of("/livez", request -> Response.text(200, "alive\n")),
              Map.of(
                  "/figures", AdmissionTest::figures,
                  "/contacts", Route.needing(Role.EXPLAIN, AdmissionTest::figures),
                  "/metrics", AdmissionTest::metrics))
          .withPages(Map.of("/", request -> Response.text(200, "page\n")))
          .withSlow(Map.of("/deep/{id}", request -> Response.text(200, request.part("id"))))
          .withStreams(Map.of("/stream", request -> () -> ""));

  @TempDir Path folder;
  private @Nullable HttpFront front;

  @AfterEach
  void stop() {
    if (front != null) {
      front.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/livez, none, 200",
    "/, none, 200",
    "/figures, none, 401",
    "/figures, wrong, 401",
    "/figures?tenant=shop, shop, 200",
    "/figures?tenant=bank, shop, 403",
    "/figures?tenant=bank, all, 200",
    "/contacts?tenant=shop, shop, 403",
    "/contacts?tenant=shop, all, 200",
    "/metrics, shop, 403",
    "/metrics, all, 200",
    "/deep/x, none, 401",
    "/deep/x, shop, 200",
    "/stream, none, 401",
    "/nowhere, none, 404",
  })
  void whoMayAskIsAnswered(String path, String token, int status) throws Exception {
    start(guarded());

    assertThat(get(path, token).statusCode()).isEqualTo(status);
  }

  @Test
  void whoMayNotIsToldWhy() throws Exception {
    start(guarded());

    HttpResponse<String> unknown = get("/figures", "none");
    assertThat(unknown.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"contact-roi\"");
    assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(unknown.body())
        .contains("a token is needed, as in the header Authorization: Bearer TOKEN");
    assertThat(get("/figures", "wrong").body())
        .contains("the token is none of those known, or has expired");
    assertThat(get("/figures?tenant=bank", "shop").body())
        .contains("the token 'shop' is not for tenant 'bank'");
    assertThat(get("/contacts?tenant=shop", "shop").body())
        .contains("the token 'shop' does not have the role explain");
  }

  @Test
  void pagesWhoseNameWasMadeToLeadHereMayNotAsk() throws Exception {
    start(
        new FrontSettings(new Endpoint("127.0.0.1", 0), Optional.empty(), Cors.NONE, Access.LOCAL));

    assertThat(status("/figures", "evil.example.org")).contains(" 403 ");
    assertThat(status("/metrics", "evil.example.org")).contains(" 403 ");
    assertThat(status("/livez", "evil.example.org")).contains(" 200 ");
    assertThat(status("/figures", "127.0.0.1:" + port())).contains(" 200 ");
  }

  private String status(String path, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(path, host)
                  .getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  @Test
  void browsersThatAskBeforeNeedNoToken() throws Exception {
    start(guarded());

    HttpRequest preflight =
        HttpRequest.newBuilder(uri("http", "/figures"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(preflight, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void withACertificateItSpeaksTlsOnly() throws Exception {
    Path keystore = keystore();
    Files.writeString(folder.resolve("password"), "changeit\n");
    Tls tls = new Tls(keystore, Optional.empty(), Optional.of(folder.resolve("password")));
    start(new FrontSettings(new Endpoint("127.0.0.1", 0), Optional.of(tls)));

    HttpClient trusting = HttpClient.newBuilder().sslContext(trusting(keystore)).build();
    for (int i = 0; i < 3; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("https://localhost:" + port() + "/figures?tenant=a"))
              .build();
      assertThat(trusting.send(request, HttpResponse.BodyHandlers.ofString()).body())
          .isEqualTo("figures\n");
    }
    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .send(
                        HttpRequest.newBuilder(uri("https", "/livez")).build(),
                        HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(SSLHandshakeException.class);
    assertThatThrownBy(
            () ->
                HttpClient.newHttpClient()
                    .send(
                        HttpRequest.newBuilder(uri("http", "/livez")).build(),
                        HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aCertificateThatCannotBeReadIsNamed() {
    Tls missing = new Tls(folder.resolve("none.p12"), Optional.of("x"), Optional.empty());

    assertThatThrownBy(
            () -> start(new FrontSettings(new Endpoint("127.0.0.1", 0), Optional.of(missing))))
        .hasStackTraceContaining(
            "http.tls.keystore is '" + missing.keystore() + "', which cannot be read");
    assertThat(missing.toString()).doesNotContain("x");
  }

  private static Response figures(Request request) {
    request.query().all("tenant").forEach(request::requireTenant);
    return Response.text(200, "figures\n");
  }

  private static Response metrics(Request request) {
    request.requireAllTenants();
    return Response.text(200, "metric 1\n");
  }

  private FrontSettings guarded() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tokens.yaml"),
            """
            tokens:
              - name: shop
                sha256: %s
                tenants: [shop]
                roles: [view]
              - name: all
                sha256: %s
                tenants: all
                roles: [view, explain, operate]
            """
                .formatted(Token.digest(SHOP), Token.digest(ALL)));
    return new FrontSettings(
        new Endpoint("127.0.0.1", 0), Optional.empty(), Cors.NONE, Access.of(file));
  }

  private void start(FrontSettings settings) {
    front = HttpFront.start(settings, ROUTES);
  }

  private int port() {
    if (front == null) {
      throw new IllegalStateException("it does not run");
    }
    return front.port();
  }

  private URI uri(String scheme, String path) {
    return URI.create("%s://127.0.0.1:%d%s".formatted(scheme, port(), path));
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri("http", path));
    switch (token) {
      case "shop" -> request.header("Authorization", "Bearer " + SHOP);
      case "all" -> request.header("Authorization", "Bearer " + ALL);
      case "wrong" -> request.header("Authorization", "Bearer " + Token.draw());
      default -> {}
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private Path keystore() throws Exception {
    Path keystore = folder.resolve("key.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "serve",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit",
            "-keystore",
            keystore.toString());
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return keystore;
  }

  private static SSLContext trusting(Path keystore) throws Exception {
    KeyStore own = KeyStore.getInstance(keystore.toFile(), "changeit".toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("serve", own.getCertificate("serve"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), new SecureRandom());
    return context;
  }
}
