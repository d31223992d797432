package org.contactroi.interaction.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.interaction.BotSession;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Leg;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.UsageLine;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Computes what an interaction used. AI usage comes from its events, all else from its legs,
 * sessions and messages.
 */
final class UsageFold {

  private static final String GRADE = "grade:";
  private static final String QUEUE = "queue:";

  private record BotMessage(long at, @Nullable String segmentId) {}

  private final UsageSum sum = new UsageSum();
  private final List<BotMessage> botMessages = new ArrayList<>();

  void add(Payload payload, long at) {
    if (payload instanceof Payload.AiUsageRecorded usage) {
      sum.add(Resource.MODEL_INPUT_TOKEN, usage.resource(), usage.inputTokens());
      sum.add(Resource.MODEL_OUTPUT_TOKEN, usage.resource(), usage.outputTokens());
      sum.add(Resource.MODEL_AUDIO, usage.resource(), usage.audio());
    } else if (payload instanceof Payload.MessageSent message && message.author() == Author.BOT) {
      botMessages.add(new BotMessage(at, message.segmentId()));
    }
  }

  /**
   * Lines by (resource, key bytes), none of quantity 0.
   *
   * @param legs by (start, segment id)
   * @param isContact it is one of its own
   */
  List<UsageLine> lines(
      Channel channel,
      String queue,
      List<FoldedLeg> legs,
      List<BotSession> sessions,
      boolean isContact) {
    sum.add(Resource.CONTACT, QUEUE + queue, isContact ? 1 : 0);
    for (FoldedLeg leg : legs) {
      addLeg(leg.leg(), channel.isVoice() ? leg.length() : 0);
    }
    for (BotSession session : sessions) {
      sum.add(Resource.BOT_SESSION, session.bot(), session.notEngaged() ? 0 : 1);
    }
    addMessages(FoldedLeg.legs(legs));
    return sum.lines();
  }

  /** Those of models alone. */
  List<UsageLine> modelLines() {
    return sum.lines();
  }

  private void addLeg(Leg leg, long phoned) {
    if (leg.isHuman()) {
      String grade = leg.agentGrade();
      sum.add(Resource.AGENT, grade == null ? QUEUE + leg.queue() : GRADE + grade, leg.effort());
    }
    sum.add(Resource.TELEPHONY, QUEUE + leg.queue(), phoned);
  }

  /** A message is of the bot whose segment it names, else of the bot that began last before it. */
  private void addMessages(List<Leg> legs) {
    Map<String, Leg> bySegment = new HashMap<>();
    TreeMap<Long, Leg> byStart = new TreeMap<>();
    for (Leg leg : legs) {
      if (leg.isBot()) {
        bySegment.put(leg.segmentId(), leg);
        byStart.put(leg.start(), leg);
      }
    }
    for (BotMessage message : botMessages) {
      String bot = bot(bySegment.get(message.segmentId));
      Map.Entry<Long, Leg> last = bot == null ? byStart.floorEntry(message.at) : null;
      bot = last == null ? bot : bot(last.getValue());
      sum.add(Resource.BOT_MESSAGE, bot == null ? Interaction.UNKNOWN : bot, 1);
    }
  }

  private static @Nullable String bot(@Nullable Leg leg) {
    return leg == null ? null : leg.bot();
  }
}
