package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedStack.class)
class ImportTest {

  private static final String GOOD =
      """
      {"interaction_id": "a", "occurred_at": "2026-03-02T09:00:00Z", "InteractionEnded": {}}
      """;

  private static final String BAD =
      """
      {"interaction_id": "b", "occurred_at": "2026-03-02T09:00:00Z", "InteractionEnd": {}}
      """;

  @TempDir Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** A file of events that is shipped with the tests. */
  static Path file(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(ImportTest.class.getResource(name)).toURI());
  }

  private int importing(AppConfig config, LocalStack stack, Object... arguments) {
    List<String> line = new ArrayList<>(List.of("import"));
    Arrays.stream(arguments).map(String::valueOf).forEach(line::add);
    line.addAll(List.of("--bootstrap", stack.bootstrapServers()));
    line.addAll(List.of("--registry", stack.registryUrl()));
    line.addAll(List.of("--topic-prefix", config.topics().names().prefix()));
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line.toArray(String[]::new));
  }

  private static List<String> keys(AppConfig config) {
    return new Outputs(config)
        .records(config.topics().names().interactionEvents()).stream()
            .map(ConsumerRecord::key)
            .toList();
  }

  @Test
  void theSameFileAgainChangesNoFigure(LocalStack stack) throws Exception {
    AppConfig config = new TestPipelines(stack).prepared("imported", Map.of());
    Path chats = file("three-chats.jsonl");
    Path agent = file("agent-of-chats.jsonl.gz");
    Outputs outputs = new Outputs(config);
    try (Pipeline pipeline = TestPipelines.running(config)) {
      assertThat(importing(config, stack, chats, agent)).isZero();
      outputs.awaitDrained();
      Map<String, byte[]> once = outputs.totalsBodies();

      assertThat(importing(config, stack, agent, chats)).isZero();
      outputs.awaitDrained();

      assertThat(pipeline.isRunning()).isTrue();
      assertThat(keys(config)).hasSize(24);
      assertThat(once).isNotEmpty();
      assertThat(outputs.totalsBodies()).containsExactlyInAnyOrderEntriesOf(once);
    }
  }

  @Test
  void oneBadLineKeepsAllFilesFromBeingPublished(LocalStack stack) throws IOException {
    AppConfig config = new TestPipelines(stack).prepared("refused", Map.of());
    Path good = Files.writeString(folder.resolve("good.jsonl"), GOOD);
    Path bad = Files.writeString(folder.resolve("bad.jsonl"), GOOD + BAD);

    int exit = importing(config, stack, "--tenant", "shop", good, bad);

    assertThat(exit).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            bad + ":2: field InteractionEnd is unknown, did you mean InteractionEnded; allowed: ",
            "1 bad line; nothing was published");
    assertThat(keys(config)).isEmpty();
  }

  @Test
  void goodLinesArePublishedWhereBadOnesAreSkipped(LocalStack stack) throws IOException {
    AppConfig config = new TestPipelines(stack).prepared("skipped", Map.of());
    Path bad = Files.writeString(folder.resolve("bad.jsonl"), BAD + GOOD);

    int exit = importing(config, stack, "--tenant", "shop", "--skip-bad", "--json", bad);

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("\"published\" : 1", "\"bad_lines\" : 1");
    assertThat(keys(config)).containsExactly("a");
  }

  @Test
  void aDryRunPublishesNothing(LocalStack stack) throws Exception {
    AppConfig config = new TestPipelines(stack).prepared("dry", Map.of());

    int exit = importing(config, stack, "--dry-run", file("three-chats.jsonl"));

    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains(
            "tenant chats: 12 interaction-events, from 2026-03-02T10:00:00Z to"
                + " 2026-03-02T11:00:00Z",
            "12 events, 0 published");
    assertThat(keys(config)).isEmpty();
  }
}
