package org.contactroi.kpi;

/** Measures of the saving family; clock: episode start. */
public enum Saving implements Measure {
  OPEN_UNTIL(Shape.DAYS),
  CELLS(Shape.SAVING_CELLS),
  USAGE(Shape.CELL_USAGE);

  private final Shape shape;

  Saving(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
