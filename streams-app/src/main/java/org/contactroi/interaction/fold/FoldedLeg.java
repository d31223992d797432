package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.event.BotReport;
import org.jspecify.annotations.Nullable;

/**
 * A leg with what its bot reported.
 *
 * @param length from start to end, ms; 0 when nobody knows
 * @param botReportedAt position of the report among the events
 */
record FoldedLeg(Leg leg, long length, @Nullable BotReport bot, long botReportedAt) {

  static List<Leg> legs(List<FoldedLeg> folded) {
    List<Leg> legs = new ArrayList<>(folded.size());
    for (FoldedLeg each : folded) {
      legs.add(each.leg);
    }
    return legs;
  }
}
