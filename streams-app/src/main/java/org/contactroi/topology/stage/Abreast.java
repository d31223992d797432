package org.contactroi.topology.stage;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the threads that read an input abreast while there is a backlog. They have unequal work
 * behind their partitions, so one runs ahead of the other, further and further. Then an hour gets
 * its differences from each partition at another moment, and is written once for each, where it is
 * written once for all when they come together. Waiting costs nothing: everything is read when the
 * slowest has read everything. Thread safe; threads of other processes are not known.
 */
public final class Abreast {

  /** So many records are read before it is looked again. */
  private static final int RECORDS = 256;

  private static final long PAUSE_MS = 20;

  /** What is as old was published before, and is read as fast as it goes. */
  private static final long BEHIND_MS = 5_000;

  /** Who reads nothing for so long has nothing left to read, or no longer reads in this process. */
  private static final long LEFT_AFTER_MS = 30_000;

  /** Ahead by more than this part of what was read, and by so much; in time of publication. */
  private static final long PART = 500;

  private static final long LEAST_MS = 100;

  private final Map<String, Map<Integer, Reader>> readers = new ConcurrentHashMap<>();

  /** Who reads a partition from now on, by this thread. */
  public Reader reader(String topic, int partition) {
    return reader(topic, partition, Thread.currentThread().getId());
  }

  Reader reader(String topic, int partition, long thread) {
    Map<Integer, Reader> abreast =
        readers.computeIfAbsent(topic, name -> new ConcurrentHashMap<>());
    Reader reader = new Reader(abreast.values(), thread);
    abreast.put(partition, reader);
    return reader;
  }

  /** Reads one partition, by one thread. */
  public static final class Reader {

    private final Collection<Reader> abreast;
    private final long thread;
    private long first = Long.MAX_VALUE;
    private int records;

    /** Time of publication, UTC ms. */
    private volatile long reached;

    /** Wall clock, UTC ms; 0 before the first record. */
    private volatile long at;

    private Reader(Collection<Reader> abreast, long thread) {
      this.abreast = abreast;
      this.thread = thread;
    }

    /**
     * Notes a record that was published at a time and is read now; UTC ms. Says how long to wait
     * before the next one.
     */
    public long pauseAfter(long published, long now) {
      first = Math.min(first, published);
      if (++records % RECORDS != 0) {
        return 0;
      }
      reached = published;
      at = now;
      return now - published >= BEHIND_MS && isAhead(now) ? PAUSE_MS : 0;
    }

    private boolean isAhead(long now) {
      long own = reached;
      long slowest = Long.MAX_VALUE;
      for (Reader other : abreast) {
        if (now - other.at >= LEFT_AFTER_MS) {
          continue;
        }
        if (other.thread == thread) {
          own = Math.min(own, other.reached);
        } else {
          slowest = Math.min(slowest, other.reached);
        }
      }
      long near = Math.max(LEAST_MS, (reached - first) / PART);
      return slowest != Long.MAX_VALUE && own - slowest > near;
    }
  }
}
