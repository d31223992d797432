package org.contactroi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class ClusterSettingsTest {

  private static final ClusterSettings.Overrides OPTIONS =
      new ClusterSettings.Overrides("broker:9092", "http://registry:8081", null, null);

  private static Properties properties(String... namesAndValues) {
    Properties properties = new Properties();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      properties.setProperty(namesAndValues[index], namesAndValues[index + 1]);
    }
    return properties;
  }

  @Test
  void defaultsPublishOnceToAllReplicasWithOurSerializer() {
    ClusterSettings settings = ClusterSettings.of(new Properties(), OPTIONS);

    assertThat(settings.producer())
        .containsEntry("bootstrap.servers", "broker:9092")
        .containsEntry("schema.registry.url", "http://registry:8081")
        .containsEntry("value.serializer", "org.contactroi.wire.AvroSerializer")
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", "true");
    assertThat(settings.topic(EventTopic.INTERACTION_EVENTS))
        .isEqualTo("contact-roi.interaction-events");
    assertThat(settings.pseudonymKey()).isEqualTo(Pseudonyms.DEMO_KEY);
  }

  @Test
  void propertiesWinOverDefaultsAndOptionsOverProperties() {
    ClusterSettings settings =
        ClusterSettings.of(
            properties(
                "kafka.linger.ms", "50",
                "value.serializer", "some.OtherSerializer",
                "bootstrap.servers", "elsewhere:9092",
                "topic.prefix", "test.",
                "pseudonym.key", "secret"),
            OPTIONS);

    assertThat(settings.producer())
        .containsEntry("linger.ms", "50")
        .containsEntry("value.serializer", "some.OtherSerializer")
        .containsEntry("bootstrap.servers", "broker:9092")
        .doesNotContainKey("pseudonym.key");
    assertThat(settings.topicPrefix()).isEqualTo("test.");
    assertThat(settings.pseudonymKey()).isEqualTo("secret");
  }

  @Test
  void settingThatNobodyMayChangeIsRefusedWithItsValue() {
    assertThatThrownBy(() -> ClusterSettings.of(properties("acks", "1"), OPTIONS))
        .hasMessage("acks is '1' in the file of --properties; only all is allowed");
  }

  @Test
  void missingBrokersAreAskedFor() {
    assertThatThrownBy(
            () ->
                ClusterSettings.of(
                    new Properties(), new ClusterSettings.Overrides(null, null, null, null)))
        .hasMessage(
            "--bootstrap HOST:PORT is missing: give it, or bootstrap.servers in the file of"
                + " --properties");
  }

  @Test
  void pseudonymsDependOnTheKeyAndHideTheId() {
    String customer = "9664491";

    assertThat(new Pseudonyms("one").of(customer))
        .isEqualTo(new Pseudonyms("one").of(customer))
        .isNotEqualTo(new Pseudonyms("two").of(customer))
        .doesNotContain(customer)
        .hasSize(32);
  }

  @Test
  void pseudonymIsTheStandardHmac() {
    // RFC 4231, test case 2, first half.
    assertThat(new Pseudonyms("Jefe").of("what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c7");
  }
}
