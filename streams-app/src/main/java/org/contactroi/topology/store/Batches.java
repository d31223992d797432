package org.contactroi.topology.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts what may be much into records that stay far below the broker's limit of 1 MiB. */
public final class Batches {

  /** Together with one more item of usual size well below the limit. */
  private static final int BYTES = 256 * 1024;

  private Batches() {}

  /**
   * Items in their order, in batches of bounded size; one that is larger has a batch of its own.
   *
   * @param size bytes of an item
   */
  public static <T> List<List<T>> of(Iterable<T> items, ToIntFunction<T> size) {
    List<List<T>> batches = new ArrayList<>(1);
    List<T> batch = new ArrayList<>();
    int bytes = 0;
    for (T item : items) {
      int more = size.applyAsInt(item);
      if (!batch.isEmpty() && bytes + more > BYTES) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(item);
      bytes += more;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }
}
