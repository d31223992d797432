package org.contactroi.benchmarks.dsl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Bytes of interactions in the store. */
final class InteractionStateSerde {

  private static final int USUAL_BYTES = 512;

  private InteractionStateSerde() {}

  static Serde<InteractionState> serde() {
    return Serdes.serdeFrom((topic, state) -> write(state), (topic, bytes) -> read(bytes));
  }

  private static byte[] write(InteractionState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (DataOutputStream to = new DataOutputStream(bytes)) {
      state.write(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static InteractionState read(byte[] bytes) {
    try (DataInputStream from = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return InteractionState.read(from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
