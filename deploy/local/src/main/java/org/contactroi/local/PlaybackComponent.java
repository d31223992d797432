package org.contactroi.local;

import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.EventSink;
import org.contactroi.simulator.Pacer;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.Publisher;

/** Plays files of events at full speed, beside what starts after it. */
final class PlaybackComponent implements Component {

  private final Playback played;
  private final ClusterSettings cluster;
  private final PublicationThread<Long> publication;
  private volatile long startNanos;

  /**
   * @param cluster where events go
   */
  PlaybackComponent(Playback played, ClusterSettings cluster) {
    this.played = played;
    this.cluster = cluster;
    this.publication = new PublicationThread<>("playback", this::play);
  }

  @Override
  public String name() {
    return "playback";
  }

  /** Begins; {@link #awaitEvents} waits for the end. */
  @Override
  public String start() {
    startNanos = System.nanoTime();
    publication.start();
    return "tenant " + String.join(", ", played.tenants());
  }

  /** When it began, {@link System#nanoTime}. */
  long startNanos() {
    return startNanos;
  }

  /** Waits for the end of the playback: the number of events the broker has acknowledged. */
  long awaitEvents() throws InterruptedException {
    return publication.await();
  }

  @Override
  public void close() {
    publication.stop();
  }

  private long play() {
    try (EventSink sink = cluster.openSink()) {
      return new Publisher(sink)
          .publish(played.events(), Pacer.max(), Progress.onStandardError())
          .events();
    }
  }
}
