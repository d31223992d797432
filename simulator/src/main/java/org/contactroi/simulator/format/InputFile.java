package org.contactroi.simulator.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A file and what it begins with.
 *
 * @param head its first bytes, unpacked, one character each
 */
public record InputFile(Path path, String head) {

  private static final int HEAD_BYTES = 1 << 12;

  /**
   * Looks into a file.
   *
   * @throws IOException naming the file, if it cannot be read
   */
  public static InputFile of(Path path) throws IOException {
    try (InputStream content = FileContent.open(path)) {
      byte[] head = content.readNBytes(HEAD_BYTES);
      return new InputFile(path, new String(head, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new IOException(path + " cannot be read", e);
    }
  }

  /** Returns whether the name ends so, before an ending for gzip. */
  public boolean isNamed(String ending) {
    String name = path.toString();
    return name.endsWith(ending) || name.endsWith(ending + ".gz");
  }

  /** Returns the first line that is not blank, as far as it is in the head. */
  public String firstLine() {
    return head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }
}
