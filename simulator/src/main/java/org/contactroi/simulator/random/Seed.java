package org.contactroi.simulator.random;

/**
 * Where a stream of random numbers begins. A seed has as many children as there are names and
 * numbers; none of them tells anything about another.
 *
 * @param value any 64 bits
 */
public record Seed(long value) {

  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;
  // Odd and not SplitMix64's own increment: the children are not the numbers of the stream.
  private static final long STEP = 0xD1342543DE82EF95L;

  /** Returns the child of a name (FNV-1a of its characters). */
  public Seed of(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return new Seed(mix(mix(value) ^ hash));
  }

  /** Returns the child of a number. */
  public Seed of(long number) {
    return new Seed(mix(value + STEP * (number + 1)));
  }

  /** Returns a new stream that begins here. */
  public RandomStream stream() {
    return new RandomStream(value);
  }

  /** The finalizer of MurmurHash3: one to one, every bit of the input moves every bit. */
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
