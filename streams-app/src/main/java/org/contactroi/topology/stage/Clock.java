package org.contactroi.topology.stage;

import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.topology.store.AvroBytes;

/**
 * How far event time has come in one upstream partition for one tenant. It travels behind the data
 * it speaks of, to every partition of the next stage.
 *
 * @param upstream the partition that says so; a stage with two sources counts the partitions of the
 *     second on after those of the first
 * @param status event time reached, UTC ms, that decides status; {@link #IDLE} when the partition
 *     has been without records of the tenant
 * @param purge event time reached, idle or not, that decides expiry
 */
public record Clock(String tenant, int upstream, long status, long purge) {

  public static final long IDLE = Long.MAX_VALUE;

  /** In place of a tenant: the partition has read all that was published. No id is blank. */
  private static final String CAUGHT_UP = "";

  /** A partition has nothing left to read; tenants it has not spoken of do not occur in it. */
  public static Clock caughtUp(int upstream) {
    return new Clock(CAUGHT_UP, upstream, IDLE, IDLE);
  }

  boolean isCaughtUp() {
    return tenant.equals(CAUGHT_UP);
  }

  void write(Encoder encoder) throws IOException {
    encoder.writeString(tenant);
    encoder.writeInt(upstream);
    encoder.writeLong(status);
    encoder.writeLong(purge);
  }

  /** The earlier of both in each respect. */
  Clock orEarlier(Clock other) {
    return new Clock(
        tenant, upstream, Math.min(status, other.status), Math.min(purge, other.purge));
  }

  static Clock read(BinaryDecoder decoder) throws IOException {
    return new Clock(
        AvroBytes.readString(decoder), decoder.readInt(), decoder.readLong(), decoder.readLong());
  }
}
