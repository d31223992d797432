package org.contactroi.catalog.file;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.contactroi.catalog.LedgerLine;
import org.contactroi.notation.Currencies;
import org.contactroi.notation.DecimalText;
import org.contactroi.roi.amount.Amount;

/** Reads amounts, currencies, shares, days and notes. */
final class StatedFields {

  static final int WHOLE_BP = 10_000;

  private static final int TEXT_BYTES = 1_024;

  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

  private static final String ALLOWED_AMOUNT =
      "an amount such as 21.50, from 0 to %s, with at most %d decimals"
          .formatted(
              DecimalText.of(Amount.LARGEST_STATED, LedgerLine.DECIMALS), LedgerLine.DECIMALS);

  /** The code of ISO 4217 that stands for none, with which reading goes on to further errors. */
  private static final String NO_CURRENCY = "XXX";

  private static final String ALLOWED_CURRENCY = "an ISO 4217 code such as EUR";
  private static final String ALLOWED_DAY = "a day from 1990 to 2099 such as 2026-12-25";
  private static final String ALLOWED_TEXT = "not blank, at most %d bytes".formatted(TEXT_BYTES);

  private final Fields fields;

  StatedFields(Fields fields) {
    this.fields = fields;
  }

  /** Millionths of a unit. */
  long amount(String name) {
    return fields.required(name, ALLOWED_AMOUNT, StatedFields::micros, 0L);
  }

  /** Millionths of a unit. */
  Optional<Long> optionalAmount(String name) {
    return fields.optional(name, ALLOWED_AMOUNT, StatedFields::micros);
  }

  String currency(String name) {
    return fields.required(name, ALLOWED_CURRENCY, StatedFields::known, NO_CURRENCY);
  }

  /** A day; a late one, before which there is something of everything, if there is none. */
  LocalDate day(String name) {
    return fields.required(name, ALLOWED_DAY, StatedFields::parseDay, LATEST);
  }

  /** A day that is not before another field's. */
  LocalDate lastDay(String name, String firstName, LocalDate first) {
    LocalDate last =
        fields.required(
            name,
            "%s, not before %s".formatted(ALLOWED_DAY, firstName),
            text -> notBefore(first, parseDay(text), fields.isBroken(firstName)),
            LATEST);
    return last.isBefore(first) ? first : last;
  }

  int basisPoints(String name, int least, int greatest) {
    return fields.required(
        name, allowedShare(least, greatest), text -> whole(text, least, greatest), greatest);
  }

  int basisPointsOr(String name, int greatest, int otherwise) {
    return fields.value(
        name, allowedShare(0, greatest), text -> whole(text, 0, greatest), () -> otherwise);
  }

  String text(String name) {
    return fields.required(name, ALLOWED_TEXT, StatedFields::note, "?");
  }

  Optional<String> optionalText(String name) {
    return fields.optional(name, ALLOWED_TEXT, StatedFields::note);
  }

  boolean yesOrNo(String name) {
    return fields.required(name, "true, false", StatedFields::truth, false);
  }

  Optional<Boolean> optionalYesOrNo(String name) {
    return fields.optional(name, "true, false", StatedFields::truth);
  }

  private static String allowedShare(int least, int greatest) {
    return "basis points, a whole number from %d to %d".formatted(least, greatest);
  }

  private static long micros(String text) {
    long micros = DecimalText.parse(text, LedgerLine.DECIMALS);
    if (micros < 0 || micros > Amount.LARGEST_STATED) {
      throw new IllegalArgumentException(ALLOWED_AMOUNT);
    }
    return micros;
  }

  private static String known(String text) {
    if (!Currencies.isKnown(text)) {
      throw new IllegalArgumentException(ALLOWED_CURRENCY);
    }
    return text;
  }

  private static LocalDate parseDay(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      throw new IllegalArgumentException(ALLOWED_DAY);
    }
    return day;
  }

  private static LocalDate notBefore(LocalDate first, LocalDate last, boolean isUnknown) {
    if (!isUnknown && last.isBefore(first)) {
      throw new IllegalArgumentException(last + " is before " + first);
    }
    return last;
  }

  private static int whole(String text, int least, int greatest) {
    int number = Integer.parseInt(text);
    if (number < least || number > greatest) {
      throw new IllegalArgumentException(allowedShare(least, greatest));
    }
    return number;
  }

  private static String note(String text) {
    if (text.isBlank() || text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
      throw new IllegalArgumentException(ALLOWED_TEXT);
    }
    return text;
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("true, false");
    };
  }
}
