package org.contactroi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.config.ConfigException;
import org.contactroi.wire.UndecodableException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryClientTest {
  private static final Schema STRING = SchemaBuilder.builder().stringType();

  private final FakeRegistry registry = new FakeRegistry();
  private final AtomicLong nanos = new AtomicLong();

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void aRegisteredSchemaIsFoundByItsIdAndAskedForOnce() {
    RegistryClient client = client();

    int id = client.register("calls-value", STRING);
    int again = client.register("calls-value", STRING);

    assertThat(id).isEqualTo(1);
    assertThat(again).isEqualTo(1);
    assertThat(client.schemaById(1)).contains(STRING);
    assertThat(client.schemaById(1)).contains(STRING);
    assertThat(registry.requests())
        .containsExactly(
            "POST /apis/ccompat/v7/subjects/calls-value/versions",
            "GET /apis/ccompat/v7/schemas/ids/1");
  }

  @Test
  void bodiesCarryTheContentTypeOfVersionOne() {
    client().register("calls-value", STRING);

    assertThat(registry.contentTypes).containsExactly("application/vnd.schemaregistry.v1+json");
  }

  @Test
  void lookupFindsWhatIsThereAndRefusesWhatIsNot() {
    registry.add("calls-value", "\"string\"");

    assertThat(client().lookup("calls-value", STRING)).isEqualTo(1);
    RegistryRefusedException refused =
        catchThrowableOfType(
            RegistryRefusedException.class,
            () -> client().lookup("calls-value", SchemaBuilder.builder().intType()));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.errorCode()).isEqualTo(40403);
    assertThat(refused)
        .hasMessageContaining("calls-value")
        .hasMessageContaining("Schema not found");
  }

  @Test
  void latestGivesIdVersionAndSchema() {
    registry.add("calls-value", "\"int\"");
    registry.add("calls-value", "\"string\"");

    assertThat(client().latest("calls-value"))
        .isEqualTo(new RegistryClient.RegisteredSchema(2, 2, STRING));
  }

  @Test
  void subjectsAndLevelsPassThrough() {
    registry.add("b-value", "\"int\"");
    registry.add("a-value", "\"int\"");

    client().setCompatibility("a-value", Compatibility.FULL);

    assertThat(client().subjects()).containsExactly("b-value", "a-value");
    assertThat(registry.levels).isEqualTo(Map.of("a-value", "FULL"));
  }

  @Test
  void subjectsAreEncodedInThePath() {
    client().register("a b/ü-value", STRING);

    assertThat(registry.requests())
        .containsExactly("POST /apis/ccompat/v7/subjects/a%20b%2F%C3%BC-value/versions");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void passingFailuresAreRepeatedUntilTheRegistryAnswers(int status) {
    registry.failNext(status, status);

    assertThat(client().register("calls-value", STRING)).isEqualTo(1);
    assertThat(registry.requests()).hasSize(3);
  }

  @Test
  void anOutageEndsAsUnavailableAfterTheTimeForRetries() {
    registry.failNext(503);
    RegistryClient client = new RegistryClient(impatient(registry.url()));

    assertThatThrownBy(() -> client.schemaById(7))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("id 7")
        .hasMessageContaining(registry.url())
        .hasMessageContaining("503")
        .hasMessageContaining("on demand");
  }

  @Test
  void anUnreachableAddressIsUnavailable() throws IOException {
    RegistryClient client = new RegistryClient(impatient(unusedUrl()));

    assertThatThrownBy(() -> client.subjects()).isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void theNextAddressAnswersWhenTheFirstIsAway() throws IOException {
    RegistryClient client =
        new RegistryClient(impatient(unusedUrl() + ", " + registry.url() + "/"));

    assertThat(client.register("calls-value", STRING)).isEqualTo(1);
  }

  @Test
  void theAddressThatAnsweredIsAskedFirstNextTime() {
    try (FakeRegistry second = new FakeRegistry()) {
      registry.failNext(500);
      RegistryClient client = new RegistryClient(impatient(registry.url() + "," + second.url()));

      client.subjects();
      client.subjects();

      assertThat(registry.requests()).hasSize(1);
      assertThat(second.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 409, 422})
  void refusalsAreNotRepeated(int status) {
    registry.failNext(status);

    RegistryRefusedException refused =
        catchThrowableOfType(
            RegistryRefusedException.class, () -> client().register("calls-value", STRING));

    assertThat(refused.status()).isEqualTo(status);
    assertThat(registry.requests()).hasSize(1);
  }

  @Test
  void anUnknownIdIsBelievedForTenSecondsOnly() {
    RegistryClient client = new RegistryClient(settings(registry.url()), nanos::get);
    assertThat(client.schemaById(1)).isEmpty();
    registry.add("calls-value", "\"string\"");

    nanos.addAndGet(Duration.ofMillis(9_999).toNanos());
    assertThat(client.schemaById(1)).isEmpty();
    assertThat(registry.requests()).hasSize(1);

    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(client.schemaById(1)).contains(STRING);
  }

  @Test
  void aWrongBasePathIsNotTakenForAnUnknownId() {
    RegistryClient wrong =
        new RegistryClient(settings(registry.url().replace(FakeRegistry.BASE_PATH, "")));

    assertThatThrownBy(() -> wrong.schemaById(1)).isInstanceOf(RegistryRefusedException.class);
  }

  @Test
  void aSchemaOfAnotherKindIsAMismatch() {
    registry.add("calls-value", "{}");
    registry.answerSchemaType("JSON");

    UndecodableException undecodable =
        catchThrowableOfType(UndecodableException.class, () -> client().schemaById(1));

    assertThat(undecodable.reason()).isEqualTo(Reason.SCHEMA_MISMATCH);
  }

  @Test
  void userInfoIsSentAsBasicAuthentication() {
    Map<String, String> configuration =
        Map.of(
            "schema.registry.url", registry.url(),
            "basic.auth.credentials.source", "USER_INFO",
            "basic.auth.user.info", "ann:s3cret");

    new RegistryClient(RegistrySettings.from(configuration)).subjects();

    assertThat(registry.authorizations).containsExactly("Basic YW5uOnMzY3JldA==");
  }

  @Test
  void credentialsInTheUrlAreSentAndNeverShown() {
    RegistrySettings settings = impatient(registry.urlWithCredentials("ann:s3cret"));
    registry.failNext(401, 503);
    RegistryClient client = new RegistryClient(settings);

    assertThatThrownBy(client::subjects)
        .hasMessageContaining("401")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(client::subjects)
        .hasMessageContaining("503")
        .hasMessageNotContaining("s3cret");

    assertThat(registry.authorizations).containsOnly("Basic YW5uOnMzY3JldA==");
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void wrongSettingsNameTheKeyAndNotTheCredentials() {
    assertThatThrownBy(() -> RegistrySettings.from(Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("schema.registry.url");
    assertThatThrownBy(() -> RegistrySettings.of("ftp://ann:s3cret@host"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("ftp://host")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(
            () ->
                RegistrySettings.from(
                    Map.of(
                        "schema.registry.url", "http://h",
                        "basic.auth.credentials.source", "SASL_INHERIT")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("URL or USER_INFO");
  }

  @Test
  void everyDefaultIsPinned() {
    RegistrySettings settings = RegistrySettings.of("http://one:1/base/,https://two");

    assertThat(settings.urls())
        .map(Object::toString)
        .isEqualTo(List.of("http://one:1/base", "https://two"));
    assertThat(settings.userInfo()).isNull();
    assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.retryTotal()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void sharesWithEqualSettingsUseOneClientUntilAllAreClosed() {
    SharedRegistry one = SharedRegistry.open(settings(registry.url()));
    SharedRegistry two = SharedRegistry.open(settings(registry.url()));
    assertThat(one.client()).isSameAs(two.client());

    one.close();
    one.close();
    try (SharedRegistry third = SharedRegistry.open(settings(registry.url()))) {
      assertThat(third.client()).isSameAs(two.client());
    }
    two.close();

    try (SharedRegistry afterAll = SharedRegistry.open(settings(registry.url()))) {
      assertThat(afterAll.client()).isNotSameAs(two.client());
    }
  }

  private RegistryClient client() {
    return new RegistryClient(settings(registry.url()));
  }

  private static RegistrySettings settings(String url) {
    return RegistrySettings.of(url);
  }

  /** One round over the addresses. */
  private static RegistrySettings impatient(String url) {
    return RegistrySettings.from(Map.of("schema.registry.url", url, "registry.retry.total.ms", 0));
  }

  private static String unusedUrl() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }
}
