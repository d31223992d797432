package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.contactroi.local.screen.ScreenWords;
import org.contactroi.simulator.Speed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser, over a demonstration that is live: {@code deploy/browser}. Left out
 * where browser and driver are not at hand, unless {@code -Dbrowser=required}.
 */
class PageTest {

  private static final Path TESTS = Path.of("..", "browser");
  private static final int MINUTES = 10;

  @TempDir Path folder = Path.of("");

  @Test
  void peopleFindTheirFigures() throws Exception {
    Path chromium = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    boolean isAtHand =
        Files.isExecutable(chromium)
            && Files.isDirectory(TESTS.resolve("node_modules").resolve("playwright-core"));
    assumeTrue(
        isAtHand || "required".equals(System.getProperty("browser")),
        "needs Chromium and 'npm ci' in deploy/browser");
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    try (Demo demo =
        Demo.open(
            new Demo.Settings(
                StackSettings.temporary().withData(folder.resolve("data")),
                FreePort.find(),
                Map.of(),
                Optional.empty(),
                new PrintStream(screen, true, StandardCharsets.UTF_8)),
            new LiveCenter.Wanted(
                new DemoSimulation.Wanted(null, null, true),
                Speed.parse("60"),
                ScreenWords.Language.EN))) {
      demo.runUntilShown();
      demo.letTimePass();
      Process tests = tests(demo.pageUrl(), chromium);
      assertThat(tests.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(tests.exitValue()).as("of the tests in %s; see above", TESTS).isZero();
    }
  }

  private static Process tests(String page, Path chromium) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("node", "--test", "--test-reporter=spec", "page.test.mjs")
            .directory(TESTS.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("PAGE", page);
    builder.environment().put("CHROMIUM", chromium.toString());
    return builder.start();
  }
}
