package org.contactroi.simulator.center;

import org.contactroi.simulator.center.people.Career;
import org.contactroi.simulator.ledger.AgentState.State;
import org.contactroi.simulator.scenario.Mode;
import org.contactroi.simulator.scenario.Staff.Pause;
import org.jspecify.annotations.Nullable;

/**
 * An agent: what there is to do, and whether there can be more. Who is due for a break or the end
 * of the shift takes nothing new and leaves when nothing is left.
 */
final class Agent extends Chain.Link<Agent> {

  static final State OFFLINE = new State("offline", false, false, false);
  static final State AVAILABLE = new State("available", true, true, true);
  static final State CHATTING = new State("chatting", true, true, true);
  static final State BUSY = new State("busy", false, true, true);
  static final State AFTER_WORK = new State("after-work", false, true, true);
  static final State AWAY = new State("away", false, false, true);

  private final Floor floor;
  private final Crew crew;
  private Career career;
  private Presence presence = Presence.OFF;
  private State shown = OFFLINE;
  private State pauseState = OFFLINE;
  private int load;
  private int live;
  private boolean isExclusive;
  private boolean isWrapping;
  private boolean isAway;
  private boolean isLeaving;
  private @Nullable Pause due;
  private long pauseEnds;
  private long turn;
  private @Nullable Chain<Agent> place;

  private enum Presence {
    OFF,
    ON,
    PAUSED
  }

  Agent(Floor floor, Crew crew, Career career) {
    this.floor = floor;
    this.crew = crew;
    this.career = career;
  }

  Crew crew() {
    return crew;
  }

  Career career() {
    return career;
  }

  String id() {
    return career.id();
  }

  /** Returns how many contacts are in work. */
  int live() {
    return live;
  }

  /** Returns whether there is less to do than for another agent who is free too, if any. */
  boolean isFreerThan(@Nullable Agent other) {
    return other == null || load < other.load || (load == other.load && turn < other.turn);
  }

  private boolean isFree() {
    return presence == Presence.ON
        && !isAway
        && !isLeaving
        && due == null
        && !isExclusive
        && load < crew.team().chats();
  }

  /** Is asked to take a contact. */
  void take(Mode mode) {
    load++;
    isExclusive = mode.isExclusive();
    sit();
  }

  /** Works on a contact that was taken. */
  void start(long now) {
    live++;
    show(now);
  }

  /** The customer has left, after-contact work begins. */
  void wrap(long now) {
    isWrapping = isExclusive;
    show(now);
  }

  /** Is done with a contact. */
  void stop(long now) {
    live--;
    drop(now);
  }

  /** Has not got a contact that was taken. */
  void drop(long now) {
    load--;
    isExclusive = false;
    isWrapping = false;
    goOn(now);
  }

  /** Did not take an offer and is not asked again for a while. */
  void refuse(long now, long until) {
    isAway = true;
    drop(now);
    floor.calendar().at(until, this::comeBack);
  }

  private void comeBack(long now) {
    isAway = false;
    goOn(now);
  }

  void signOn(long now) {
    isLeaving = false;
    due = null;
    if (presence == Presence.OFF) {
      presence = Presence.ON;
      career = career.at(now);
    }
    goOn(now);
  }

  void signOff(long now) {
    isLeaving = true;
    goOn(now);
  }

  void pause(long now, Pause pause) {
    if (presence == Presence.ON && !isLeaving) {
      due = pause;
      goOn(now);
    }
  }

  /** Goes home, or to a break, or takes the next contact, as it may be. */
  private void goOn(long now) {
    if (load == 0 && isLeaving) {
      presence = Presence.OFF;
    } else if (load == 0 && due != null && presence == Presence.ON) {
      beginPause(now, due);
    }
    sit();
    show(now);
    if (isFree()) {
      floor.serve(now, crew);
    }
  }

  private void beginPause(long now, Pause pause) {
    presence = Presence.PAUSED;
    pauseState = new State(pause.name(), false, false, pause.isPaid());
    pauseEnds = now + pause.lasts();
    floor.calendar().at(pauseEnds, this::endPause);
  }

  private void endPause(long now) {
    if (presence == Presence.PAUSED && now == pauseEnds) {
      presence = Presence.ON;
      due = null;
      goOn(now);
    }
  }

  /** Takes a place among those who are free, behind the others, or leaves it. */
  private void sit() {
    if (place != null) {
      place.remove(this);
      place = null;
    }
    if (isFree()) {
      turn = floor.nextTurn();
      place = crew.free(load);
      place.add(place.last(), this);
    }
  }

  private void show(long now) {
    State state = state();
    if (!state.equals(shown)) {
      shown = state;
      floor.entered(now, this, state);
    }
  }

  private State state() {
    if (presence != Presence.ON) {
      return presence == Presence.OFF ? OFFLINE : pauseState;
    }
    if (live == 0) {
      return isAway ? AWAY : AVAILABLE;
    }
    if (isExclusive) {
      return isWrapping ? AFTER_WORK : BUSY;
    }
    return isFree() ? CHATTING : BUSY;
  }
}
