package org.contactroi.kpi;

/** Measures of the cost family; clock: interaction end. */
public enum Cost implements Measure {
  HANDLED_BY_HUMAN(Shape.SCALAR),
  BOT_ONLY(Shape.SCALAR),
  HANDLED_BY_NONE(Shape.SCALAR),
  HANDLED_LEGS(Shape.SCALAR),
  SESSIONS(Shape.SCALAR),
  USAGE(Shape.USAGE);

  private final Shape shape;

  Cost(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
