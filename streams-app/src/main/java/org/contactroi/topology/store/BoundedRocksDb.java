package org.contactroi.topology.store;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Compresses what is stored, and bounds the memory of all stores of the process by one block cache
 * that also holds their write buffers, indexes and filters. Without it every store of every
 * partition has its own.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

  /** Bytes of the shared cache; the first store of the process decides. */
  public static final String CACHE_BYTES_CONFIG = "contact-roi.rocksdb.cache.bytes";

  private static final long DEFAULT_CACHE_BYTES = 256L << 20;
  private static final long WRITE_BUFFER_BYTES = 16L << 20;

  /** The events of an interaction say much twice, and so do neighbours: larger blocks hold more. */
  private static final long BLOCK_BYTES = 16L << 10;

  /** There are many small stores: by default each takes 4 MiB for its list of files. */
  private static final long MANIFEST_BYTES = 64L << 10;

  /** Process-wide, and so never closed. */
  private record Shared(Cache cache, WriteBufferManager writeBuffers) {}

  private static @Nullable Shared shared;

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    Shared memory = shared(configs.get(CACHE_BYTES_CONFIG));
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(memory.cache());
    table.setBlockSize(BLOCK_BYTES);
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(memory.writeBuffers());
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    options.setManifestPreallocationSize(MANIFEST_BYTES);
  }

  @Override
  public void close(String storeName, Options options) {
    // What is set here is shared by all stores of the process.
  }

  private static synchronized Shared shared(@Nullable Object bytes) {
    if (shared == null) {
      long size = bytes == null ? DEFAULT_CACHE_BYTES : Long.parseLong(bytes.toString());
      Cache cache = new LRUCache(size);
      shared = new Shared(cache, new WriteBufferManager(size / 2, cache));
    }
    return shared;
  }
}
