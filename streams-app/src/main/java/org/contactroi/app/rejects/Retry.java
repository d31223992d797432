package org.contactroi.app.rejects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A second try of what was refused. An event is published with the revision after the greatest that
 * was refused of it, so that the same try again gives the same record, which counts nothing again.
 */
public final class Retry {

  private static final String REVISION = "revision";

  private final Map<EventIdentity, Integer> refusedRevisions = new HashMap<>();
  private final List<SpecificRecord> events = new ArrayList<>();
  private final List<RefusedRecord> letters = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  /**
   * A try of nothing yet.
   *
   * @param refused all that ever was
   */
  Retry(Collection<RefusedRecord> refused) {
    refused.forEach(
        record -> record.event().ifPresent(e -> merge(EventIdentity.of(e), revision(e))));
  }

  private void merge(EventIdentity identity, int revision) {
    refusedRevisions.merge(identity, revision, Math::max);
  }

  /** Adds events that were mended, as they are but for their revision. */
  void addMended(Collection<SpecificRecord> mended) {
    mended.forEach(event -> add(event, EventIdentity.of(event).toString()));
  }

  /** Adds what was refused, as it was; of several revisions of one event the greatest. */
  void addRefused(Collection<RefusedRecord> chosen) {
    for (RefusedRecord record : chosen) {
      if (record.content() instanceof RefusedRecord.Raw) {
        letters.add(record);
      } else if (record.content() instanceof RefusedRecord.Nothing nothing) {
        leftOut.add(record.place() + ": " + nothing.why());
      }
    }
    newest(chosen).forEach(event -> add(event, EventIdentity.of(event).toString()));
  }

  /** The events of records, of several revisions of one the greatest. */
  static List<SpecificRecord> newest(Collection<RefusedRecord> chosen) {
    Map<EventIdentity, SpecificRecord> newest = new LinkedHashMap<>();
    for (RefusedRecord record : chosen) {
      record.event().ifPresent(e -> newest.merge(EventIdentity.of(e), e, Retry::later));
    }
    return List.copyOf(newest.values());
  }

  private void add(SpecificRecord event, String name) {
    @Nullable Integer refused = refusedRevisions.get(EventIdentity.of(event));
    if (refused == null) {
      events.add(event);
    } else if (refused == Integer.MAX_VALUE) {
      leftOut.add(name + ": no revision is greater than the one that was refused");
    } else {
      events.add(revised(event, Math.max(revision(event), refused + 1)));
    }
  }

  private static SpecificRecord later(SpecificRecord one, SpecificRecord other) {
    return revision(other) >= revision(one) ? other : one;
  }

  static int revision(SpecificRecord event) {
    return (Integer) event.get(event.getSchema().getField(REVISION).pos());
  }

  private static SpecificRecord revised(SpecificRecord event, int revision) {
    SpecificRecord copy = SpecificData.get().deepCopy(event.getSchema(), event);
    copy.put(event.getSchema().getField(REVISION).pos(), revision);
    return copy;
  }

  /** The events to publish. */
  List<SpecificRecord> events() {
    return List.copyOf(events);
  }

  /** The undecodable records to publish as they came. */
  List<RefusedRecord> letters() {
    return List.copyOf(letters);
  }

  /** What is not published, and why. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }
}
