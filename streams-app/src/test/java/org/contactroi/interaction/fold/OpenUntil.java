package org.contactroi.interaction.fold;

import org.contactroi.interaction.OpeningHours;

/**
 * A center that closes for good.
 *
 * @param closing UTC ms
 */
public record OpenUntil(long closing) implements OpeningHours {

  @Override
  public boolean isOpen(long instant) {
    return instant < closing;
  }

  @Override
  public long openTime(long from, long to) {
    return Math.max(0, Math.min(to, closing) - from);
  }
}
