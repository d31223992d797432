package org.contactroi.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.contactroi.local.screen.Canvas;
import org.contactroi.local.screen.Glance;
import org.contactroi.local.screen.GlanceReader;
import org.contactroi.local.screen.Screen;
import org.contactroi.local.screen.ScreenText;
import org.contactroi.local.screen.TerminalSize;
import org.contactroi.record.TenantStatement;
import org.jspecify.annotations.Nullable;

/**
 * Shows the return while it is computed and while time passes: on a terminal one screen that is
 * painted again and again, elsewhere how far it is and then the screen once.
 */
final class ReturnView {

  /** Time between two looks. */
  static final Duration INTERVAL = Duration.ofMillis(500);

  private static final Duration READ_INTERVAL = Duration.ofSeconds(2);
  private static final Duration SIZE_INTERVAL = Duration.ofSeconds(3);
  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(5);
  private static final int WIDTH_OF_FILES = 120;

  /** Where it is shown. */
  record Place(PrintStream out, boolean isTerminal) {}

  /**
   * What is shown.
   *
   * @param links by the name of each, as they are now
   * @param startMillis when the process was started, ms since the epoch
   */
  record Content(
      Screen screen,
      GlanceReader reader,
      DemoSimulation simulation,
      Supplier<Map<String, String>> links,
      long startMillis) {}

  private final Place place;
  private final Content content;
  private final Canvas canvas;
  private TerminalSize size = TerminalSize.now();
  private Instant sized = Instant.now();
  private Instant told = Instant.EPOCH;
  private @Nullable Glance glance;
  private Instant read = Instant.EPOCH;
  private long revision = -1;
  private Instant revised = Instant.EPOCH;
  private Optional<String> shown = Optional.empty();

  ReturnView(Place place, Content content) {
    this.place = place;
    this.content = content;
    this.canvas = new Canvas(place.out());
  }

  /** Shows how far history is. */
  void showHistory() {
    if (place.isTerminal()) {
      paint();
    } else if (isDue()) {
      place.out().println(progress());
      place.out().flush();
    }
  }

  /** Shows that all history is computed, and since when its return was to be seen. */
  void showComputed() {
    glance = null;
    Optional<TenantStatement> stated = glance().statement();
    if (place.isTerminal()) {
      shown = stated.map(statement -> elapsed(revised));
      paint();
      return;
    }
    lines(WIDTH_OF_FILES).forEach(place.out()::println);
    shown = stated.map(statement -> elapsed(Instant.now()));
    shown.ifPresent(place.out()::println);
    place.out().flush();
  }

  /** Shows what is live. */
  void showLive() {
    if (place.isTerminal()) {
      paint();
    }
  }

  private boolean isDue() {
    Instant now = Instant.now();
    if (Duration.between(told, now).compareTo(PLAIN_INTERVAL) < 0) {
      return false;
    }
    told = now;
    return true;
  }

  private void paint() {
    Instant now = Instant.now();
    if (Duration.between(sized, now).compareTo(SIZE_INTERVAL) > 0) {
      size = TerminalSize.now();
      sized = now;
    }
    canvas.paint(lines(size.columns()), size.rows());
  }

  private List<String> lines(int width) {
    Glance glance = glance();
    List<String> lines =
        new ArrayList<>(content.screen().lines(glance, content.links().get(), width));
    if (shown.isEmpty() && place.isTerminal()) {
      lines.set(1, ScreenText.cut(progress(), width));
    }
    shown.filter(text -> place.isTerminal()).ifPresent(text -> lines.addAll(List.of("", text)));
    return lines;
  }

  /** Not read for every paint: it is the totals of months. */
  private Glance glance() {
    Instant now = Instant.now();
    Glance last = glance;
    if (last == null || Duration.between(read, now).compareTo(READ_INTERVAL) >= 0) {
      last = content.reader().read();
      glance = last;
      read = now;
      note(last.statement());
    }
    return last;
  }

  private void note(Optional<TenantStatement> statement) {
    long now = statement.map(TenantStatement::revision).orElse(-1L);
    if (now != revision) {
      revision = now;
      revised = Instant.now();
    }
  }

  private String progress() {
    DemoSimulation simulation = content.simulation();
    Instant reached = content.reader().reached();
    double all = Duration.between(simulation.from(), simulation.live()).toMillis();
    double share = Duration.between(simulation.from(), reached).toMillis() / Math.max(all, 1);
    ZoneId zone = content.reader().tenant().place().zone();
    return content
        .screen()
        .words()
        .of(
            "computing",
            simulation.daysOfHistory(zone),
            reached.atZone(zone).toLocalDate(),
            simulation.live().atZone(zone).toLocalDate(),
            String.format(Locale.ROOT, "%.0f %%", 100 * Math.min(share, 1)));
  }

  private String elapsed(Instant until) {
    double seconds = (until.toEpochMilli() - content.startMillis()) / 1e3;
    return content.screen().words().of("shown", String.format(Locale.ROOT, "%.1f", seconds));
  }
}
