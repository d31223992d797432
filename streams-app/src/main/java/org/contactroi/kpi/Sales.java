package org.contactroi.kpi;

/** Measures of the sales family; clock: interaction end for interactions, the sale for sales. */
public enum Sales implements Measure {
  CONVERTED(Shape.SCALAR),
  INBOUND(Shape.SCALAR),
  SALES(Shape.SALES);

  private final Shape shape;

  Sales(Shape shape) {
    this.shape = shape;
  }

  @Override
  public Shape shape() {
    return shape;
  }
}
