package org.contactroi.local.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contactroi.live.LiveLoad;
import org.contactroi.live.LiveSlice;
import org.jspecify.annotations.Nullable;

/** What is open at this moment, in a line. */
record OpenLine(ScreenWords words, ZoneId zone) {

  private static final int SECONDS_PER_MINUTE = 60;

  String of(Optional<LiveSlice> open) {
    if (open.isEmpty()) {
      return words.of("now.nothing");
    }
    LiveSlice slice = open.get();
    LiveLoad load = slice.load();
    String line =
        words.of(
            "now",
            time(slice.watermark()),
            load.waiting(),
            longest(slice),
            load.inService(),
            load.botSessions(),
            load.conversations());
    String agents =
        load.agents().entrySet().stream()
            .map(state -> state.getKey() + " " + state.getValue())
            .collect(Collectors.joining(", "));
    return agents.isEmpty() ? line : line + words.of("now.agents", agents);
  }

  private String time(@Nullable Instant watermark) {
    LocalTime time = watermark == null ? null : watermark.atZone(zone).toLocalTime();
    return time == null ? "" : time.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private String longest(LiveSlice slice) {
    if (slice.waitingSince() == null || slice.watermark() == null) {
      return "";
    }
    long seconds =
        Math.max(0, Duration.between(slice.waitingSince(), slice.watermark()).toSeconds());
    return words.of(
        "now.longest",
        String.format(
            Locale.ROOT, "%d:%02d", seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE));
  }
}
