package org.contactroi.catalog;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DurationText;
import org.contactroi.reference.BaselineUsage;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.yaml.Form;

/** The fields of a line of usage of a baseline, per 1 000 episodes. */
final class UsedFields {

  static final FieldTable<Map.Entry<UsageKey, Long>> TABLE = new FieldTable<>(BaselineUsage::new);

  private static final Field<Map.Entry<UsageKey, Long>, Resource> RESOURCE =
      TABLE.field("resource", UsageForms.RESOURCE, used -> used.getKey().resource());
  private static final Field<Map.Entry<UsageKey, Long>, String> KEY =
      TABLE.field("key", UsageForms.KEY, used -> used.getKey().key());
  private static final Field<Map.Entry<UsageKey, Long>, String> CHANNEL =
      TABLE.field("channel", FieldType.CHANNEL, used -> used.getKey().channel());
  static final Field<Map.Entry<UsageKey, Long>, Long> QUANTITY =
      TABLE.field("quantity", FieldType.COUNT.or(1L), Map.Entry::getValue);

  private static final Comparator<UsageKey> ORDER =
      Comparator.comparing(UsageKey::resource)
          .thenComparing(UsageKey::key, Utf8Order.INSTANCE)
          .thenComparing(UsageKey::channel, Utf8Order.INSTANCE);

  private UsedFields() {}

  static Map<UsageKey, Long> read(List<Given> lines) {
    Map<UsageKey, Long> usage = new HashMap<>();
    for (Given in : lines) {
      Resource resource = in.require(RESOURCE);
      String name = in.require(KEY, UsageForms.key(in, RESOURCE, resource));
      UsageKey key = new UsageKey(resource, name, in.require(CHANNEL));
      Long other = usage.put(key, quantity(in, resource));
      if (other != null && !in.isBroken()) {
        in.tell(
            RESOURCE.name(),
            "%s %s %s is written twice; allowed: once"
                .formatted(ChoiceText.of(resource), name, ChoiceText.of(key.channel())));
      }
    }
    return usage;
  }

  /** By resource, key and channel. */
  static List<Map.Entry<UsageKey, Long>> ordered(Map<UsageKey, Long> usage) {
    return usage.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).toList();
  }

  /** As a person reads it. */
  static String text(Map.Entry<UsageKey, Long> used) {
    return String.join(" ", TABLE.texts(used).values()) + (isTime(used) ? " ms" : "");
  }

  /** As files have it. */
  static Map<String, String> written(Map.Entry<UsageKey, Long> used) {
    Map<String, String> texts = TABLE.texts(used);
    if (isTime(used)) {
      texts.put(QUANTITY.name(), DurationText.of(Duration.ofMillis(used.getValue())));
    }
    return texts;
  }

  /** A duration of what is measured in time, else a number. */
  private static long quantity(Given in, Resource resource) {
    if (in.isBroken(RESOURCE)) {
      return 1;
    }
    return in.require(
        QUANTITY,
        resource.unit() == Resource.Unit.MILLISECONDS
            ? Form.text(
                    "%s, longer than 0, at most %d ms"
                        .formatted(DurationText.ALLOWED, BaselineRow.LARGEST),
                    text -> DurationText.parse(text).toMillis())
                .where(ms -> ms >= 1 && ms <= BaselineRow.LARGEST)
            : Form.whole(1, BaselineRow.LARGEST));
  }

  private static boolean isTime(Map.Entry<UsageKey, Long> used) {
    return used.getKey().resource().unit() == Resource.Unit.MILLISECONDS;
  }
}
