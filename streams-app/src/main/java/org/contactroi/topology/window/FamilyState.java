package org.contactroi.topology.window;

import java.io.IOException;
import java.util.Objects;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;
import org.contactroi.roi.price.Worth;
import org.contactroi.topology.store.TotalsCodec;
import org.contactroi.topology.store.WorthCodec;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one family in an hour or a day, and what becomes of it before the next commit. Of
 * totals that fall to zero the revision, and that they were settled, are kept until they expire.
 */
final class FamilyState {

  private final Family family;
  private Totals totals;
  private Worth worth;
  private long revision;
  private boolean isSettled;
  private final Totals totalsBefore;
  private Totals.@Nullable Builder sum;
  private boolean isToPublish;
  private boolean hasOtherTotals;
  private boolean hasOtherAmounts;

  private FamilyState(Family family, Totals totals, Worth worth, long revision, boolean isSettled) {
    this.family = family;
    this.totals = totals;
    this.totalsBefore = totals;
    this.worth = worth;
    this.revision = revision;
    this.isSettled = isSettled;
  }

  /** Of a family that was not there. */
  static FamilyState none(Family family) {
    return new FamilyState(family, Totals.zero(family), Worth.ZERO, 0, false);
  }

  Family family() {
    return family;
  }

  Totals totals() {
    if (sum != null) {
      totals = sum.build();
      sum = null;
      hasOtherTotals = !totals.equals(totalsBefore);
    }
    return totals;
  }

  /** What the totals are worth; of a day what its hours are. */
  Worth worth() {
    return worth;
  }

  /** How often its totals or amounts changed. */
  long revision() {
    return revision;
  }

  /** It was published as settled, and stays so. */
  boolean isSettled() {
    return isSettled;
  }

  void settle() {
    isSettled = true;
  }

  void add(Totals difference) {
    if (sum == null) {
      sum = Totals.builder(family).add(totals);
    }
    sum.add(difference);
    isToPublish = true;
  }

  /**
   * Sets what it is worth.
   *
   * @return whether that is something else than before
   */
  boolean value(Worth now) {
    boolean isOther = !now.equals(worth);
    worth = now;
    hasOtherAmounts |= isOther;
    return isOther;
  }

  /** Notes that something else follows from what it is worth. */
  void valueOtherwise() {
    hasOtherAmounts = true;
  }

  /** Notes that it may have another status. */
  void publish() {
    isToPublish = true;
  }

  /** Whether its record has to be published. */
  boolean isToPublish() {
    return isToPublish || hasOtherAmounts;
  }

  /** Whether its totals are others than at the commit before. */
  boolean hasOtherTotals() {
    totals();
    return hasOtherTotals;
  }

  /** Counts the revision, if it is one. */
  void revise() {
    if (hasOtherTotals() || (hasOtherAmounts && !totals().isZero())) {
      revision++;
    }
  }

  /** Whether there is nothing to be kept. */
  boolean isNothing() {
    return revision == 0 && totals().isZero() && worth.equals(Worth.ZERO);
  }

  void write(Encoder encoder) throws IOException {
    TotalsCodec.write(totals(), encoder);
    encoder.writeLong(revision);
    encoder.writeBoolean(isSettled);
    encoder.writeBoolean(!worth.equals(Worth.ZERO));
    if (!worth.equals(Worth.ZERO)) {
      WorthCodec.write(worth, encoder);
    }
  }

  static FamilyState read(BinaryDecoder decoder) throws IOException {
    Totals totals = TotalsCodec.read(decoder);
    long revision = decoder.readLong();
    boolean isSettled = decoder.readBoolean();
    Worth worth = decoder.readBoolean() ? WorthCodec.read(decoder) : Worth.ZERO;
    return new FamilyState(
        Objects.requireNonNull(totals).family(), totals, worth, revision, isSettled);
  }
}
