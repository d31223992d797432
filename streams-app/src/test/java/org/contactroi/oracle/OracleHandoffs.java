package org.contactroi.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.MessageSent;
import org.contactroi.events.Participant;
import org.contactroi.events.TransferClosed;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.events.TransferRequested;
import org.contactroi.simulator.count.Handoff;

/** What the sessions of an interaction led to, and whether a customer was there at all. */
final class OracleHandoffs {

  private OracleHandoffs() {}

  /** Transfers from a bot to a person, and voicemails, which reach nobody. */
  static List<Handoff> of(OracleInteraction interaction) {
    List<Handoff> handoffs = new ArrayList<>();
    for (List<InteractionEvent> transfer : transfers(interaction.events).values()) {
      if (kind(transfer.get(transfer.size() - 1)) == TransferKind.BOT_TO_HUMAN) {
        handoffs.add(new Handoff(OracleEvents.at(transfer.get(0)), isFailed(transfer)));
      }
    }
    for (OracleLeg leg : interaction.legs) {
      if (leg.participant == Participant.VOICEMAIL) {
        handoffs.add(new Handoff(leg.start, true));
      }
    }
    return handoffs;
  }

  /** The records of each transfer, in order. */
  private static Map<String, List<InteractionEvent>> transfers(List<InteractionEvent> events) {
    Map<String, List<InteractionEvent>> transfers = new LinkedHashMap<>();
    for (InteractionEvent event : events) {
      if (event.getPayload() instanceof TransferRequested requested) {
        add(transfers, requested.getTransferId(), event);
      } else if (event.getPayload() instanceof TransferClosed closed) {
        add(transfers, closed.getTransferId(), event);
      }
    }
    return transfers;
  }

  private static void add(
      Map<String, List<InteractionEvent>> transfers, String id, InteractionEvent event) {
    transfers.computeIfAbsent(id, none -> new ArrayList<>()).add(event);
  }

  private static TransferKind kind(InteractionEvent record) {
    return record.getPayload() instanceof TransferClosed closed
        ? closed.getKind()
        : ((TransferRequested) record.getPayload()).getKind();
  }

  /** "closed FAILED or CANCELED or never closed"; the last closing says so. */
  private static boolean isFailed(List<InteractionEvent> transfer) {
    TransferOutcome outcome =
        OracleEvents.payloads(TransferClosed.class, transfer).stream()
            .reduce((earlier, later) -> later)
            .map(TransferClosed::getOutcome)
            .orElse(TransferOutcome.FAILED);
    return outcome == TransferOutcome.FAILED || outcome == TransferOutcome.CANCELED;
  }

  /** "no ... transfer, no customer message ...; only inbound, not VOICE or VIDEO". */
  static boolean isSilent(OracleInteraction interaction) {
    boolean isSpoken = interaction.channel == Channel.VOICE || interaction.channel == Channel.VIDEO;
    return interaction.inbound
        && !isSpoken
        && transfers(interaction.events).isEmpty()
        && OracleEvents.payloads(MessageSent.class, interaction.events).stream()
            .noneMatch(message -> message.getAuthor() == Author.CUSTOMER);
  }
}
