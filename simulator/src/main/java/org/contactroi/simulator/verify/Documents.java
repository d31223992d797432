package org.contactroi.simulator.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects by key, kept as deflated text: a year has millions, of a kilobyte and more, and a
 * tree takes a hundred times the memory.
 */
final class Documents {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, byte[]> texts = new HashMap<>();
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);

  void put(String key, ObjectNode document) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(text, deflater)) {
      JSON.writeValue(out, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    deflater.reset();
    texts.put(key, text.toByteArray());
  }

  void remove(String key) {
    texts.remove(key);
  }

  /** Returns the document of a key; null if there is none. */
  @Nullable ObjectNode get(String key) {
    byte[] text = texts.get(key);
    if (text == null) {
      return null;
    }
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(text))) {
      return JSON.readValue(in, ObjectNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the document of a key; one without fields if there is none. */
  ObjectNode find(String key) {
    ObjectNode document = get(key);
    return document == null ? JSON.createObjectNode() : document;
  }

  Set<String> keys() {
    return Collections.unmodifiableSet(texts.keySet());
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }
}
