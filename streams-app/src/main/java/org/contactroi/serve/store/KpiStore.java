package org.contactroi.serve.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The output topics on disk: each window under {@code tenant/family/slice/value/window/start}, and
 * the minutes of the last hours under {@code tenant/slice/value/quarter/start}, so that the windows
 * of a series lie together in the order of time, beside what was read of the topics. All of a batch
 * is there or nothing, and none without those before it, so a restart goes on where the records
 * end. A process that was killed finds a state some time back and reads what came after from the
 * topics.
 */
public final class KpiStore implements AutoCloseable {

  /** Receives windows in ascending order. */
  @FunctionalInterface
  interface WindowConsumer {
    void accept(long start, byte[] value);
  }

  /** Receives the newest window of each series. */
  @FunctionalInterface
  interface SeriesConsumer {
    void accept(String seriesPrefix, long newestStart);
  }

  static {
    RocksDB.loadLibrary();
  }

  private static final Logger LOG = LoggerFactory.getLogger(KpiStore.class);
  private static final long WRITE_BUFFER_BYTES = 32L << 20;

  private final Options options;
  private final RocksDB db;
  // A closed database must not be touched: native code would crash the process.
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private KpiStore(Options options, RocksDB db) {
    this.options = options;
    this.db = db;
  }

  /**
   * Opens the store of a folder, which is made if it is not there.
   *
   * @throws IllegalStateException when the folder cannot be used, for instance because another
   *     process has it open
   */
  public static KpiStore open(Path folder) {
    Options options =
        new Options()
            .setCreateIfMissing(true)
            .setWriteBufferSize(WRITE_BUFFER_BYTES)
            .setCompressionType(CompressionType.LZ4_COMPRESSION);
    try {
      Files.createDirectories(folder);
      return new KpiStore(options, RocksDB.open(options, folder.toString()));
    } catch (RocksDBException e) {
      options.close();
      throw new IllegalStateException("folder %s cannot be opened: %s".formatted(folder, e), e);
    } catch (IOException e) {
      options.close();
      throw new UncheckedIOException("folder %s cannot be made".formatted(folder), e);
    }
  }

  /** Writes a batch at once and closes it. */
  void write(StoreBatch batch) {
    reading(
        () -> {
          try (batch;
              // Nothing is lost without a log: offsets are in the batch and go back with it.
              WriteOptions write = new WriteOptions().setDisableWAL(true)) {
            db.write(write, batch.content());
            return batch;
          } catch (RocksDBException e) {
            throw new IllegalStateException("the store cannot be written: " + e, e);
          }
        });
  }

  /**
   * Windows of a series that start in [from, to).
   *
   * @param seriesPrefix what the keys of the series begin with
   */
  void scan(Area area, String seriesPrefix, long from, long to, WindowConsumer consumer) {
    String prefix = area.mark + seriesPrefix;
    reading(
        () -> {
          try (RocksIterator windows = db.newIterator()) {
            windows.seek(bytes(prefix + Instant.ofEpochMilli(from)));
            long start = startOrEnd(windows, prefix, to);
            while (start < to) {
              consumer.accept(start, windows.value());
              windows.next();
              start = startOrEnd(windows, prefix, to);
            }
            return to;
          }
        });
  }

  /** Every series of an area with the start of its newest window. */
  void newestOfEachSeries(Area area, SeriesConsumer consumer) {
    newestOfEachSeries(area, "", consumer);
  }

  /**
   * The same of those whose keys begin alike.
   *
   * @param begin whole parts of keys, each with its separator
   */
  void newestOfEachSeries(Area area, String begin, SeriesConsumer consumer) {
    reading(
        () -> {
          try (RocksIterator keys = db.newIterator()) {
            keys.seekForPrev(bytes(after(area.mark + begin)));
            while (keys.isValid() && text(keys.key()).startsWith(area.mark + begin)) {
              String key = text(keys.key()).substring(1);
              int split = key.lastIndexOf('/') + 1;
              String prefix = key.substring(0, split);
              consumer.accept(prefix, Instant.parse(key.substring(split)).toEpochMilli());
              // The prefix itself sorts before all windows of its series.
              keys.seekForPrev(bytes(area.mark + prefix));
            }
            return keys.isValid();
          }
        });
  }

  /** Everything in an area of text, by key. */
  Map<String, String> all(Area area) {
    Map<String, String> found = new TreeMap<>();
    values(area).forEach((key, value) -> found.put(key, text(value)));
    return found;
  }

  /** Everything in an area, by key. */
  Map<String, byte[]> values(Area area) {
    return values(area, "");
  }

  /** Those whose keys begin with a text, by key. */
  Map<String, byte[]> values(Area area, String begin) {
    return reading(
        () -> {
          Map<String, byte[]> found = new TreeMap<>();
          try (RocksIterator keys = db.newIterator()) {
            keys.seek(bytes(area.mark + begin));
            while (keys.isValid() && text(keys.key()).startsWith(area.mark + begin)) {
              found.put(text(keys.key()).substring(1), keys.value());
              keys.next();
            }
          }
          return found;
        });
  }

  /** Forgets everything. */
  void clear() {
    reading(
        () -> {
          try {
            db.deleteRange(bytes(Area.first()), bytes(Area.last()));
            return db;
          } catch (RocksDBException e) {
            throw new IllegalStateException("the store cannot be emptied: " + e, e);
          }
        });
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        flush();
        db.close();
        options.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Without a log, what is in memory would be read from the topics again. */
  private void flush() {
    try (FlushOptions wait = new FlushOptions().setWaitForFlush(true)) {
      db.flush(wait);
    } catch (RocksDBException e) {
      LOG.warn("The store was not written out; some of it will be read again", e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private <T> T reading(Supplier<T> read) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the store is closed");
      }
      return read.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** What sorts right behind all that begin with a text. */
  private static String after(String begin) {
    int last = begin.length() - 1;
    return begin.substring(0, last) + (char) (begin.charAt(last) + 1);
  }

  private static long startOrEnd(RocksIterator windows, String prefix, long end) {
    if (!windows.isValid()) {
      return end;
    }
    String key = text(windows.key());
    return key.startsWith(prefix)
        ? Instant.parse(key.substring(prefix.length())).toEpochMilli()
        : end;
  }

  /** Parts of the store, told apart by the first character of a key. */
  enum Area {
    COUNTERS("c"),
    LIVE("l"),
    OFFSETS("o"),
    QUARTERS("q"),
    RECORDS("r"),
    STATEMENTS("s"),
    TENANTS("t"),
    WRITTEN("w");

    private final String mark;

    Area(String mark) {
      this.mark = mark;
    }

    String key(String key) {
      return mark + key;
    }

    /** The same of bytes, which are not decoded. */
    byte[] key(byte[] key) {
      byte[] marked = new byte[key.length + 1];
      marked[0] = (byte) mark.charAt(0);
      System.arraycopy(key, 0, marked, 1, key.length);
      return marked;
    }

    private static String first() {
      return COUNTERS.mark;
    }

    private static String last() {
      return KpiStore.after(WRITTEN.mark);
    }
  }
}
