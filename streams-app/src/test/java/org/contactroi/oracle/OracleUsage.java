package org.contactroi.oracle;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.MessageSent;
import org.contactroi.events.SegmentStarted;

/** What an interaction used: quantity by resource and key. */
final class OracleUsage {

  private static final int KEYS = 64;

  private final OracleInteraction interaction;
  private final Map<String, Map<String, Long>> byResource = new TreeMap<>();

  private OracleUsage(OracleInteraction interaction) {
    this.interaction = interaction;
  }

  /** Resource to key to quantity, without zeros. */
  static Map<String, Map<String, Long>> of(OracleInteraction interaction) {
    OracleUsage usage = new OracleUsage(interaction);
    interaction.legs.forEach(usage::addLeg);
    interaction.sessions.forEach(session -> usage.add("BOT_SESSION", session.bot(), 1));
    interaction.events.forEach(usage::addEvent);
    usage.add("CONTACT", "queue:" + interaction.queue, 1);
    return usage.capped();
  }

  private void addLeg(OracleLeg leg) {
    if (leg.isHuman()) {
      // "effort ms, key `grade:` else `queue:`"
      Optional<String> grade = leg.segment.stated(SegmentStarted::getAgentGrade);
      add("AGENT", grade.map(g -> "grade:" + g).orElse("queue:" + leg.queue), leg.effort);
    }
    if (interaction.channel == Channel.VOICE || interaction.channel == Channel.VIDEO) {
      add("TELEPHONY", "queue:" + leg.queue, leg.length());
    }
  }

  private void addEvent(InteractionEvent event) {
    if (event.getPayload() instanceof MessageSent message && message.getAuthor() == Author.BOT) {
      add("BOT_MESSAGE", bot(message, OracleEvents.at(event)), 1);
    } else if (event.getPayload() instanceof AiUsageRecorded used) {
      add("MODEL_INPUT_TOKEN", used.getResource(), used.getInputTokens());
      add("MODEL_OUTPUT_TOKEN", used.getResource(), used.getOutputTokens());
      add("MODEL_AUDIO", used.getResource(), used.getAudioMs());
    }
  }

  /** The bot of the message's leg, else of the last bot leg started at or before it. */
  private String bot(MessageSent message, long at) {
    Optional<String> own = Optional.empty();
    Optional<String> last = Optional.empty();
    for (OracleLeg leg : interaction.legs) {
      if (leg.isBotOrIvr() && leg.segment.id.equals(message.getSegmentId())) {
        own = leg.bot();
      }
      if (leg.isBotOrIvr() && leg.start <= at) {
        last = leg.bot();
      }
    }
    return own.orElse(last.orElse("unknown"));
  }

  private void add(String resource, String key, long quantity) {
    byResource
        .computeIfAbsent(resource, none -> new TreeMap<>(Utf8.ORDER))
        .merge(key, quantity, Math::addExact);
  }

  /** "by key bytes the first 64; the rest is summed under key `other`". */
  private Map<String, Map<String, Long>> capped() {
    Map<String, Map<String, Long>> capped = new TreeMap<>();
    byResource.forEach(
        (resource, byKey) -> {
          byKey.values().removeIf(quantity -> quantity == 0);
          Map<String, Long> kept = new TreeMap<>(Utf8.ORDER);
          int keys = 0;
          for (Map.Entry<String, Long> line : byKey.entrySet()) {
            keys++;
            kept.merge(keys <= KEYS ? line.getKey() : "other", line.getValue(), Math::addExact);
          }
          capped.put(resource, kept);
        });
    return capped;
  }
}
