package org.contactroi.simulator.center;

import org.jspecify.annotations.Nullable;

/**
 * A list whose elements know their neighbours, so that any of them leaves at once.
 *
 * @param <T> kind of the elements; each is in one list at most
 */
final class Chain<T extends Chain.Link<T>> {

  private @Nullable T first;
  private @Nullable T last;

  /** An element. */
  abstract static class Link<T extends Link<T>> {
    private @Nullable T previous;
    private @Nullable T next;

    @Nullable T previous() {
      return previous;
    }
  }

  @Nullable T first() {
    return first;
  }

  @Nullable T last() {
    return last;
  }

  /**
   * Adds an element.
   *
   * @param before the one it follows; null for the first place
   */
  void add(@Nullable T before, T element) {
    T after = before == null ? first : next(before);
    join(before, element);
    join(element, after);
  }

  void remove(T element) {
    Link<T> link = element;
    join(link.previous, link.next);
    link.previous = null;
    link.next = null;
  }

  private @Nullable T next(T element) {
    Link<T> link = element;
    return link.next;
  }

  private void join(@Nullable T before, @Nullable T after) {
    if (before == null) {
      first = after;
    } else {
      Link<T> link = before;
      link.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      Link<T> link = after;
      link.previous = before;
    }
  }
}
