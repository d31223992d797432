package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.brief;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.outputs.KpiRecord;
import org.contactroi.outputs.Status;
import org.contactroi.outputs.Watermark;
import org.contactroi.topology.stage.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time that was held up passes more windows at once than one transaction can write. */
class TimeJumpTest {

  private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
  private static final String AFTER = "2026-03-20T00:00:00Z";
  private static final int QUEUES = 250;
  private static final int HOURS = 48;
  private static final int ROWS = QUEUES * (HOURS + HOURS / 24);

  /** Far more steps than it takes. */
  private static final int STEPS = 500;

  @TempDir Path folder;

  @Test
  void windowsSettlePartByPartAndARestartGoesOn() {
    Driven driven = new Driven(folder.resolve("a"), Map.of("policy.default.lateness", "80d"));
    driven.rest();
    driven.send(brief("first", FIRST.toString())).flush();
    for (int queue = 0; queue < QUEUES; queue++) {
      driven.add(difference("q" + queue));
    }
    driven.flush();
    assertThat(settled(driven)).isZero();

    driven.send(brief("last", AFTER));
    for (int step = 0; step < STEPS && settled(driven) == 0; step++) {
      driven.pass(Duration.ofMillis(100));
    }
    assertThat(settled(driven)).isPositive().isLessThan(ROWS);
    assertThat(watermark(driven)).isBefore(Instant.parse(AFTER));

    Driven restarted = driven.restarted(folder.resolve("b"));
    restarted.flush().flush();

    assertThat(settled(restarted)).isEqualTo(ROWS);
    assertThat(watermark(restarted)).isEqualTo(Instant.parse(AFTER));
    restarted.close();
  }

  private static Difference difference(String queue) {
    Totals one = Totals.builder(HandleTime.FAMILY).add(HandleTime.HANDLED_LEGS, 1).build();
    List<Difference.Change> changes = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      long at = FIRST.plus(Duration.ofHours(hour)).toEpochMilli();
      changes.add(new Difference.Change(at, false, one));
    }
    return new Difference(TENANT, new Slice("queue", List.of(queue)), changes);
  }

  private static int settled(Driven driven) {
    int settled = 0;
    for (Map.Entry<String, SpecificRecord> entry :
        driven.alive(TOPICS.kpi(HandleTime.FAMILY)).entrySet()) {
      KpiRecord record = (KpiRecord) entry.getValue();
      if (entry.getKey().startsWith("acme/queue/q") && record.getStatus() == Status.SETTLED) {
        settled++;
      }
    }
    return settled;
  }

  private static Instant watermark(Driven driven) {
    return driven.alive(TOPICS.watermarks()).values().stream()
        .map(record -> ((Watermark) record).getWatermark())
        .findFirst()
        .orElse(Instant.MIN);
  }
}
