package org.contactroi.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * The versions of one contract that are kept in {@code src/main/schema-history/<Name>/v<n>.avsc},
 * from 1 without a gap.
 */
final class SchemaHistory {
  private final Path folder;

  SchemaHistory(Path root, Schema contract) {
    this.folder = root.resolve(contract.getName());
  }

  /** Returns every version, the oldest first. */
  List<Schema> versions() {
    List<Schema> versions = new ArrayList<>();
    while (Files.exists(file(versions.size() + 1))) {
      versions.add(read(file(versions.size() + 1)));
    }
    return versions;
  }

  /** Returns the names of files that are not a version in sequence. */
  List<String> strays() {
    int count = versions().size();
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.matches("v[1-9][0-9]*\\.avsc") || number(name) > count)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the schema as the next version, or in place of the newest. */
  Path keep(Schema schema, boolean replaceNewest) {
    int count = versions().size();
    Path file = file(replaceNewest && count > 0 ? count : count + 1);
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, SchemaFormatter.format("json/pretty", schema) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(int version) {
    return folder.resolve("v" + version + ".avsc");
  }

  private static Schema read(Path file) {
    try {
      return new Schema.Parser().parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(1, name.indexOf('.')));
  }
}
