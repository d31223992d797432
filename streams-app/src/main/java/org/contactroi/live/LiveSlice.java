package org.contactroi.live;

import java.time.Instant;
import java.util.List;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Slice;
import org.jspecify.annotations.Nullable;

/**
 * What is open now in a slice of a tenant, as published.
 *
 * @param waitingSince since when the one waits that waits longest; null when nobody does
 * @param watermark event time the tenant had reached; null before it is known
 */
public record LiveSlice(
    Key key, LiveLoad load, @Nullable Instant waitingSince, @Nullable Instant watermark) {

  /**
   * Which one.
   *
   * @param slice by everything, channel, queue or team
   */
  public record Key(String tenant, Slice slice) {

    private static final int PARTS = 3;
    private static final String ALL = "all";

    /** Key of its record: {@code tenant/slice/value}. */
    public String text() {
      return Keys.escape(tenant) + "/" + slice.by() + "/" + slice.valueText();
    }

    /**
     * From its text.
     *
     * @throws IllegalArgumentException unless it is one
     */
    public static Key of(String text) {
      String[] parts = text.split("/", -1);
      if (parts.length != PARTS) {
        throw new IllegalArgumentException("'%s' is not tenant/slice/value".formatted(text));
      }
      Slice slice =
          parts[1].equals(ALL)
              ? new Slice(ALL, List.of())
              : new Slice(parts[1], List.of(Keys.unescape(parts[2])));
      return new Key(Keys.unescape(parts[0]), slice);
    }
  }
}
