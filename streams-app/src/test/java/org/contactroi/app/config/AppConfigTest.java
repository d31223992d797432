package org.contactroi.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.contactroi.episode.Match;
import org.contactroi.interaction.event.Channel;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.serve.ServeSettings;
import org.contactroi.serve.access.AccessSetting;
import org.contactroi.serve.http.Cors;
import org.contactroi.serve.http.Endpoint;
import org.contactroi.serve.http.Exposure;
import org.contactroi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppConfigTest {

  @TempDir Path folder;

  @Test
  void everyDefaultIsPinned() {
    AppConfig config = AppConfig.defaults();

    assertThat(config.kafka().common()).isEqualTo(Map.of("bootstrap.servers", "127.0.0.1:9092"));
    assertThat(config.kafka().serdes())
        .isEqualTo(Map.of("schema.registry.url", "http://127.0.0.1:8085/apis/ccompat/v7"));
    assertThat(config.kafka().valueSerializer()).isEqualTo("org.contactroi.wire.AvroSerializer");
    assertThat(config.kafka().valueDeserializer())
        .isEqualTo("org.contactroi.wire.AvroDeserializer");
    assertThat(config.topics())
        .isEqualTo(new TopicSettings(new Topics("contact-roi."), 4, (short) 1));
    assertThat(config.streams())
        .isEqualTo(
            new StreamsSettings(
                "contact-roi",
                Path.of("data/state"),
                2,
                Duration.ofMillis(100),
                Duration.ofSeconds(3),
                100_000,
                false,
                true,
                256L << 20));
    assertThat(config.metrics()).isEqualTo(new Endpoint("127.0.0.1", 8081));
    assertThat(config.exposure()).isEqualTo(Exposure.BOARDS);
    assertThat(config.serve())
        .isEqualTo(
            new ServeSettings(
                new Endpoint("127.0.0.1", 8080),
                Path.of("data/serve"),
                200,
                Exposure.BOARDS,
                Cors.NONE,
                AccessSetting.LOOPBACK,
                Optional.empty()));
    assertThat(config.policies().otherwise()).isEqualTo(KpiPolicy.DEFAULT);
    assertThat(config.policies().byTenant()).isEmpty();
  }

  @Test
  void unknownKeyNamesTheNearestAndWhereItStood() throws IOException {
    Path file = file("aplication.id=x");

    assertThatThrownBy(() -> AppConfig.load(Optional.of(file), Map.of(), Map.of()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessage("aplication.id in %s is unknown; did you mean 'application.id'?", file);
  }

  @Test
  void unknownFieldOfAPolicyNamesTheNearestField() {
    assertThatThrownBy(() -> AppConfig.of(Map.of("policy.acme.repeat-windw", "7d")))
        .hasMessageContaining("did you mean 'policy.acme.repeat-window'?");
  }

  @Test
  void unknownEnvironmentVariableIsNamed() {
    assertThatThrownBy(
            () -> AppConfig.load(Optional.empty(), Map.of("CONTACT_ROI_SERVE_PRT", "1"), Map.of()))
        .hasMessage(
            "serve.prt in environment variable CONTACT_ROI_SERVE_PRT is unknown;"
                + " did you mean 'serve.port'?");
  }

  @Test
  void environmentWinsOverFileAndCommandLineOverEnvironment() throws IOException {
    Path file = file("serve.port=1\nserve.host=file\nthreads=1");
    Map<String, String> environment =
        Map.of("CONTACT_ROI_SERVE_PORT", "2", "CONTACT_ROI_SERVE_HOST", "env", "PATH", "/bin");

    AppConfig config = AppConfig.load(Optional.of(file), environment, Map.of("serve.port", "3"));

    assertThat(config.serve().endpoint()).isEqualTo(new Endpoint("env", 3));
    assertThat(config.streams().threads()).isEqualTo(1);
  }

  @Test
  void variablesOfTheLauncherAreNoKeys() {
    AppConfig config =
        AppConfig.load(Optional.empty(), Map.of("CONTACT_ROI_JAVA_OPTS", "-Xmx1g"), Map.of());

    assertThat(config).isEqualTo(AppConfig.defaults());
  }

  @Test
  void environmentReachesPoliciesAndKafka() {
    AppConfig config =
        AppConfig.load(
            Optional.empty(),
            Map.of(
                "CONTACT_ROI_POLICY_DEFAULT_REPEAT_WINDOW", "3d",
                "CONTACT_ROI_POLICY_ACME_GAP_VOICE", "1h",
                "CONTACT_ROI_KAFKA_CONSUMER_MAX_POLL_RECORDS", "7",
                "CONTACT_ROI_AUTO_REGISTER_SCHEMAS", "false"),
            Map.of());

    assertThat(config.policies().otherwise().repeatWindow()).isEqualTo(Duration.ofDays(3));
    assertThat(config.policies().at("acme", 0).gaps().of(Channel.VOICE)).isEqualTo(3_600_000);
    assertThat(config.kafka().consumer()).containsEntry("max.poll.records", "7");
    assertThat(config.kafka().serdes()).containsEntry("auto.register.schemas", "false");
  }

  @Test
  void keyThatStandsTwiceInTheFileIsAnError() throws IOException {
    Path file = file("threads=1\nthreads=2");

    assertThatThrownBy(() -> AppConfig.load(Optional.of(file), Map.of(), Map.of()))
        .hasMessage("threads stands twice in %s", file);
  }

  @Test
  void missingFileIsNamed() {
    Path missing = folder.resolve("none.properties");

    assertThatThrownBy(() -> AppConfig.load(Optional.of(missing), Map.of(), Map.of()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(missing.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "processing.guarantee, at_least_once",
    "kafka.processing.guarantee, at_least_once",
    "kafka.streams.processing.guarantee, exactly_once_v2"
  })
  void anyOtherProcessingGuaranteeIsRefusedWithTheReason(String key, String value) {
    assertThatThrownBy(() -> AppConfig.of(Map.of(key, value)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(key)
        .hasMessageContaining("exactly_once_v2")
        .hasMessageContaining("not idempotent");
  }

  @ParameterizedTest
  @CsvSource({
    "kafka.application.id",
    "kafka.bootstrap.servers",
    "kafka.consumer.isolation.level",
    "kafka.streams.consumer.isolation.level",
    "kafka.streams.main.consumer.isolation.level",
    "kafka.producer.value.serializer",
    "kafka.default.key.serde",
    "kafka.streams.num.stream.threads"
  })
  void keysTheApplicationOwnsDoNotPassThrough(String key) {
    assertThatThrownBy(() -> AppConfig.of(Map.of(key, "x")))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(key);
  }

  @Test
  void recordsOfSeveralTopicsAreNotTakenAsTheyCome() {
    assertThatThrownBy(() -> AppConfig.of(Map.of("kafka.streams.max.task.idle.ms", "-1")))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("kafka.streams.max.task.idle.ms")
        .hasMessageContaining("erasures");
  }

  @Test
  void kafkaKeysPassThroughToTheirKindOfClient() {
    KafkaSettings kafka =
        AppConfig.of(
                Map.of(
                    "kafka.security.protocol", "SASL_SSL",
                    "kafka.admin.retries", "3",
                    "kafka.producer.linger.ms", "5",
                    "kafka.streams.num.standby.replicas", "1"))
            .kafka();

    assertThat(kafka.admin())
        .isEqualTo(
            Map.of(
                "bootstrap.servers", "127.0.0.1:9092",
                "security.protocol", "SASL_SSL",
                "retries", "3"));
    assertThat(kafka.consumer())
        .containsEntry("isolation.level", "read_committed")
        .doesNotContainKey("linger.ms");
    assertThat(kafka.streams())
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("producer.linger.ms", "5")
        .containsEntry("admin.retries", "3")
        .containsEntry("num.standby.replicas", "1")
        .containsKey("schema.registry.url");
  }

  @Test
  void secretsAreNotShown() {
    AppConfig config =
        AppConfig.of(
            Map.of(
                "kafka.sasl.jaas.config", "hunter2",
                "kafka.consumer.ssl.truststore.password", "hunter2",
                "basic.auth.user.info", "me:hunter2",
                "schema.registry.url", "http://me:hunter2@registry:80"));

    assertThat(config.toString()).contains("registry:80").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "threads, 0, a whole number from 1 to 1000",
    "threads, two, a whole number from 1 to 1000",
    "metrics.include, some, 'boards, all'",
    "serve.port, 70000, a whole number from 0 to 65535",
    "topic.prefix, a/b, 'letters, digits'",
    "commit.interval.ms, 20000, a whole number from 1 to 9000",
    "input.rekey, yes, 'true, false'",
    "batch.events, 0, a whole number from 1 to 10000000",
    "policy.default.repeat-window, 7 days, 'a duration such as 20s'",
    "policy.default.repeat-window, '', 'a duration such as 20s'",
    "policy.acme.zone, Mars/Base, a time zone such as",
    "policy.default.fcr-match, agent, 'customer, issue, queue'",
    "policy.default.slices, 'all,tier', 'all, channel, queue, issue, bot, attribute:NAME'"
  })
  void wrongValueIsNamedWithWhatIsAllowed(String key, String value, String allowed) {
    assertThatThrownBy(() -> AppConfig.of(Map.of(key, value)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageStartingWith("%s is '%s' in the command line; allowed: ", key, value)
        .hasMessageContaining(allowed);
  }

  @Test
  void valuesThatContradictEachOtherNameThePolicy() {
    assertThatThrownBy(() -> AppConfig.of(Map.of("policy.acme.gap.voice", "30d")))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("policy.acme.*")
        .hasMessageContaining("VOICE");
  }

  @ParameterizedTest
  @CsvSource({
    "'all,channel+team', slice 'channel+team' names team",
    "'all,queue,queue', slice 'queue' stands twice"
  })
  void slicesThatCannotBeKeptNameThePolicyAndTheSlice(String slices, String message) {
    assertThatThrownBy(() -> AppConfig.of(Map.of("policy.acme.slices", slices)))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("policy.acme.*")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "250ms, PT0.25S",
    "20s, PT20S",
    "90m, PT90M",
    "24h, PT24H",
    "7d, P7D",
    "PT20S, PT20S"
  })
  void durationsAreReadAsPeopleWriteThem(String text, Duration expected) {
    assertThat(
            AppConfig.of(Map.of("policy.default.settle-after", text))
                .policies()
                .otherwise()
                .settleAfter())
        .isEqualTo(expected);
  }

  @Test
  void tenantHasFromTheDefaultPolicyWhatItLeavesOut() {
    AppConfig config =
        AppConfig.of(
            Map.of(
                "policy.default.answer-threshold", "30s",
                "policy.default.gap.email", "48h",
                "policy.acme.co.zone", "Asia/Jerusalem",
                "policy.acme.co.fcr-match", "customer",
                "policy.acme.co.slices", "all, channel+queue, bot+attribute:tier"));

    KpiPolicy acme = config.policies().at("acme.co", 0);
    assertThat(acme.zone()).isEqualTo(ZoneId.of("Asia/Jerusalem"));
    assertThat(acme.fcrMatch()).isEqualTo(Match.CUSTOMER);
    assertThat(acme.slices())
        .containsExactly(
            SliceBy.ALL, SliceBy.of("channel+queue"), SliceBy.of("bot+attribute:tier"));
    assertThat(acme.answerThreshold()).isEqualTo(Duration.ofSeconds(30));
    assertThat(acme.gaps().of(Channel.EMAIL)).isEqualTo(Duration.ofDays(2).toMillis());
    assertThat(config.policies().at("other", 0)).isEqualTo(config.policies().otherwise());
  }

  @Test
  void topicsAreNamedByPrefixAndFamily() {
    Topics topics = AppConfig.of(Map.of("topic.prefix", "x.")).topics().names();

    assertThat(topics.kpi(HandleTime.FAMILY)).isEqualTo("x.kpi.handle-time");
    assertThat(topics.deadLetters()).isEqualTo("x.dead-letters");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("app.properties"), text);
  }
}
