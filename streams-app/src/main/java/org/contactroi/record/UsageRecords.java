package org.contactroi.record;

import org.contactroi.interaction.Resource;
import org.contactroi.interaction.UsageLine;
import org.contactroi.outputs.ResourceUse;

/** What an interaction used, to and from its contract. */
final class UsageRecords {

  private UsageRecords() {}

  static ResourceUse toAvro(UsageLine line) {
    return new ResourceUse(line.resource().name(), line.key(), line.quantity());
  }

  static UsageLine toDomain(ResourceUse use) {
    return new UsageLine(Resource.valueOf(use.getResource()), use.getKey(), use.getQuantity());
  }
}
