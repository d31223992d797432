package org.contactroi.app.replay;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run's records say, by key, in 16 bytes each: a year of rows need not be held to find those
 * that differ.
 */
final class Fingerprints {

  private record Fingerprint(long high, long low) {}

  private final MessageDigest digest;
  private final Map<String, Fingerprint> byKey = new HashMap<>();

  Fingerprints() {
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  /**
   * Those of the newest records of a topic.
   *
   * @param header bytes of a value that say nothing
   */
  static Fingerprints read(ComparedRun run, String topic, Predicate<String> wanted, int header) {
    Fingerprints prints = new Fingerprints();
    run.topics()
        .read(
            topic,
            "",
            (key, value) -> {
              if (wanted.test(key)) {
                prints.note(key, value, header);
              }
            });
    return prints;
  }

  /** Takes over a record; null takes back what there was. */
  void note(String key, byte @Nullable [] value, int header) {
    if (value == null) {
      byKey.remove(key);
      return;
    }
    digest.update(value, header, value.length - header);
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    byKey.put(key, new Fingerprint(bytes.getLong(), bytes.getLong()));
  }

  /** Keys of which both do not say the same, or one says nothing; ascending. */
  List<String> differing(Fingerprints other) {
    return Stream.concat(byKey.keySet().stream(), other.byKey.keySet().stream())
        .distinct()
        .filter(key -> !Objects.equals(byKey.get(key), other.byKey.get(key)))
        .sorted()
        .toList();
  }

  /** How many keys this or the other has. */
  int together(Fingerprints other) {
    return byKey.size()
        + (int) other.byKey.keySet().stream().filter(key -> !byKey.containsKey(key)).count();
  }
}
