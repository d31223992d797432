package org.contactroi.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.simulator.playback.PlaybackCommand;
import picocli.CommandLine;

/** Plays recorded calls at full speed, beside what starts after it. */
final class PlaybackComponent implements Component {

  /**
   * What is played.
   *
   * @param zone of the recorded clocks
   * @param order as the option of the playback command
   */
  record Recording(List<Path> files, String tenant, String zone, String order) {}

  private final Recording recording;
  private final List<String> cluster;
  private final PublicationThread<Long> publication;
  private volatile long startNanos;

  /**
   * @param cluster options of the playback command that say where events go
   */
  PlaybackComponent(Recording recording, List<String> cluster) {
    this.recording = recording;
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
    return "%d file(s), tenant %s".formatted(recording.files().size(), recording.tenant());
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

  /** The command itself, so that the demonstration plays exactly what it would. */
  private long play() throws IOException {
    StringWriter summary = new StringWriter();
    PlaybackCommand command = new PlaybackCommand();
    CommandLine line = new CommandLine(command).setOut(new PrintWriter(summary));
    line.parseArgs(arguments().toArray(String[]::new));
    command.call();
    return new ObjectMapper().readTree(summary.toString()).path("events").asLong();
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(cluster);
    arguments.addAll(List.of("--format", "recorded-calls", "--json"));
    arguments.addAll(List.of("--tenant", recording.tenant(), "--zone", recording.zone()));
    arguments.addAll(List.of("--order", recording.order()));
    recording.files().forEach(file -> arguments.add(file.toString()));
    return arguments;
  }
}
