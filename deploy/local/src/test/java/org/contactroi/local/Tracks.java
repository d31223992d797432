package org.contactroi.local;

import java.util.List;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.Ratio;
import org.contactroi.outputs.StatementTrack;

/** Tracks of statements, to be filled in as far as a test needs them. */
public final class Tracks {

  private Tracks() {}

  /**
   * Amounts of nothing, undefined ratios.
   *
   * @param counts every number
   */
  public static StatementTrack of(long counts) {
    StatementTrack track = new StatementTrack();
    track
        .getSchema()
        .getFields()
        .forEach(
            field -> {
              switch (field.schema().getType()) {
                case RECORD ->
                    track.put(
                        field.pos(),
                        field.schema().getName().equals("Ratio")
                            ? new Ratio(0L, 0L, null)
                            : money(0));
                case LONG -> track.put(field.pos(), counts);
                case ARRAY -> track.put(field.pos(), List.of());
                default -> track.put(field.pos(), null);
              }
            });
    return track;
  }

  /** An amount in whole units, all of it priced. */
  public static MoneyAmount money(long units) {
    return new MoneyAmount(units * 1_000_000, units * 1_000_000, List.of(), 0L);
  }
}
