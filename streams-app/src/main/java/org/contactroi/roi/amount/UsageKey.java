package org.contactroi.roi.amount;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.contactroi.interaction.Resource;

/**
 * What a quantity was used of.
 *
 * @param key grade, queue, bot or model, for instance {@code queue:billing}
 * @param channel name of the channel that used it
 */
public record UsageKey(Resource resource, String key, String channel) {

  /** Resources whose cost is that of people; that of the others is the cost of running the AI. */
  public static final Set<Resource> HUMAN =
      Collections.unmodifiableSet(EnumSet.of(Resource.AGENT, Resource.TELEPHONY, Resource.CONTACT));

  private static final int PARTS = 3;

  /** From the last three parts of a line of totals: resource, key, channel. */
  public static UsageKey of(List<String> line) {
    int at = line.size() - PARTS;
    return new UsageKey(Resource.valueOf(line.get(at)), line.get(at + 1), line.get(at + 2));
  }

  /** Whether its cost is that of people. */
  public boolean isHuman() {
    return HUMAN.contains(resource);
  }
}
