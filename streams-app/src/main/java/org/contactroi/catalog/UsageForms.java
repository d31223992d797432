package org.contactroi.catalog;

import java.util.List;
import java.util.stream.Collectors;
import org.contactroi.interaction.Resource;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.yaml.Form;

/** What is used: a resource, its key as totals have it, and a channel. */
final class UsageForms {

  static final FieldType<Resource> RESOURCE = FieldType.choice(Resource.class, Resource::name);

  /** The keys of one interaction beyond the first 64. */
  private static final String OTHER = "other";

  static final FieldType<String> KEY = FieldType.NAME.or(OTHER);

  private UsageForms() {}

  /** The form of a key; a key of another form would never be met. */
  static Form<String> key(Given in, Field<?, Resource> field, Resource resource) {
    List<String> prefixes = in.isBroken(field) ? List.of() : prefixes(resource);
    String allowed =
        prefixes.isEmpty()
            ? "a bot or a model, at most 256 bytes"
            : prefixes.stream().map(prefix -> prefix + "NAME, ").collect(Collectors.joining())
                + OTHER;
    return KEY.form().where(text -> isUsable(text, prefixes), allowed);
  }

  /** The same, or any. */
  static Form<String> orAny(Form<String> form) {
    return Form.of(
        form.allowed() + ", " + RateRow.ANY,
        value -> value.text().filter(RateRow.ANY::equals).or(() -> form.reader().apply(value)));
  }

  private static boolean isUsable(String text, List<String> prefixes) {
    boolean hasName = !prefixes.contains(text) && prefixes.stream().anyMatch(text::startsWith);
    return prefixes.isEmpty() || text.equals(OTHER) || hasName;
  }

  private static List<String> prefixes(Resource resource) {
    return switch (resource) {
      case AGENT -> List.of("grade:", "queue:");
      case TELEPHONY, CONTACT -> List.of("queue:");
      case BOT_SESSION, BOT_MESSAGE, MODEL_INPUT_TOKEN, MODEL_OUTPUT_TOKEN, MODEL_AUDIO ->
          List.of();
    };
  }
}
