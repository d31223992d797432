package org.contactroi.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.notation.DecimalText;
import org.contactroi.reference.BaselineMoney;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.BaselineRow.FrozenMoney;
import org.contactroi.roi.baseline.BaselineRow.Sample;
import org.contactroi.yaml.Form;
import org.jspecify.annotations.Nullable;

/** The fields of a row of a baseline. */
final class BaselineRowFields {

  static final FieldTable<BaselineRow> TABLE =
      new FieldTable<>(org.contactroi.reference.BaselineRow::new);

  static final Field<BaselineRow, String> CHANNEL =
      TABLE.field("channel", FieldType.CHANNEL, BaselineRow::channel);
  private static final Field<BaselineRow, String> ISSUE =
      TABLE.field("issue", FieldType.NAME, BaselineRow::issue);
  private static final Field<BaselineRow, Long> N =
      TABLE.field("n", "episodes", FieldType.COUNT, row -> row.sample().episodes());
  private static final Field<BaselineRow, Long> CONTACTS =
      TABLE.field("contacts", FieldType.COUNT, row -> row.sample().contacts());
  private static final Field<BaselineRow, Long> HANDLED =
      TABLE.field("handled-contacts", FieldType.COUNT, row -> row.sample().handledContacts());
  private static final Field<BaselineRow, Duration> EFFORT =
      TABLE.field("effort", FieldType.DURATION, row -> Duration.ofMillis(row.sample().effortMs()));
  private static final FieldTable.Items<BaselineRow, Map.Entry<UsageKey, Long>> USAGE =
      TABLE.items("usage", UsedFields.TABLE, row -> UsedFields.ordered(row.usage()));

  /** Files have it among the other fields, records in a record of its own. */
  private static final FieldTable<FrozenMoney> FROZEN = new FieldTable<>(BaselineMoney::new);

  private static final Field<FrozenMoney, Long> MONEY =
      FROZEN.field("money", "micros", FieldType.AMOUNT, FrozenMoney::micros);
  private static final Field<FrozenMoney, String> CURRENCY =
      FROZEN.field("currency", FieldType.CURRENCY, FrozenMoney::currency);

  static {
    TABLE.add(new Frozen());
  }

  private BaselineRowFields() {}

  /**
   * A row; empty if it cannot be read.
   *
   * @param isManual whether it is stated by hand: only then may it be measured on nothing
   */
  static Optional<BaselineRow> read(Given in, boolean isManual) {
    String channel = in.require(CHANNEL);
    String issue = in.require(ISSUE, FieldType.NAME.form().saying("an issue, or * for all others"));
    Sample sample = sample(in, isManual);
    Map<UsageKey, Long> usage = UsedFields.read(in.items(USAGE));
    FrozenMoney money = money(in, isManual);
    if (usage.isEmpty() && money == null && !in.isBroken()) {
      in.refuse(USAGE.name(), "is missing; allowed: a list of what was used");
    }
    return in.isBroken()
        ? Optional.empty()
        : Optional.of(new BaselineRow(channel, issue, usage, money, sample));
  }

  /** As a person reads it, on one line. */
  static String text(BaselineRow row) {
    Sample sample = row.sample();
    FrozenMoney money = row.money();
    return "n %d, contacts %d, handled-contacts %d, effort %d ms; %s"
        .formatted(
            sample.episodes(),
            sample.contacts(),
            sample.handledContacts(),
            sample.effortMs(),
            money == null
                ? UsedFields.ordered(row.usage()).stream()
                    .map(UsedFields::text)
                    .collect(Collectors.joining(", "))
                : "money %s %s"
                    .formatted(
                        DecimalText.of(money.micros(), LedgerLine.DECIMALS), money.currency()));
  }

  private static Sample sample(Given in, boolean isManual) {
    long n = in.require(N, Form.whole(isManual ? 0 : 1, BaselineRow.LARGEST));
    long contacts = in.get(CONTACTS, 0L);
    long most = in.isBroken(CONTACTS) ? BaselineRow.LARGEST : contacts;
    long handled = in.find(HANDLED, Form.whole(0, most)).orElse(0L);
    return new Sample(
        n, contacts, in.isBroken(CONTACTS) ? 0 : handled, in.get(EFFORT, Duration.ZERO).toMillis());
  }

  private static @Nullable FrozenMoney money(Given in, boolean isManual) {
    Optional<Given> stated =
        in.either(
            section -> Optional.of(in).filter(row -> row.has(MONEY) || row.has(CURRENCY)),
            record -> Given.within(record, MONEY.name()));
    if (stated.isEmpty()) {
      return null;
    }
    Given given = stated.get();
    FrozenMoney money = new FrozenMoney(given.require(MONEY), given.require(CURRENCY));
    if (!isManual) {
      in.refuse(MONEY.name(), "is there; allowed: usage; money per episode is for method manual");
    } else if (in.either(section -> section.has(USAGE.name()), record -> false)) {
      in.refuse(MONEY.name(), "is there; allowed: usage or money, and not both");
    }
    return money;
  }

  /** An amount per episode in place of usage. */
  private record Frozen() implements FieldTable.Part<BaselineRow> {

    @Override
    public List<String> names() {
      return FROZEN.names();
    }

    @Override
    public void describe(BaselineRow row, Map<String, String> texts) {
      if (row.money() != null) {
        texts.putAll(FROZEN.texts(row.money()));
      }
    }

    @Override
    public void record(BaselineRow row, SpecificRecordBase record) {
      FrozenMoney money = row.money();
      record.put(MONEY.name(), money == null ? null : FROZEN.record(money));
    }
  }
}
