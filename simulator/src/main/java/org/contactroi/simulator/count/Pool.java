package org.contactroi.simulator.count;

import java.util.HashMap;
import java.util.Map;

/** Keeps one of all objects that are equal: of many interactions few differ in what they are. */
final class Pool {

  private final Map<Object, Object> known = new HashMap<>();

  /** Returns the first of those that equal an object. */
  @SuppressWarnings("unchecked") // Equal objects of the truth are of one type.
  <T> T first(T object) {
    Object before = known.putIfAbsent(object, object);
    return before == null ? object : (T) before;
  }
}
