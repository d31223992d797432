package org.contactroi.simulator.playback;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.contactroi.simulator.playback.RowFields.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows as recorded calls. Not thread-safe.
 *
 * <p>A stage whose two times are 0:00:00 was not recorded: the queue's if its reported time is 0
 * too, the service's always, the VRU's if its reported time is 0 too and another stage has a time.
 * A stage not recorded does not move the clock that tells the day (see {@link DayClock}).
 */
final class RecordedCallParser {

  private static final String NO_CUSTOMER = "0";
  private static final String NO_SERVER = "NO_SERVER";

  private final ZoneId zone;
  // A file of a month has thirty agents and seven types: one string each instead of one per row.
  private final Map<String, String> names = new HashMap<>();

  /**
   * Creates a parser.
   *
   * @param zone the zone of the recorded clocks
   */
  RecordedCallParser(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Reads a row.
   *
   * @throws MalformedRowException if it is not a recorded call, saying why
   */
  RecordedCall parse(String line) throws MalformedRowException {
    RowFields fields = RowFields.split(line);
    CallOutcome outcome = fields.outcome();
    Stages stages = stages(fields, outcome);
    boolean isServed = outcome == CallOutcome.AGENT;
    return new RecordedCall(
        interactionId(fields),
        unless(NO_CUSTOMER, fields.text(Field.CUSTOMER_ID)),
        shared(fields.text(Field.TYPE)),
        fields.number(Field.PRIORITY),
        outcome,
        stages.ivr(),
        stages.visit(),
        fields.seconds(Field.QUEUE_TIME),
        stages.service(),
        isServed ? fields.seconds(Field.SERVICE_TIME) : 0,
        isServed ? unless(NO_SERVER, shared(fields.text(Field.SERVER))) : null);
  }

  private static String interactionId(RowFields fields) throws MalformedRowException {
    return fields.text(Field.DATE)
        + "-"
        + fields.text(Field.LINE)
        + "-"
        + fields.text(Field.CALL_ID);
  }

  private static @Nullable String unless(String absent, String value) {
    return value.equals(absent) ? null : value;
  }

  private String shared(String name) {
    return names.computeIfAbsent(name, same -> same);
  }

  private record Stages(@Nullable Stage ivr, @Nullable Stage visit, @Nullable Stage service) {}

  private Stages stages(RowFields fields, CallOutcome outcome) throws MalformedRowException {
    DayClock clock = new DayClock(fields.date(), zone);
    Stage ivr = ivr(fields, outcome, clock);
    Stage queue = queue(fields, clock);
    if (outcome != CallOutcome.AGENT) {
      return new Stages(ivr, queue, null);
    }
    Stage service = stampedService(fields, clock);
    Stage visit = queue != null ? queue : Stage.momentAt(answeredAt(ivr, service));
    if (service == null) {
      service = new Stage(visit.end(), visit.end() + fields.seconds(Field.SERVICE_TIME));
    }
    return new Stages(ivr, visit, service);
  }

  private static @Nullable Stage ivr(RowFields fields, CallOutcome outcome, DayClock clock)
      throws MalformedRowException {
    int entry = fields.time(Field.VRU_ENTRY);
    int exit = fields.time(Field.VRU_EXIT);
    int reported = fields.number(Field.VRU_TIME);
    boolean isZero = entry == 0 && exit == 0 && reported == 0;
    if (isZero && (isQueueRecorded(fields) || isServiceRecorded(fields, outcome))) {
      return null;
    }
    return clock.stage(entry, exit);
  }

  private static @Nullable Stage queue(RowFields fields, DayClock clock)
      throws MalformedRowException {
    return isQueueRecorded(fields)
        ? clock.stage(fields.time(Field.QUEUE_START), fields.time(Field.QUEUE_EXIT))
        : null;
  }

  private static boolean isQueueRecorded(RowFields fields) throws MalformedRowException {
    return fields.time(Field.QUEUE_START) != 0
        || fields.time(Field.QUEUE_EXIT) != 0
        || fields.seconds(Field.QUEUE_TIME) != 0;
  }

  private static @Nullable Stage stampedService(RowFields fields, DayClock clock)
      throws MalformedRowException {
    return isServiceRecorded(fields, CallOutcome.AGENT)
        ? clock.stage(fields.time(Field.SERVICE_START), fields.time(Field.SERVICE_EXIT))
        : null;
  }

  private static boolean isServiceRecorded(RowFields fields, CallOutcome outcome)
      throws MalformedRowException {
    return outcome == CallOutcome.AGENT
        && (fields.time(Field.SERVICE_START) != 0 || fields.time(Field.SERVICE_EXIT) != 0);
  }

  /**
   * Returns when a call that did not queue was answered: as it left the VRU, else as service began.
   */
  private static long answeredAt(@Nullable Stage ivr, @Nullable Stage service) {
    if (ivr != null) {
      return ivr.end();
    }
    if (service == null) {
      throw new IllegalStateException("a call without VRU, queue and service was not refused");
    }
    return service.start();
  }
}
