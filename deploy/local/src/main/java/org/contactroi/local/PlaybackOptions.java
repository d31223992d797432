package org.contactroi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contactroi.simulator.Progress;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.input.EventFormats;
import org.contactroi.simulator.input.Input;
import org.contactroi.simulator.playback.PlaybackOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a demonstration plays instead of the simulator. */
final class PlaybackOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--playback",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Play files at full speed instead of the simulator: JSON Lines, Avro files of 'simulate"
              + " --out', recorded calls; plain or gzip.")
  private List<Path> files = List.of();

  @Option(
      names = "--reference",
      arity = "1..*",
      paramLabel = "FILE",
      description = "With --playback: reference files to apply before, as 'reference apply' does.")
  private List<Path> reference = List.of();

  @Option(names = "--skip-bad", description = "With --playback: leave bad lines out.")
  private boolean skipBad;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "Zone of the clocks in recorded calls and of the days of their tenant (default:"
              + " ${DEFAULT-VALUE}).")
  private String zone = "Asia/Jerusalem";

  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description =
          "Tenant of all played events (default: what the files say; of recorded calls"
              + " anonymous-bank).")
  private @Nullable String tenant;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description =
          "Order of recorded calls: event-time, file, reverse or shuffle:SEED (default:"
              + " ${DEFAULT-VALUE}).")
  private String order = "event-time";

  boolean isGiven() {
    return !files.isEmpty();
  }

  /**
   * Reads and checks what is to be played; empty if nothing is.
   *
   * @throws ParameterException if an option or a file is wrong
   * @throws SetupException if lines are bad, which are on the standard error stream
   */
  Optional<Playback> playback() throws IOException {
    require(isGiven() || reference.isEmpty(), "--reference needs --playback FILE");
    if (!isGiven()) {
      return Optional.empty();
    }
    for (Path file : Stream.concat(files.stream(), reference.stream()).toList()) {
      require(Files.isReadable(file), "file '" + file + "' cannot be read");
    }
    Input input = input();
    input.badLines().report().forEach(spec.commandLine().getErr()::println);
    if (input.badLines().count() > 0 && !skipBad) {
      throw new SetupException(input.badLines().text() + "; played with --skip-bad only");
    }
    require(input.tally().events() > 0, "--playback: no event in " + files);
    return Optional.of(new Playback(input, reference));
  }

  private Input input() throws IOException {
    try {
      require(tenant == null || !tenant.isBlank(), "--tenant is blank");
      EventFormats formats =
          EventFormats.of(
              clocks(), PlaybackOrder.parse(order), new Pseudonyms(Pseudonyms.DEMO_KEY));
      return Input.read(files, formats, Optional.ofNullable(tenant), Progress.onStandardError());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private ZoneId clocks() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--zone '" + zone + "' is not a time zone such as Asia/Jerusalem or UTC", e);
    }
  }

  private void require(boolean allowed, String message) {
    if (!allowed) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
