package org.contactroi.kpi;

/** Measures of the containment family; clock: interaction start. */
public enum Containment implements Measure {
  SESSIONS(Shape.SCALAR),
  HANDED_OFF(Shape.SCALAR),
  ABANDONED_UNANSWERED(Shape.SCALAR),
  FAILED_REPEAT(Shape.SCALAR),
  RESOLVED_CONFIRMED(Shape.SCALAR),
  RESOLVED_ASSUMED(Shape.SCALAR),
  REJECTED_BY_CUSTOMER(Shape.SCALAR),
  SESSIONS_WITHOUT_HANDOFF(Shape.SCALAR),
  INVOLVED(Shape.SCALAR),
  ELIGIBLE(Shape.SCALAR),
  OPEN_UNTIL(Shape.DAYS);

  private final Shape shape;

  Containment(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
