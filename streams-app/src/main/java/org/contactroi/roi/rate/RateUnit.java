package org.contactroi.roi.rate;

import org.contactroi.interaction.Resource;

/** What the amount of a rate is for. */
public enum RateUnit {
  /** One hour of a resource that is measured in time. */
  HOUR(3_600_000, Resource.Unit.MILLISECONDS),
  /** One of a resource that is counted. */
  EACH(1, Resource.Unit.COUNT),
  /** A thousand of a resource that is counted. */
  THOUSAND(1_000, Resource.Unit.COUNT);

  private final long size;
  private final Resource.Unit of;

  RateUnit(long size, Resource.Unit of) {
    this.size = size;
    this.of = of;
  }

  /** How much of a quantity it is: milliseconds or a count. */
  public long size() {
    return size;
  }

  /** Whether the quantity of a resource can be given a rate in it. */
  public boolean fits(Resource resource) {
    return resource.unit() == of;
  }
}
