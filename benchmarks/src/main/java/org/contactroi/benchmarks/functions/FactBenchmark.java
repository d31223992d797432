package org.contactroi.benchmarks.functions;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.contactroi.episode.Episode;
import org.contactroi.episode.EpisodeGrouping;
import org.contactroi.episode.Member;
import org.contactroi.episode.Purpose;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.event.Event;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Families;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From events to facts, and to what facts contribute. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FactBenchmark {

  private final List<Event> events = Sample.typical().domainEvents();
  private final Interaction interaction = Sample.fold(events);
  private final Episode episode = episode(interaction);

  static Episode episode(Interaction interaction) {
    return EpisodeGrouping.group(
            List.of(Member.of(interaction)), Purpose.BOT, at -> KpiPolicy.DEFAULT.episodeRules())
        .get(0);
  }

  /** All events of an interaction to its fact. */
  @Benchmark
  public Interaction foldInteraction() {
    return Sample.fold(events);
  }

  /** What a fact contributes to all families. */
  @Benchmark
  public Map<Cell, Totals> contributionsOfInteraction() {
    return Families.contributions(interaction);
  }

  /** What an episode of one interaction contributes. */
  @Benchmark
  public Map<Cell, Totals> contributionsOfEpisode() {
    return Families.contributions(episode);
  }
}
