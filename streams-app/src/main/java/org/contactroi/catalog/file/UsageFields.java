package org.contactroi.catalog.file;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.event.Channel;
import org.contactroi.notation.ChoiceText;
import org.contactroi.roi.rate.RateRow;

/** Reads what is used: a resource, its key as totals have it, and a channel. */
final class UsageFields {

  static final String RESOURCE = "resource";
  static final String KEY = "key";
  static final String CHANNEL = "channel";

  /** The keys of one interaction beyond the first 64. */
  private static final String OTHER = "other";

  private final Fields fields;

  UsageFields(Fields fields) {
    this.fields = fields;
  }

  Resource resource() {
    return fields.choice(RESOURCE, List.of(Resource.values()));
  }

  /** A key that has to be there. */
  String key(Resource resource) {
    String allowed = allowedKeys(resource);
    return fields.required(KEY, allowed, text -> key(text, prefixes(resource)), OTHER);
  }

  /** A key, or any. */
  String keyOrAny(Resource resource) {
    String allowed = allowedKeys(resource) + ", " + RateRow.ANY;
    return fields.value(
        KEY,
        allowed,
        text -> text.equals(RateRow.ANY) ? text : key(text, prefixes(resource)),
        () -> RateRow.ANY);
  }

  /** The name of a channel that has to be there. */
  String channel() {
    return fields.choice(CHANNEL, List.of(Channel.values())).name();
  }

  /** The name of a channel, or any. */
  String channelOrAny() {
    List<Channel> channels = List.of(Channel.values());
    return fields.value(
        CHANNEL,
        ChoiceText.of(channels) + ", " + RateRow.ANY,
        text -> text.equals(RateRow.ANY) ? text : ChoiceText.parse(text, channels).name(),
        () -> RateRow.ANY);
  }

  /** A key of another form would never be met. */
  private static String key(String text, List<String> prefixes) {
    boolean hasName = !prefixes.contains(text) && prefixes.stream().anyMatch(text::startsWith);
    boolean isUsable = prefixes.isEmpty() || text.equals(OTHER) || hasName;
    if (!isUsable) {
      throw new IllegalArgumentException(text);
    }
    return Names.name(text);
  }

  /** What keys of a resource begin with; nothing in common if it is not known. */
  private List<String> prefixes(Resource resource) {
    if (fields.isBroken(RESOURCE)) {
      return List.of();
    }
    return switch (resource) {
      case AGENT -> List.of("grade:", "queue:");
      case TELEPHONY, CONTACT -> List.of("queue:");
      case BOT_SESSION, BOT_MESSAGE, MODEL_INPUT_TOKEN, MODEL_OUTPUT_TOKEN, MODEL_AUDIO ->
          List.of();
    };
  }

  private String allowedKeys(Resource resource) {
    List<String> prefixes = prefixes(resource);
    if (prefixes.isEmpty()) {
      return "a bot or a model, at most 256 bytes";
    }
    List<String> allowed =
        new ArrayList<>(prefixes.stream().map(prefix -> prefix + "NAME").toList());
    allowed.add(OTHER);
    return String.join(", ", allowed);
  }
}
