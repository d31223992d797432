package org.contactroi.benchmarks.process;

/**
 * Processor time of a process.
 *
 * @param total of all threads, those that have ended too, seconds
 * @param jit of the compilers' threads, seconds
 * @param gc of the garbage collector's threads, seconds
 */
public record CpuTime(double total, double jit, double gc) {

  /** What has been used since an earlier time. */
  public CpuTime since(CpuTime earlier) {
    return new CpuTime(total - earlier.total, jit - earlier.jit, gc - earlier.gc);
  }

  /** What would have been used if the code had been compiled before. */
  public double withoutJit() {
    return total - jit;
  }
}
