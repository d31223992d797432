package org.contactroi.kpi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one thing. Each is valid from its own instant until that of the next one, and
 * never changes.
 *
 * @param ordered by the instant they are valid from; no two have the same
 */
public record Versions<T extends Versions.Version>(List<T> ordered) {

  /** Of what is valid from the first event on. */
  public static final long BEGINNING = Long.MIN_VALUE;

  /** Something that is valid from an instant on. */
  public interface Version {
    /** UTC ms; {@link #BEGINNING} for what was always valid. */
    long validFrom();
  }

  public Versions {
    ordered = ordered.stream().sorted(Comparator.comparingLong(Version::validFrom)).toList();
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i - 1).validFrom() == ordered.get(i).validFrom()) {
        throw new IllegalArgumentException(
            "two versions are valid from the same instant: %s and %s"
                .formatted(ordered.get(i - 1), ordered.get(i)));
      }
    }
  }

  /** No version. */
  public static <T extends Version> Versions<T> none() {
    return new Versions<>(List.of());
  }

  /** An instant versions are valid from: ISO 8601 in UTC, or {@code beginning}. */
  public static String text(long validFrom) {
    return validFrom == BEGINNING ? "beginning" : Instant.ofEpochMilli(validFrom).toString();
  }

  /** The versions and one more. */
  public Versions<T> with(T version) {
    List<T> all = new ArrayList<>(ordered);
    all.add(version);
    return new Versions<>(all);
  }

  /** The version valid at an instant, UTC ms; null before the first one. */
  public @Nullable T at(long instant) {
    T valid = null;
    for (T version : ordered) {
      if (version.validFrom() > instant) {
        break;
      }
      valid = version;
    }
    return valid;
  }

  /** The versions by the instant they are valid from, last first. */
  public List<T> newestFirst() {
    List<T> versions = new ArrayList<>(ordered);
    Collections.reverse(versions);
    return versions;
  }

  /** The version that begins at an instant, UTC ms. */
  public @Nullable T from(long instant) {
    T valid = at(instant);
    return valid != null && valid.validFrom() == instant ? valid : null;
  }
}
