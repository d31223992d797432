package org.contactroi.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is measured.
 *
 * @param events what is published once, for all
 * @param rounds how often each program is measured
 * @param programs letters of the programs, in the order of a round
 * @param against another checkout, measured as program d
 * @param settings further settings of the pipelines
 * @param live rates at which events are published live, a second; none for no such measurement
 * @param isBesideReplay whether that is measured once more while a history is replayed
 */
record BenchPlan(
    Events events,
    int rounds,
    Set<Letter> programs,
    Optional<Path> against,
    Map<String, String> settings,
    List<Integer> live,
    boolean isBesideReplay) {

  /** A program, by the letter it is chosen by. */
  enum Letter {
    /** Polls and decodes. */
    A,
    /** The program of the DSL. */
    B,
    /** The pipeline of this checkout. */
    C,
    /** The pipeline of another checkout. */
    D;

    String lower() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What the simulator publishes.
   *
   * @param scenario name or file
   * @param rate size of the center, as the simulator's option
   * @param dayZero from which its rollout counts
   * @param partitions of each topic
   */
  record Events(String scenario, int days, String rate, String dayZero, int partitions) {

    /** Day of the first event, in the scenario's zone. */
    static final String FROM = "2026-01-05";
  }
}
