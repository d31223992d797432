package org.contactroi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.contactroi.events.InteractionEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The same against a real registry, for instance {@code
 * -Dregistry.url=http://127.0.0.1:8080/apis/ccompat/v7}.
 */
@EnabledIfSystemProperty(named = "registry.url", matches = "http.+")
class RealRegistryTest {
  private final String url = System.getProperty("registry.url", "");
  private final String prefix = "test-" + UUID.randomUUID() + ".";
  private final RegistryClient client = new RegistryClient(RegistrySettings.of(url));

  @Test
  void contractsAreRegisteredTwiceWithTheSameIds() {
    Map<String, Integer> first = Contracts.registerAll(client, prefix, prefix);
    RegistryClient fresh = new RegistryClient(RegistrySettings.of(url));

    assertThat(Contracts.registerAll(fresh, prefix, prefix)).isEqualTo(first);
    assertThat(fresh.subjects()).containsAll(first.keySet());
    Contracts.all()
        .forEach(
            contract -> {
              int id = first.getOrDefault(contract.subject(prefix), -1);
              assertThat(fresh.schemaById(id)).contains(contract.schema());
              assertThat(fresh.lookup(contract.subject(prefix), contract.schema())).isEqualTo(id);
              assertThat(fresh.latest(contract.subject(prefix)).id()).isEqualTo(id);
            });
  }

  @Test
  void anIncompatibleContractIsRefusedOnceTheLevelIsSet() {
    String subject = prefix + "thing-value";
    Schema wider =
        SchemaBuilder.record("Thing").fields().requiredInt("a").requiredInt("b").endRecord();
    client.setCompatibility(subject, Compatibility.BACKWARD_TRANSITIVE);
    client.register(subject, SchemaBuilder.record("Thing").fields().requiredInt("a").endRecord());

    RegistryRefusedException refused =
        catchThrowableOfType(RegistryRefusedException.class, () -> client.register(subject, wider));
    assertThat(refused.status()).isEqualTo(409);
  }

  @Test
  void unknownIdsAndSubjectsAreToldApartFromOutages() {
    assertThat(client.schemaById(Integer.MAX_VALUE)).isEmpty();
    assertThat(client.schemaById(0)).isEmpty();
    assertThat(client.schemaById(-7)).isEmpty();
    RegistryRefusedException refused =
        catchThrowableOfType(RegistryRefusedException.class, () -> client.latest(prefix + "none"));
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.errorCode()).isEqualTo(40401);
  }

  @Test
  void everyKindOfEventMakesTheRoundTrip() {
    Map<String, String> configuration = Map.of("schema.registry.url", url);
    try (AvroSerde<InteractionEvent> serde =
        AvroSerde.ofValues(InteractionEvent.class, configuration)) {
      String topic = prefix + "interaction-events";
      assertThat(Samples.oneEventPerPayload(3))
          .allSatisfy(
              event -> {
                byte[] bytes = serde.serializer().serialize(topic, event);
                assertThat(serde.deserializer().deserialize(topic, bytes)).isEqualTo(event);
              });
    }
  }
}
