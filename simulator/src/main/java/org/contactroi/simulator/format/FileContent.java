package org.contactroi.simulator.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The bytes of a file, unpacked if it is gzip. */
public final class FileContent extends FilterInputStream {

  private static final int GZIP_MAGIC_1 = 0x1f;
  private static final int GZIP_MAGIC_2 = 0x8b;
  private static final int BUFFER_BYTES = 1 << 16;

  private final Counted packed;
  private final long size;

  private FileContent(InputStream unpacked, Counted packed, long size) {
    super(unpacked);
    this.packed = packed;
    this.size = size;
  }

  /** Opens a file; the caller closes it. */
  public static FileContent open(Path path) throws IOException {
    long size = Files.size(path);
    Counted packed = new Counted(Files.newInputStream(path));
    try {
      return new FileContent(unpacked(packed), packed, size);
    } catch (IOException e) {
      packed.close();
      throw e;
    }
  }

  private static InputStream unpacked(InputStream packed) throws IOException {
    InputStream content = new BufferedInputStream(packed, BUFFER_BYTES);
    content.mark(2);
    boolean isGzip = content.read() == GZIP_MAGIC_1 && content.read() == GZIP_MAGIC_2;
    content.reset();
    return isGzip
        ? new BufferedInputStream(new GZIPInputStream(content, BUFFER_BYTES), BUFFER_BYTES)
        : content;
  }

  /** Returns how much of the file was read, from 0 to 1. */
  public double share() {
    return size == 0 ? 1 : Math.min(1, (double) packed.count / size);
  }

  private static final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
