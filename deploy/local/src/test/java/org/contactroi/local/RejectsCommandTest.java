package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What users of queues of dead letters complain about: loops, multiplied and lost events. */
@ExtendWith(SharedStack.class)
class RejectsCommandTest {

  private static final String TOO_EARLY = "2026-03-02T07:00:00Z";

  /** Observed long before it happened. */
  private static final String REFUSED =
      """
      {"event_id": "e", "tenant_id": "acme", "interaction_id": "a", \
      "occurred_at": "2026-03-02T09:00:00Z", "observed_at": "2026-03-02T07:00:00Z", \
      "attributes": {"team": "north"}, "InteractionStarted": {"channel": "CHAT"}}
      """;

  @TempDir Path folder = Path.of("");

  private record Result(int exit, String out, String err) {}

  private static Result run(AppConfig config, LocalStack stack, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--bootstrap", stack.bootstrapServers()));
    line.addAll(List.of("--registry", stack.registryUrl()));
    line.addAll(List.of("--topic-prefix", config.topics().names().prefix()));
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(line.toArray(String[]::new));
    return new Result(exit, out.toString(), err.toString());
  }

  private String refused() throws IOException {
    return Files.writeString(folder.resolve("refused.jsonl"), REFUSED).toString();
  }

  private static long inbound(Outputs outputs) {
    return outputs.daysOfAll(Volume.FAMILY).get(Volume.INBOUND);
  }

  @Test
  void aMendedEventCountsOnceHoweverOftenItIsRetried(LocalStack stack) throws Exception {
    AppConfig config = new TestPipelines(stack).prepared("mended", Map.of());
    Outputs outputs = new Outputs(config);
    String out = folder.resolve("mend.jsonl").toString();
    try (Pipeline pipeline = TestPipelines.running(config)) {
      assertThat(run(config, stack, "import", refused()).exit()).isZero();
      outputs.awaitDrained();

      assertThat(run(config, stack, "rejects").out())
          .contains(
              "AHEAD_OF_OBSERVATION", "mended.interaction-events-", "@0", "\"team\":\"north\"")
          .contains("1 rejects: 1 AHEAD_OF_OBSERVATION");
      assertThat(run(config, stack, "rejects", "--tenant", "other").out()).contains("0 rejects");

      assertThat(run(config, stack, "rejects", "--out", out).exit()).isZero();
      assertThat(run(config, stack, "rejects", "--out", out).exit()).isEqualTo(2);
      Path file = Path.of(out);
      Files.writeString(file, Files.readString(file).replace(TOO_EARLY, "2026-03-02T09:00:01Z"));
      Result first = run(config, stack, "rejects", "retry", out);
      assertThat(first.exit()).isZero();
      assertThat(first.out()).contains("event e of a, revision 1", "1 published, 0 not");
      outputs.awaitDrained();
      assertThat(inbound(outputs)).isEqualTo(1);
      Map<String, byte[]> once = outputs.totalsBodies();

      assertThat(run(config, stack, "rejects", "retry", out).out()).contains("revision 1");
      outputs.awaitDrained();
      assertThat(inbound(outputs)).isEqualTo(1);
      assertThat(outputs.totalsBodies()).containsExactlyInAnyOrderEntriesOf(once);
      assertThat(pipeline.isRunning()).isTrue();
    }
  }

  @Test
  void retryingWhatIsRefusedAgainDoesNotMultiplyIt(LocalStack stack) throws Exception {
    AppConfig config = new TestPipelines(stack).prepared("again", Map.of());
    Outputs outputs = new Outputs(config);
    try (Pipeline pipeline = TestPipelines.running(config)) {
      run(config, stack, "import", refused());
      outputs.awaitDrained();
      for (int revision = 1; revision <= 3; revision++) {
        assertThat(run(config, stack, "rejects", "retry", "--tenant", "acme").out())
            .contains("revision " + revision, "1 published, 0 not");
        outputs.awaitDrained();
      }

      assertThat(run(config, stack, "rejects", "--counts", "--json").out())
          .contains("\"AHEAD_OF_OBSERVATION\" : 4");
      assertThat(pipeline.isRunning()).isTrue();
    }
  }

  @Test
  void deadLettersAreListedAndPublishedAsTheyCame(LocalStack stack) throws Exception {
    AppConfig config = new TestPipelines(stack).prepared("letters", Map.of());
    Outputs outputs = new Outputs(config);
    try (Pipeline pipeline = TestPipelines.running(config);
        Events events = new Events(config)) {
      events.send("k", new byte[] {9, 9});
      events.send("k", (byte[]) null);
      outputs.awaitDrained();

      assertThat(run(config, stack, "dead-letters").out())
          .contains("2 bytes that are no event", "1 NULL_VALUE, 1 UNKNOWN_MAGIC_BYTE");
      Result retried =
          run(config, stack, "dead-letters", "retry", "--since", "2020-01-01T00:00:00Z");
      assertThat(retried.exit()).isEqualTo(1);
      assertThat(retried.out()).contains("the record has no value", "1 published, 1 not");
      outputs.awaitDrained();
      assertThat(run(config, stack, "dead-letters", "--counts").out())
          .isEqualTo("3 dead letters: 1 NULL_VALUE, 2 UNKNOWN_MAGIC_BYTE%n".formatted());
      assertThat(pipeline.isRunning()).isTrue();
    }
  }

  @Test
  void aBadLineOrNoChoicePublishesNothing(LocalStack stack) throws IOException {
    AppConfig config = new TestPipelines(stack).prepared("bad", Map.of());
    Path bad =
        Files.writeString(
            folder.resolve("bad.jsonl"), REFUSED.replace("InteractionStarted", "InteractionStart"));

    assertThat(run(config, stack, "rejects", "retry", bad.toString()))
        .satisfies(result -> assertThat(result.exit()).isEqualTo(2))
        .satisfies(
            result -> assertThat(result.err()).contains(bad + ":1: ", "nothing was published"));
    assertThat(run(config, stack, "rejects", "retry").exit()).isEqualTo(2);
    assertThat(run(config, stack, "rejects", "retry", "--at", "bad.interaction-events-0@7"))
        .satisfies(result -> assertThat(result.exit()).isEqualTo(2))
        .satisfies(result -> assertThat(result.err()).contains("nothing was refused there"));
    assertThat(run(config, stack, "rejects", "--reason", "LATE").err()).contains("TOO_LATE");
  }
}
