package org.contactroi.serve.store;

/**
 * Where reading of a partition goes on.
 *
 * @param topicId id of the topic when it was read: a topic made anew has another
 * @param next offset of the first record not read
 */
record StoredOffset(String topicId, long next) {

  String text() {
    return topicId + " " + next;
  }

  static StoredOffset parse(String text) {
    int space = text.indexOf(' ');
    return new StoredOffset(text.substring(0, space), Long.parseLong(text.substring(space + 1)));
  }
}
