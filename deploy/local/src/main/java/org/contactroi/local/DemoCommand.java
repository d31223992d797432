package org.contactroi.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.contactroi.local.screen.ScreenWords;
import org.contactroi.simulator.Speed;
import org.jspecify.annotations.Nullable;
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
      "Start everything on this machine, let half a year of a center become figures, show its"
          + " return and let it go on live until Ctrl-C.",
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
      names = "--scenario",
      paramLabel = "NAME|FILE",
      description =
          "What is simulated: retail-ai-rollout, bank-voice, wechat-commerce, small-shop or a YAML"
              + " file (default: that of the data folder, else small-shop).")
  private @Nullable String scenario;

  @Option(
      names = "--no-history",
      description = "Begin where the center is live, without the days before it.")
  private boolean noHistory;

  @Option(names = "--once", description = "End when the return of the history is shown.")
  private boolean once;

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "Language of the screen (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      description =
          "Multiple of real time of the simulator when it is live; above 1 that begins 30 days ago"
              + " (default: ${DEFAULT-VALUE}).")
  private String speed = "60";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Decides everything the simulator draws (default: that of the data folder, else 1).")
  private @Nullable Long seed;

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
                json ? System.err : screen()),
            new LiveCenter.Wanted(
                new DemoSimulation.Wanted(scenario, seed, !noHistory),
                parsedSpeed(),
                parsedLanguage()));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo), "stop-demo"));
    if (untilDrained) {
      demo.runUntilDrained().print(System.out, json);
    } else if (once) {
      demo.runUntilShown();
    } else {
      demo.runUntilStopped();
    }
    return 0;
  }

  /** Says what is left of it, unless it ends by itself. */
  private void stop(Demo demo) {
    demo.close();
    if (!untilDrained) {
      ScreenWords words = new ScreenWords(parsedLanguage());
      Optional<Path> kept = stack.settings().data();
      PrintStream out = screen();
      out.println();
      out.println(
          kept.map(folder -> words.of("kept", folder, folder))
              .orElseGet(() -> words.of("not-kept")));
      out.flush();
    }
  }

  /** In Chinese it is of the characters that the screen is made of, whatever the locale is. */
  private PrintStream screen() {
    return parsedLanguage() == ScreenWords.Language.EN
        ? System.out
        : new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  }

  private void check() {
    require(!untilDrained || playback.isGiven(), "--until-drained needs --playback FILE");
    require(
        !playback.isGiven() || (!once && !noHistory && scenario == null),
        "--once, --no-history and --scenario are for the simulator, not for --playback");
    require(!json || untilDrained, "--json needs --until-drained");
    parsedLanguage();
  }

  private ScreenWords.Language parsedLanguage() {
    return switch (language) {
      case "en" -> ScreenWords.Language.EN;
      case "zh" -> ScreenWords.Language.ZH;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--lang is '%s'; allowed: en, zh".formatted(language));
    };
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
