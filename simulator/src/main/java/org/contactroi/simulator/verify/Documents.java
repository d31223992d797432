package org.contactroi.simulator.verify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON objects by key, kept as text: there are hundreds of thousands, and a tree takes twenty times
 * the memory.
 */
final class Documents {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, byte[]> texts = new HashMap<>();

  void put(String key, ObjectNode document) {
    try {
      texts.put(key, JSON.writeValueAsBytes(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String key) {
    texts.remove(key);
  }

  /** Returns the document of a key; null if there is none. */
  @Nullable ObjectNode get(String key) {
    byte[] text = texts.get(key);
    try {
      return text == null ? null : JSON.readValue(text, ObjectNode.class);
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
