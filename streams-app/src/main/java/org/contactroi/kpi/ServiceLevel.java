package org.contactroi.kpi;

/** Measures of the service-level family; clock: visit exit. */
public enum ServiceLevel implements Measure {
  VISITS(Shape.SCALAR),
  ANSWERED(Shape.SCALAR),
  ANSWERED_IN_TIME(Shape.SCALAR),
  SHORT_ABANDONS(Shape.SCALAR),
  LONG_ABANDONS(Shape.SCALAR),
  OTHER_OUTCOMES(Shape.SCALAR),
  WAIT_ANSWERED_MS(Shape.SCALAR),
  WAIT_MS(Shape.SCALAR),
  WAIT_HISTOGRAM(Shape.HISTOGRAM);

  private final Shape shape;

  ServiceLevel(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
