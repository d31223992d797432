package org.contactroi.benchmarks.dsl;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.contactroi.events.Participant;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.SegmentStarted;
import org.jspecify.annotations.Nullable;

/** One segment so far. Times are UTC ms, durations ms. */
final class LegState {

  private static final long NONE = Long.MIN_VALUE;

  final String segmentId;
  long start = NONE;
  long end = NONE;
  Participant participant = Participant.UNKNOWN;
  SegmentRole role = SegmentRole.UNKNOWN;
  @Nullable String queue;
  @Nullable String bot;
  private long holdSum;
  private int holdsOpen;
  private long workSum;
  private int workOpen;
  private long workEnd = NONE;
  private long talkReported = NONE;
  private long holdReported = NONE;
  private long workReported = NONE;
  private long reaching;

  LegState(String segmentId) {
    this.segmentId = segmentId;
  }

  void begin(SegmentStarted started, long at) {
    start = at;
    participant = started.getParticipant();
    role = started.getRole();
    queue = started.getQueueId();
    bot = started.getBotVersion() == null ? started.getParticipantId() : started.getBotVersion();
  }

  void finish(SegmentEnded ended, long at) {
    end = at;
    queue = queue == null ? ended.getQueueId() : queue;
    if (ended.getReported() != null) {
      take(ended.getReported());
    }
  }

  private void take(ReportedTimes times) {
    talkReported = orNone(times.getTalkMs());
    holdReported = orNone(times.getHoldMs());
    workReported = orNone(times.getAcwMs());
    reaching = orZero(times.getDialMs()) + orZero(times.getContactingMs());
  }

  void hold(long at, boolean begins) {
    holdSum += begins ? -at : at;
    holdsOpen += begins ? 1 : -1;
  }

  void work(long at, boolean begins) {
    workSum += begins ? -at : at;
    workOpen += begins ? 1 : -1;
    workEnd = begins ? workEnd : at;
  }

  boolean isOver() {
    return start != NONE && end != NONE && holdsOpen == 0 && workOpen <= 0;
  }

  boolean isHandled() {
    return participant == Participant.AGENT && role == SegmentRole.PRIMARY;
  }

  boolean isHuman() {
    return participant == Participant.AGENT || participant == Participant.SUPERVISOR;
  }

  boolean isBot() {
    return participant == Participant.BOT || participant == Participant.IVR;
  }

  long settle() {
    return workEnd == NONE ? end + work() : workEnd;
  }

  long handle(boolean outbound) {
    long hold = holdReported == NONE ? Math.max(0, holdSum) : holdReported;
    long talk = talkReported == NONE ? Math.max(0, end - start - holdSum) : talkReported;
    return talk + hold + work() + (outbound ? reaching : 0);
  }

  /** An end without a start begins at the segment's end. */
  private long work() {
    long derived = workSum + (workOpen < 0 ? workOpen * end : 0);
    return workReported == NONE ? Math.max(0, derived) : workReported;
  }

  private static long orNone(@Nullable Long value) {
    return value == null ? NONE : value;
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  void write(DataOutputStream to) throws IOException {
    to.writeUTF(segmentId);
    to.writeUTF(participant.name());
    to.writeUTF(role.name());
    Texts.write(queue, to);
    Texts.write(bot, to);
    for (long value :
        new long[] {
          start, end, holdSum, workSum, workEnd, talkReported, holdReported, workReported, reaching
        }) {
      to.writeLong(value);
    }
    to.writeByte(holdsOpen);
    to.writeByte(workOpen);
  }

  static LegState read(DataInputStream from) throws IOException {
    LegState leg = new LegState(from.readUTF());
    leg.participant = Participant.valueOf(from.readUTF());
    leg.role = SegmentRole.valueOf(from.readUTF());
    leg.queue = Texts.read(from);
    leg.bot = Texts.read(from);
    leg.start = from.readLong();
    leg.end = from.readLong();
    leg.holdSum = from.readLong();
    leg.workSum = from.readLong();
    leg.workEnd = from.readLong();
    leg.talkReported = from.readLong();
    leg.holdReported = from.readLong();
    leg.workReported = from.readLong();
    leg.reaching = from.readLong();
    leg.holdsOpen = from.readByte();
    leg.workOpen = from.readByte();
    return leg;
  }
}
