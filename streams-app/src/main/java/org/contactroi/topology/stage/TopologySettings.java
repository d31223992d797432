package org.contactroi.topology.stage;

import java.time.InstantSource;
import org.contactroi.kpi.Policies;
import org.contactroi.topic.Topics;

/**
 * What the topology is built from.
 *
 * @param partitions partitions of the inputs and the repartition topics
 * @param rekeyed whether the input is partitioned anew, for producers that hash keys otherwise
 * @param windowsExpire whether windows past their retention are deleted
 * @param past what is decided of records already
 * @param pace how often stages work on what has arrived
 * @param referenceLog of the process
 * @param wallClock bounds future-dated events and tells idleness; decides no figure
 */
public record TopologySettings(
    Topics topics,
    Policies policies,
    EventSerdes serdes,
    int partitions,
    boolean rekeyed,
    boolean windowsExpire,
    PastVerdicts past,
    CommitPace pace,
    ReferenceLog referenceLog,
    InstantSource wallClock) {

  public TopologySettings {
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions must be at least 1, is " + partitions);
    }
  }
}
