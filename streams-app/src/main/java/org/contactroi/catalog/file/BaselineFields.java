package org.contactroi.catalog.file;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.contactroi.interaction.Resource;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DurationText;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.BaselineRow.FrozenMoney;
import org.contactroi.roi.baseline.BaselineRow.Sample;
import org.jspecify.annotations.Nullable;

/** Reads a row of a baseline. */
final class BaselineFields {

  private static final String N = "n";
  private static final String CONTACTS = "contacts";
  private static final String HANDLED = "handled-contacts";
  private static final String EFFORT = "effort";
  private static final String USAGE = "usage";
  private static final String QUANTITY = "quantity";
  private static final String MONEY = "money";
  private static final String CURRENCY = "currency";
  private static final List<String> KNOWN =
      List.of(UsageFields.CHANNEL, "issue", N, CONTACTS, HANDLED, EFFORT, USAGE, MONEY, CURRENCY);
  private static final List<String> KNOWN_USAGE =
      List.of(UsageFields.RESOURCE, UsageFields.KEY, UsageFields.CHANNEL, QUANTITY);

  private static final String ALLOWED_COUNT = "a whole number from %d to %d";

  private final Fields fields;
  private final boolean isManual;

  BaselineFields(Fields fields, BaselineMethod method) {
    this.fields = fields;
    this.isManual = method == BaselineMethod.MANUAL;
  }

  /** The row; empty if it cannot be read. */
  Optional<BaselineRow> row() {
    fields.requireKnown(KNOWN);
    String channel = new UsageFields(fields).channel();
    String issue = fields.required("issue", "an issue, or * for all others", Names::name, "?");
    Sample sample = sample();
    Map<UsageKey, Long> usage = usage();
    FrozenMoney money = money();
    if (usage.isEmpty() && money == null && !fields.isBroken()) {
      fields.note(USAGE, "usage is missing; allowed: a list of what was used");
    }
    return fields.isBroken()
        ? Optional.empty()
        : Optional.of(new BaselineRow(channel, issue, usage, money, sample));
  }

  /** Only what is stated by hand may be measured on nothing. */
  private Sample sample() {
    long least = isManual ? 0 : 1;
    long n =
        fields.required(
            N,
            ALLOWED_COUNT.formatted(least, BaselineRow.LARGEST),
            text -> count(text, least, BaselineRow.LARGEST),
            0L);
    long contacts = count(CONTACTS, BaselineRow.LARGEST);
    long handled = count(HANDLED, fields.isBroken(CONTACTS) ? BaselineRow.LARGEST : contacts);
    Duration effort = new Durations(fields).notNegative(EFFORT, Duration.ZERO);
    return new Sample(n, contacts, Math.min(handled, contacts), effort.toMillis());
  }

  private long count(String name, long greatest) {
    return fields.value(
        name, ALLOWED_COUNT.formatted(0, greatest), text -> count(text, 0, greatest), () -> 0L);
  }

  private static long count(String text, long least, long greatest) {
    long count = Long.parseLong(text);
    if (count < least || count > greatest) {
      throw new IllegalArgumentException(text);
    }
    return count;
  }

  private Map<UsageKey, Long> usage() {
    Map<UsageKey, Long> usage = new HashMap<>();
    for (Fields line : fields.list(USAGE)) {
      line.requireKnown(KNOWN_USAGE);
      UsageFields used = new UsageFields(line);
      Resource resource = used.resource();
      UsageKey key = new UsageKey(resource, used.key(resource), used.channel());
      Long other = usage.put(key, quantity(line, resource));
      if (other != null && !line.isBroken()) {
        line.note(
            UsageFields.RESOURCE,
            "%s %s %s is written twice; allowed: once"
                .formatted(ChoiceText.of(resource), key.key(), ChoiceText.of(key.channel())));
      }
    }
    return usage;
  }

  /** Per 1 000 episodes: a duration of what is measured in time, else a number. */
  private static long quantity(Fields line, Resource resource) {
    if (line.isBroken(UsageFields.RESOURCE)) {
      return 1;
    }
    boolean isTime = resource.unit() == Resource.Unit.MILLISECONDS;
    String allowed =
        isTime
            ? DurationText.ALLOWED + ", longer than 0, at most %d ms".formatted(BaselineRow.LARGEST)
            : ALLOWED_COUNT.formatted(1, BaselineRow.LARGEST);
    Function<String, Long> number =
        isTime ? text -> DurationText.parse(text).toMillis() : Long::valueOf;
    return line.required(
        QUANTITY,
        allowed,
        text -> count(number.apply(text).toString(), 1, BaselineRow.LARGEST),
        1L);
  }

  private @Nullable FrozenMoney money() {
    StatedFields stated = new StatedFields(fields);
    if (!fields.has(MONEY) && !fields.has(CURRENCY)) {
      return null;
    }
    FrozenMoney money = new FrozenMoney(stated.amount(MONEY), stated.currency(CURRENCY));
    if (!isManual) {
      fields.note(MONEY, "money is there; allowed: usage; money per episode is for method manual");
    } else if (fields.has(USAGE)) {
      fields.note(MONEY, "money is there; allowed: usage or money, and not both");
    }
    return money;
  }
}
