package org.contactroi.simulator.center;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contactroi.simulator.ledger.AgentState;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactEnded;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Session;
import org.contactroi.simulator.ledger.SurveyAnswer;
import org.contactroi.simulator.ledger.SurveyOffer;
import org.contactroi.simulator.ledger.Visit;

/** Keeps what a ledger is told. */
final class Recorded implements Ledger {

  final List<ContactBegun> contacts = new ArrayList<>();
  final List<Visit> visits = new ArrayList<>();
  final List<Leg> legs = new ArrayList<>();
  final List<Session> sessions = new ArrayList<>();
  final List<AgentState> states = new ArrayList<>();
  final List<SurveyOffer> offers = new ArrayList<>();
  final List<SurveyAnswer> answers = new ArrayList<>();
  final Map<ContactId, ContactEnded> ends = new HashMap<>();
  private final Map<ContactId, ContactBegun> byId = new HashMap<>();

  static Recorded of(Run run) {
    Recorded recorded = new Recorded();
    Shop.happen(Shop.PLAIN, run, recorded, event -> {});
    return recorded;
  }

  ContactBegun contact(ContactId id) {
    return Objects.requireNonNull(byId.get(id));
  }

  @Override
  public void began(ContactBegun contact) {
    contacts.add(contact);
    byId.put(contact.contact(), contact);
  }

  @Override
  public void ended(ContactEnded contact) {
    ends.put(contact.contact(), contact);
  }

  @Override
  public void left(Visit visit) {
    visits.add(visit);
  }

  @Override
  public void settled(Leg leg) {
    legs.add(leg);
  }

  @Override
  public void closed(Session session) {
    sessions.add(session);
  }

  @Override
  public void entered(AgentState state) {
    states.add(state);
  }

  @Override
  public void offered(SurveyOffer offer) {
    offers.add(offer);
  }

  @Override
  public void answered(SurveyAnswer answer) {
    answers.add(answer);
  }
}
