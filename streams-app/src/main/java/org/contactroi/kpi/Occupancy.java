package org.contactroi.kpi;

/** Measures of the occupancy family, prorated by overlap: an interval counts where it lies. */
public enum Occupancy implements Measure {
  HANDLING_MS(Shape.SCALAR),
  IDLE_MS(Shape.SCALAR),
  PAID_MS(Shape.SCALAR),
  EFFORT_MS(Shape.SCALAR);

  private final Shape shape;

  Occupancy(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
