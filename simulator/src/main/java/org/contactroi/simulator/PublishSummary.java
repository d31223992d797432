package org.contactroi.simulator;

/**
 * What a run published.
 *
 * @param events events the broker has acknowledged
 * @param seconds wall-clock seconds from the first event to the last acknowledgement
 * @param interrupted whether the run was stopped before its source ended
 */
public record PublishSummary(long events, double seconds, boolean interrupted) {

  /** Returns events per second, 0 when no time passed. */
  public double eventsPerSecond() {
    return seconds > 0 ? events / seconds : 0;
  }
}
