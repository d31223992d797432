package org.contactroi.topology.agent;

import java.util.Objects;
import org.contactroi.agent.AgentState;
import org.contactroi.kpi.Keys;
import org.contactroi.topology.store.AvroBytes;
import org.jspecify.annotations.Nullable;

/**
 * A state of an agent as it is kept.
 *
 * @param state as its event says it
 * @param team of the agent from then on: named here or by a state before, null when by none
 */
record StateInHistory(AgentState state, @Nullable String team) {

  /** In place of a state: the event says none. */
  static final byte[] SILENT = {};

  private static final int TIME_DIGITS = 13;

  static boolean isSilent(byte[] stored) {
    return stored.length == 0;
  }

  /** Before the key of any event at this time or later, after that of any before. */
  static String key(long at) {
    String digits = Long.toString(at);
    return "0".repeat(TIME_DIGITS - digits.length()) + digits;
  }

  static String key(long at, String eventId) {
    return key(at) + "/" + Keys.escape(eventId);
  }

  static long at(String key) {
    return Long.parseLong(key.substring(0, TIME_DIGITS));
  }

  /** The key of the event, escaped. */
  static String eventId(String key) {
    return key.substring(TIME_DIGITS + 1);
  }

  long at() {
    return state.at();
  }

  String key() {
    return key(state.at(), state.eventId());
  }

  /** With the team of the state before, if it names none itself. */
  StateInHistory after(@Nullable String teamBefore) {
    String now = state.team() == null ? teamBefore : state.team();
    return Objects.equals(now, team) ? this : new StateInHistory(state, now);
  }

  /** As it is when what came before is known. */
  AgentState resolved() {
    return new AgentState(
        state.eventId(),
        state.at(),
        state.sourceSystem(),
        state.sourceSeq(),
        team,
        state.routable(),
        state.paid());
  }

  byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeString(state.sourceSystem());
          encoder.writeBoolean(state.sourceSeq() != null);
          encoder.writeLong(state.sourceSeq() == null ? 0 : state.sourceSeq());
          AvroBytes.writeNullable(encoder, state.team());
          AvroBytes.writeNullable(encoder, team);
          encoder.writeBoolean(state.routable());
          encoder.writeBoolean(state.paid());
        });
  }

  static StateInHistory decode(String key, byte[] stored) {
    return AvroBytes.read(
        stored,
        decoder -> {
          String sourceSystem = AvroBytes.readString(decoder);
          boolean hasSeq = decoder.readBoolean();
          long seq = decoder.readLong();
          String named = AvroBytes.readNullable(decoder);
          String team = AvroBytes.readNullable(decoder);
          AgentState state =
              new AgentState(
                  Keys.unescape(eventId(key)),
                  at(key),
                  sourceSystem,
                  hasSeq ? seq : null,
                  named,
                  decoder.readBoolean(),
                  decoder.readBoolean());
          return new StateInHistory(state, team);
        });
  }
}
