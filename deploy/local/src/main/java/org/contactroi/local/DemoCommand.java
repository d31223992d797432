package org.contactroi.local;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contactroi.simulator.Speed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything on this machine, from events to figures. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Start everything on this machine and show live figures until Ctrl-C.",
      "With --playback and --until-drained: play files, print exact figures of every day, end."
    })
public final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StackOptions stack = new StackOptions();

  @Mixin private PlaybackOptions playback = new PlaybackOptions();

  @Option(
      names = "--serve-port",
      paramLabel = "PORT",
      description =
          "Port of the metrics and the API on 127.0.0.1 (default: as before, 8080, or any free"
              + " one).")
  private int servePort;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      description =
          "Multiple of real time of the simulator; above 1 it begins 30 days ago (default:"
              + " ${DEFAULT-VALUE}).")
  private String speed = "60";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides everything the simulator draws (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A key of the configuration, for instance policy.demo.repeat-window=3d.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--until-drained",
      description = "End when every event has become figures, and print them.")
  private boolean untilDrained;

  @Option(
      names = "--json",
      description = "With --until-drained: print one JSON document to the standard output.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException, IOException {
    check();
    Demo demo =
        Demo.open(
            new Demo.Settings(
                stack.settings(),
                servePort,
                settings,
                playback.playback(),
                json ? System.err : System.out),
            new SimulatorComponent.Pace(parsedSpeed(), seed));
    Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop-demo"));
    if (untilDrained) {
      demo.runUntilDrained().print(System.out, json);
    } else {
      demo.runUntilStopped();
    }
    return 0;
  }

  private void check() {
    require(!untilDrained || playback.isGiven(), "--until-drained needs --playback FILE");
    require(!json || untilDrained, "--json needs --until-drained");
  }

  private Speed parsedSpeed() {
    try {
      return Speed.parse(speed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--speed: " + e.getMessage(), e);
    }
  }

  private void require(boolean allowed, String message) {
    if (!allowed) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }
}
