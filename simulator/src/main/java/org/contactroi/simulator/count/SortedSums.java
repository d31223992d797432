package org.contactroi.simulator.count;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * Sums by key, in the order of the keys. A year has tens of millions of them in short runs: two
 * arrays take a fifth of what a tree does.
 */
public final class SortedSums<K extends Comparable<K>> {

  private Object[] keys = {};
  private long[] sums = {};
  private int size;

  /** Adds to the sum of a key. */
  public void add(K key, long amount) {
    int index = Arrays.binarySearch(keys, 0, size, key);
    if (index >= 0) {
      sums[index] = Math.addExact(sums[index], amount);
    } else {
      insert(-index - 1, key, amount);
    }
  }

  private void insert(int index, K key, long amount) {
    if (size == keys.length) {
      int longer = size + size / 4 + 1;
      keys = Arrays.copyOf(keys, longer);
      sums = Arrays.copyOf(sums, longer);
    }
    System.arraycopy(keys, index, keys, index + 1, size - index);
    System.arraycopy(sums, index, sums, index + 1, size - index);
    keys[index] = key;
    sums[index] = amount;
    size++;
  }

  /** Returns the sum of a key, 0 if nothing was added. */
  public long get(K key) {
    int index = Arrays.binarySearch(keys, 0, size, key);
    return index < 0 ? 0 : sums[index];
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Returns the keys in order. */
  @SuppressWarnings("unchecked") // Only keys are put in.
  public List<K> keys() {
    return (List<K>) (List<?>) Collections.unmodifiableList(Arrays.asList(keys).subList(0, size));
  }

  /** Does something with each key and its sum, in order. */
  public void forEach(ObjLongConsumer<K> action) {
    keys().forEach(key -> action.accept(key, get(key)));
  }
}
