package org.contactroi.app.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.contactroi.outputs.RunFile;
import org.contactroi.outputs.RunRecord;
import org.contactroi.topology.stage.KeptDays;

/**
 * What is asked of a replay.
 *
 * @param tenants that count; none: all
 * @param kept days of which figures are kept
 * @param files of reference records that take the place of published ones
 */
record ReplayPlan(SortedSet<String> tenants, KeptDays kept, List<Path> files) {

  ReplayPlan {
    tenants = new TreeSet<>(tenants);
    files = List.copyOf(files);
  }

  /** The days that a replay keeps. */
  static KeptDays kept(RunRecord run) {
    return new KeptDays(run.getKeptFrom(), run.getKeptTo());
  }

  /** What the files hold, in their order. */
  List<RunFile> digests() {
    return files.stream().map(ReplayPlan::digest).toList();
  }

  /**
   * Checks that a replay goes on as it began; nothing said is as before.
   *
   * @throws IllegalStateException naming what is another
   */
  void requireSame(RunRecord begun) {
    if (!tenants.isEmpty() && !List.copyOf(tenants).equals(begun.getTenants())) {
      throw another(begun, "tenants", begun.getTenants().toString());
    }
    if (!kept.areAll() && !kept.equals(kept(begun))) {
      throw another(begun, "days", kept(begun).toString());
    }
    if (!files.isEmpty() && !digests().equals(begun.getReferenceFiles())) {
      throw another(
          begun,
          "reference files",
          begun.getReferenceFiles().stream().map(RunFile::getName).toList().toString());
    }
  }

  private static IllegalStateException another(RunRecord begun, String what, String before) {
    return new IllegalStateException(
        "replay '%s' has begun with other %s (%s); choose another name, or 'replay delete %s' first"
            .formatted(begun.getName(), what, before, begun.getName()));
  }

  private static RunFile digest(Path file) {
    try {
      byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return new RunFile(String.valueOf(file.getFileName()), HexFormat.of().formatHex(sha));
    } catch (IOException e) {
      throw new UncheckedIOException("--reference %s cannot be read".formatted(file), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
