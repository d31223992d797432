package org.contactroi.simulator.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.Participant;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.simulator.count.Handoff;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.Transfer;
import org.jspecify.annotations.Nullable;

/** What customers who meet a bot want beside it: a person, or nothing at all. */
final class Wishes {

  private static final Set<TransferOutcome> VAIN =
      Set.of(TransferOutcome.FAILED, TransferOutcome.CANCELED);

  private Wishes() {}

  /** Ways to a person: transfers, and messages for somebody who was not there. */
  static List<Handoff> handoffs(Chapter chapter) {
    List<Handoff> handoffs = new ArrayList<>(transfers(chapter));
    chapter.legs().stream()
        .filter(sight -> sight.leg().who().participant() == Participant.VOICEMAIL)
        .map(sight -> new Handoff(sight.start(), true))
        .forEach(handoffs::add);
    return handoffs;
  }

  /** One that is not seen to close led to nobody. */
  private static List<Handoff> transfers(Chapter chapter) {
    Map<String, Long> begun = new LinkedHashMap<>();
    Map<String, @Nullable TransferOutcome> outcomes = new HashMap<>();
    for (Seen each : chapter.seen()) {
      if (each.fact() instanceof Transfer transfer
          && transfer.kind() == TransferKind.BOT_TO_HUMAN) {
        begun.putIfAbsent(transfer.id(), each.at());
        if (each.is(Moment.TRANSFER_CLOSED)) {
          outcomes.put(transfer.id(), transfer.outcome());
        }
      }
    }
    return begun.entrySet().stream()
        .map(each -> new Handoff(each.getValue(), isVain(outcomes.get(each.getKey()))))
        .toList();
  }

  private static boolean isVain(@Nullable TransferOutcome outcome) {
    return outcome == null || VAIN.contains(outcome);
  }

  /** Whether the customer is not seen to say or want anything where that can be seen. */
  static boolean areNone(Chapter chapter) {
    boolean isSpoken = chapter.channel() == Channel.VOICE || chapter.channel() == Channel.VIDEO;
    return chapter.isInbound() && !isSpoken && chapter.seen().stream().noneMatch(Wishes::isWish);
  }

  private static boolean isWish(Seen each) {
    return each.fact() instanceof Transfer
        || (each.fact() instanceof Message message && message.author() == Author.CUSTOMER);
  }
}
