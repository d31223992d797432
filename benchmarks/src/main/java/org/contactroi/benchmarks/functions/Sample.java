package org.contactroi.benchmarks.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.InteractionEvent;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.fold.InteractionFold;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.simulator.synthetic.SimulateCommand;
import org.contactroi.topology.intake.EventMapping;
import org.contactroi.wire.GeneratedClasses;
import picocli.CommandLine;

/**
 * A typical interaction of the simulator: of those that agents handled after a bot the one in the
 * middle by its number of events.
 *
 * @param events in the order in which they were published
 */
record Sample(List<InteractionEvent> events) {

  private static final String[] SIMULATED = {
    "--scenario", "retail-ai-rollout",
    "--from", "2026-01-05",
    "--day-zero", "2025-06-01",
    "--duration", "1d",
    "--rate", "0.1",
    "--faults", "0"
  };

  Sample {
    events = List.copyOf(events);
  }

  /** Simulates a day and chooses. */
  static Sample typical() {
    Map<String, List<InteractionEvent>> byInteraction = new LinkedHashMap<>();
    for (InteractionEvent event : simulated()) {
      byInteraction.computeIfAbsent(event.getInteractionId(), id -> new ArrayList<>()).add(event);
    }
    List<Sample> samples =
        byInteraction.values().stream()
            .map(Sample::new)
            .filter(sample -> isTypical(sample.interaction()))
            .sorted(Comparator.comparingInt((Sample sample) -> sample.events().size()))
            .toList();
    return samples.get(samples.size() / 2);
  }

  private static boolean isTypical(Interaction interaction) {
    return interaction.isHandledByHuman()
        && !interaction.sessions().isEmpty()
        && interaction.discarded() == null;
  }

  private static List<InteractionEvent> simulated() {
    try {
      Path file = Files.createTempFile("sample", ".avro");
      try {
        List<String> arguments = new ArrayList<>(List.of(SIMULATED));
        arguments.addAll(List.of("--out", file.toString()));
        int code = new CommandLine(new SimulateCommand()).execute(arguments.toArray(new String[0]));
        if (code != 0) {
          throw new IllegalStateException("the simulator ended with exit code " + code);
        }
        return read(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<InteractionEvent> read(Path file) throws IOException {
    GeneratedClasses.trust();
    List<InteractionEvent> events = new ArrayList<>();
    try (DataFileReader<SpecificRecord> reader =
        new DataFileReader<>(file.toFile(), new SpecificDatumReader<>())) {
      for (SpecificRecord each : reader) {
        if (each instanceof InteractionEvent event) {
          events.add(event);
        }
      }
    }
    return events;
  }

  /** Events of the domain. */
  List<Event> domainEvents() {
    return events.stream().map(EventMapping::map).toList();
  }

  /** What its events fold to, by the policy that is the default. */
  Interaction interaction() {
    return fold(domainEvents());
  }

  static Interaction fold(List<Event> events) {
    return InteractionFold.fold(
            "demo",
            "interaction",
            events,
            at -> KpiPolicy.DEFAULT.interactionRules(OpeningHours.ALWAYS))
        .interactions()
        .get(0);
  }
}
