package org.contactroi.benchmarks.dsl;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Texts in the state of an interaction: one that is not known yet is one byte. */
final class Texts {

  private Texts() {}

  static void write(@Nullable String text, DataOutputStream to) throws IOException {
    to.writeBoolean(text != null);
    if (text != null) {
      to.writeUTF(text);
    }
  }

  static @Nullable String read(DataInputStream from) throws IOException {
    return from.readBoolean() ? from.readUTF() : null;
  }
}
