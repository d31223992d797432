package org.contactroi.benchmarks.dsl;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One stay in a queue so far.
 *
 * @param end UTC ms; {@link Long#MAX_VALUE} until it is over
 */
record VisitState(String visitId, String queue, long start, long end) {

  static VisitState entered(String visitId, String queue, long at) {
    return new VisitState(visitId, queue, at, Long.MAX_VALUE);
  }

  VisitState exited(long at) {
    return new VisitState(visitId, queue, start, at);
  }

  boolean isOver() {
    return end != Long.MAX_VALUE;
  }

  void write(DataOutputStream to) throws IOException {
    to.writeUTF(visitId);
    to.writeUTF(queue);
    to.writeLong(start);
    to.writeLong(end);
  }

  static VisitState read(DataInputStream from) throws IOException {
    return new VisitState(from.readUTF(), from.readUTF(), from.readLong(), from.readLong());
  }
}
