package org.contactroi.benchmarks;

/** What is measured. */
interface Program {

  BenchPlan.Letter letter();

  /** What it is, in a few words. */
  String title();

  /** Runs it in a process of its own until nothing is left to do. */
  Measurement measure(Published published, int round) throws InterruptedException;
}
