package org.contactroi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that holds everything a stack keeps. One process at a time: a lock on the file {@code
 * lock}, which the operating system releases even after kill -9.
 */
public final class DataFolder implements AutoCloseable {
  /** Free space below which a stack does not start, in bytes: 2 GiB. */
  public static final long MINIMUM_FREE_BYTES = 2L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
  private static final String TEMPORARY_PREFIX = "contact-roi-";
  private static final String LOCK = "lock";

  /** Folders that this process has locked. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final boolean temporary;
  private final FileChannel lock;

  private DataFolder(Path path, boolean temporary, FileChannel lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /**
   * Opens a folder that is kept, creating it if needed.
   *
   * @throws SetupException if another process uses it, it holds other things, or the disk is full
   */
  public static DataFolder keep(Path path) {
    return keep(path, MINIMUM_FREE_BYTES);
  }

  static DataFolder keep(Path path, long minimumFreeBytes) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      requireOurs(absolute);
      requireSpace(absolute, minimumFreeBytes);
    } catch (IOException e) {
      throw new SetupException(
          "cannot use data folder " + absolute + " (" + e + "); choose another with --data", e);
    }
    return new DataFolder(absolute, false, lock(absolute));
  }

  /**
   * Opens a new folder that is removed when closed. Folders left over from killed processes are
   * removed too, with the registries they left running.
   *
   * @throws SetupException if the disk is full
   */
  public static DataFolder temporary() {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    removeAbandoned(parent);
    try {
      requireSpace(parent, MINIMUM_FREE_BYTES);
      Path path = Files.createTempDirectory(parent, TEMPORARY_PREFIX);
      return new DataFolder(path, true, lockNew(path));
    } catch (IOException e) {
      throw new SetupException(
          "cannot create a temporary folder in " + parent + " (" + e + "); use --data DIR", e);
    }
  }

  /** The folder, absolute. */
  public Path path() {
    return path;
  }

  /** Where a component of the stack keeps its data; created if needed. */
  Path of(String component) {
    try {
      return Files.createDirectories(path.resolve(component));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Releases the folder, and removes it if it is temporary. */
  @Override
  public void close() {
    try {
      if (temporary) {
        delete(path);
      }
      lock.close();
      OURS.remove(path);
    } catch (IOException e) {
      LOG.warn("cannot clean up {}", path, e);
    }
  }

  private static void requireOurs(Path path) throws IOException {
    try (Stream<Path> content = Files.list(path)) {
      if (!Files.exists(path.resolve(LOCK)) && content.findAny().isPresent()) {
        throw new SetupException(
            path + " holds files of something else; choose an empty or new folder with --data");
      }
    }
  }

  private static void requireSpace(Path path, long minimumFreeBytes) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < minimumFreeBytes) {
      throw new SetupException(
          "only %d MiB are free at %s and %d MiB are needed; free some or use another disk with --data"
              .formatted(free >> 20, path, minimumFreeBytes >> 20));
    }
  }

  /**
   * Locks a folder that nobody else knows. The lock gets its name when it is held: another process
   * that starts at this moment would take a folder whose lock is free for one left over.
   */
  private static FileChannel lockNew(Path path) throws IOException {
    OURS.add(path);
    Path unnamed = path.resolve(LOCK + ".new");
    FileChannel channel =
        FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
    Files.move(unnamed, path.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
    return channel;
  }

  private static FileChannel lock(Path path) {
    try {
      FileChannel channel = tryLock(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel == null) {
        throw new SetupException(
            path + " is in use by another process; stop it or choose another folder with --data");
      }
      OURS.add(path);
      return channel;
    } catch (IOException e) {
      throw new SetupException("cannot lock data folder " + path + ": " + e, e);
    }
  }

  private static @Nullable FileChannel tryLock(Path path, OpenOption... options)
      throws IOException {
    // Closing another channel of this process would release the lock it has.
    if (OURS.contains(path)) {
      return null;
    }
    FileChannel channel = FileChannel.open(path.resolve(LOCK), options);
    if (channel.tryLock() == null) {
      channel.close();
      return null;
    }
    return channel;
  }

  private static void removeAbandoned(Path parent) {
    try (Stream<Path> siblings = Files.list(parent)) {
      List<Path> folders =
          siblings.filter(DataFolder::isTemporaryStack).filter(Files::isWritable).toList();
      folders.forEach(DataFolder::removeIfAbandoned);
    } catch (IOException e) {
      LOG.warn("cannot look for left-over folders in {}", parent, e);
    }
  }

  private static boolean isTemporaryStack(Path folder) {
    return folder.getFileName().toString().startsWith(TEMPORARY_PREFIX)
        && Files.isRegularFile(folder.resolve(LOCK));
  }

  private static void removeIfAbandoned(Path folder) {
    // The owner may be removing it right now: what it has removed is not made again.
    try (FileChannel lock = tryLock(folder, StandardOpenOption.WRITE)) {
      if (lock != null) {
        EmbeddedRegistry.endLeftOver(folder.resolve(EmbeddedRegistry.NAME));
        delete(folder);
      }
    } catch (NoSuchFileException e) {
      LOG.debug("{} went by itself", folder);
    } catch (IOException e) {
      LOG.warn("cannot remove the left-over folder {}", folder, e);
    }
  }

  /** Removes a folder with all it holds, also while another process does the same. */
  static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
