package org.contactroi.simulator.playback;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;

/** The fields of one row, read by name and checked one by one. */
final class RowFields {

  /** Columns and names of the fields, as in the header of a file. */
  enum Field {
    LINE(1, "vru+line"),
    CALL_ID(2, "call_id"),
    CUSTOMER_ID(3, "customer_id"),
    PRIORITY(4, "priority"),
    TYPE(5, "type"),
    DATE(6, "date"),
    VRU_ENTRY(7, "vru_entry"),
    VRU_EXIT(8, "vru_exit"),
    VRU_TIME(9, "vru_time"),
    QUEUE_START(10, "q_start"),
    QUEUE_EXIT(11, "q_exit"),
    QUEUE_TIME(12, "q_time"),
    OUTCOME(13, "outcome"),
    SERVICE_START(14, "ser_start"),
    SERVICE_EXIT(15, "ser_exit"),
    SERVICE_TIME(16, "ser_time"),
    SERVER(17, "server");

    private final int column;
    private final String header;

    Field(int column, String header) {
      this.column = column;
      this.header = header;
    }
  }

  private static final int FIELDS = Field.values().length;
  private static final int CENTURY = 1900;
  private static final int LONGEST_QUOTE = 40;

  private final String[] values;

  private RowFields(String[] values) {
    this.values = values;
  }

  /** Returns whether a line is the header of a file. */
  static boolean isHeader(String line) {
    return line.startsWith(Field.LINE.header + "\t" + Field.CALL_ID.header + "\t");
  }

  /**
   * Splits a line.
   *
   * @throws MalformedRowException if it has not 17 fields
   */
  static RowFields split(String line) throws MalformedRowException {
    String[] values = line.split("\t", -1);
    if (values.length != FIELDS) {
      throw new MalformedRowException(values.length + " fields instead of " + FIELDS);
    }
    Arrays.setAll(values, column -> values[column].strip());
    return new RowFields(values);
  }

  /** Returns a field that may not be empty. */
  String text(Field field) throws MalformedRowException {
    String value = values[field.column - 1];
    if (value.isEmpty()) {
      throw new MalformedRowException(field.header + " is empty");
    }
    return value;
  }

  /** Returns a field as a whole number, which may be negative. */
  int number(Field field) throws MalformedRowException {
    String value = text(field);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw wrong(field, "a whole number");
    }
  }

  /** Returns a field as seconds, which may not be negative. */
  int seconds(Field field) throws MalformedRowException {
    int seconds = number(field);
    if (seconds < 0) {
      throw wrong(field, "a number of seconds, 0 or more");
    }
    return seconds;
  }

  /** Returns a field {@code H:MM:SS} as second of the day. */
  int time(Field field) throws MalformedRowException {
    String value = text(field);
    int seconds = value.indexOf(':') == 1 ? clock("0" + value) : clock(value);
    if (seconds < 0) {
      throw wrong(field, "a time H:MM:SS");
    }
    return seconds;
  }

  /** Returns a time HH:MM:SS as second of the day, -1 if it is none. */
  private static int clock(String value) {
    if (value.length() != 8 || value.charAt(2) != ':' || value.charAt(5) != ':') {
      return -1;
    }
    int hour = twoDigits(value, 0);
    int minute = twoDigits(value, 3);
    int second = twoDigits(value, 6);
    boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    return isTime && second >= 0 && second < 60 ? hour * 3600 + minute * 60 + second : -1;
  }

  /** Returns the number of two decimal digits, -1 if they are none. */
  private static int twoDigits(String value, int from) {
    int tens = value.charAt(from) - '0';
    int ones = value.charAt(from + 1) - '0';
    boolean areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
    return areDigits ? tens * 10 + ones : -1;
  }

  /** Returns the date {@code YYMMDD} of the twentieth century. */
  LocalDate date() throws MalformedRowException {
    String value = text(Field.DATE);
    int year = value.length() == 6 ? twoDigits(value, 0) : -1;
    try {
      if (year >= 0) {
        return LocalDate.of(CENTURY + year, twoDigits(value, 2), twoDigits(value, 4));
      }
    } catch (DateTimeException e) {
      // Digits that are no day of the calendar: said below.
    }
    throw wrong(Field.DATE, "a date YYMMDD");
  }

  /** Returns the outcome. */
  CallOutcome outcome() throws MalformedRowException {
    return switch (text(Field.OUTCOME)) {
      case "AGENT" -> CallOutcome.AGENT;
      case "HANG" -> CallOutcome.HANG;
      case "PHANTOM" -> CallOutcome.PHANTOM;
      default -> throw wrong(Field.OUTCOME, "AGENT, HANG or PHANTOM");
    };
  }

  private MalformedRowException wrong(Field field, String expected) {
    String value = values[field.column - 1];
    String quote =
        value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "...";
    return new MalformedRowException(field.header + " '" + quote + "' is not " + expected);
  }
}
