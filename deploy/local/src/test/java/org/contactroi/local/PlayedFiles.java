package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.kpis.TenantDays;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.kpi.SliceBy;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.input.EventFormats;
import org.contactroi.simulator.input.Input;
import org.contactroi.simulator.playback.PlaybackOrder;

/**
 * Files of this package's resources, played through the real broker and registry.
 *
 * @param events files of events
 * @param reference files of reference data
 */
record PlayedFiles(List<String> events, List<String> reference) {

  /** The days of tenants when all of it is counted. */
  List<TenantDays> play(LocalStack stack, List<String> tenants) throws Exception {
    AppConfig config = new TestPipelines(stack).prepared("played-" + tenants.get(0), Map.of());
    String prefix = config.topics().names().prefix();
    if (!reference.isEmpty()) {
      new ReferenceFiles(
              files(reference),
              List.of(
                  "--bootstrap=" + stack.bootstrapServers(),
                  "--registry=" + stack.registryUrl(),
                  "--topic-prefix=" + prefix))
          .start();
    }
    try (PlaybackComponent playback =
            new PlaybackComponent(
                new Playback(input(), List.of()),
                SimulatorComponent.cluster(stack.bootstrapServers(), stack.registryUrl(), prefix));
        Pipeline pipeline = TestPipelines.running(config)) {
      playback.start();
      assertThat(playback.awaitEvents()).isPositive();
      new Outputs(config).awaitDrained();
      assertThat(pipeline.isRunning()).isTrue();
      List<SliceBy> slices = List.of(SliceBy.ALL, SliceBy.of("queue"));
      return tenants.stream().map(tenant -> TenantDays.read(config, tenant, slices)).toList();
    }
  }

  private Input input() throws IOException, URISyntaxException {
    return Input.read(
        files(events),
        EventFormats.of(
            ZoneId.of("UTC"), new PlaybackOrder.EventTime(), new Pseudonyms(Pseudonyms.DEMO_KEY)),
        Optional.empty(),
        Progress.silent());
  }

  private static List<Path> files(List<String> names) throws URISyntaxException {
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      files.add(ImportTest.file(name));
    }
    return files;
  }

  /** A family of a tenant on a day, among the days of a printed document. */
  static JsonNode of(JsonNode days, String tenant, String day, String family) {
    return StreamSupport.stream(days.spliterator(), false)
        .filter(entry -> entry.path("tenant").asText().equals(tenant))
        .filter(entry -> entry.path("day").asText().equals(day))
        .filter(entry -> entry.path("family").asText().equals(family))
        .findFirst()
        .orElseThrow();
  }
}
