package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of nodes, stores and repartitions are an API: state and topics are found by them. */
class GoldenTopologyTest {

  private static final String GOLDEN = "topology.txt";
  private static final Path RENEWED = Path.of("target", GOLDEN);

  @TempDir Path stateDir;

  private String described() {
    return Driven.topology(Driven.config(stateDir, Map.of())).describe().toString();
  }

  @Test
  void theTopologyIsTheOneThatIsKept() throws IOException {
    Files.createDirectories(RENEWED.getParent());
    Files.writeString(RENEWED, described());
    try (InputStream kept = GoldenTopologyTest.class.getResourceAsStream(GOLDEN)) {
      assertThat(kept).as("copy %s to the resources of this test", RENEWED).isNotNull();
      assertThat(described())
          .as("if it has to change, copy %s to the resources of this test", RENEWED)
          .isEqualTo(new String(kept.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void noNameIsMadeUpByKafkaStreams() {
    assertThat(described()).doesNotContainPattern("[0-9]{10}");
  }
}
