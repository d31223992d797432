package org.contactroi.kpi;

/** Measures of the handle-time family; clock: leg settle. */
public enum HandleTime implements Measure {
  HANDLED_LEGS(Shape.SCALAR),
  TALK_MS(Shape.SCALAR),
  HOLD_MS(Shape.SCALAR),
  ACW_MS(Shape.SCALAR),
  HANDLE_MS(Shape.SCALAR),
  EFFORT_MS(Shape.SCALAR),
  MISMATCH_LEGS(Shape.SCALAR),
  IMPUTED_LEGS(Shape.SCALAR),
  CLOCK_STEP_LEGS(Shape.SCALAR),
  HANDLE_HISTOGRAM(Shape.HISTOGRAM);

  private final Shape shape;

  HandleTime(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
