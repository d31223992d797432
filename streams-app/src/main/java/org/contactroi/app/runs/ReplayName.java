package org.contactroi.app.runs;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The name of a replay, which names of topics, its group and its state hold.
 *
 * @param text letters, digits and {@code _}: with {@code -} the internal topics of one could be
 *     taken for those of another
 */
public record ReplayName(String text) {

  private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9_]{0,39}");

  /** Stands for the run that is no replay. */
  public static final String LIVE = "live";

  /** Reads it from a command line. */
  public static final class Converter implements ITypeConverter<ReplayName> {

    @Override
    public ReplayName convert(String text) {
      if (!ALLOWED.matcher(text).matches() || text.equals(LIVE)) {
        throw new TypeConversionException(
            "'%s' is no name; allowed: a small letter or digit, then up to 39 small letters, digits and '_', but not '%s'"
                .formatted(text, LIVE));
      }
      return new ReplayName(text);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
