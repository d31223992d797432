package org.contactroi.simulator.verify;

/**
 * What is true, or what is published.
 *
 * @param totals of windows, by key
 * @param money what windows of cost and saving say about money, by key
 * @param statements by key; of the truth by key and last day, with a blank between
 */
record Figures(Documents totals, Documents money, Documents statements) {

  static Figures none() {
    return new Figures(new Documents(), new Documents(), new Documents());
  }
}
