package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.contactroi.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of nodes, stores and repartitions are an API: state and topics are found by them. */
class GoldenTopologyTest {

  private static final String KEPT =
      "streams-app/src/test/resources/org/contactroi/topology/topology.txt";

  @TempDir Path stateDir;

  private String described() {
    return Driven.topology(Driven.config(stateDir, Map.of())).describe().toString();
  }

  @Test
  void theTopologyIsTheOneThatIsKept() {
    Documents.file(KEPT, described());
  }

  @Test
  void noNameIsMadeUpByKafkaStreams() {
    assertThat(described()).doesNotContainPattern("[0-9]{10}");
  }
}
