package org.contactroi.oracle;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.AssistUsed;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.MessageSent;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyOffered;
import org.contactroi.events.TransferClosed;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.ledger.Assertion;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.ModelUse;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.Sale;
import org.contactroi.simulator.ledger.Suggestion;
import org.contactroi.simulator.ledger.SurveyAnswer;
import org.contactroi.simulator.ledger.SurveyOffer;
import org.contactroi.simulator.ledger.Transfer;

/** Events that say all they are about by themselves, in the words of a ledger. */
final class OracleMoments {

  private static final Map<Class<?>, BiFunction<InteractionEvent, Object, Seen>> READERS =
      Map.of(
          QueueEntered.class, (event, fact) -> seen(Moment.VISIT_ENTERED, event, fact),
          MessageSent.class, (event, fact) -> message(event, (MessageSent) fact),
          AiUsageRecorded.class, (event, fact) -> use(event, (AiUsageRecorded) fact),
          AssistUsed.class, (event, fact) -> suggestion(event, (AssistUsed) fact),
          TransferClosed.class, (event, fact) -> transfer(event, (TransferClosed) fact),
          ResolutionAsserted.class, (event, fact) -> assertion(event, (ResolutionAsserted) fact),
          SurveyOffered.class, (event, fact) -> offer(event, (SurveyOffered) fact),
          SurveyAnswered.class, (event, fact) -> answer(event, (SurveyAnswered) fact),
          SaleRecorded.class, (event, fact) -> sale(event, (SaleRecorded) fact));

  private OracleMoments() {}

  /** In the order of the events. */
  static List<Seen> of(List<InteractionEvent> events) {
    return events.stream().flatMap(OracleMoments::read).toList();
  }

  private static Stream<Seen> read(InteractionEvent event) {
    return Stream.ofNullable(READERS.get(event.getPayload().getClass()))
        .map(reader -> reader.apply(event, event.getPayload()));
  }

  private static Seen seen(Moment moment, InteractionEvent event, Object fact) {
    return new Seen(moment, "", OracleEvents.at(event), fact);
  }

  static ContactId contact(InteractionEvent event) {
    return new ContactId(event.getTenantId(), event.getInteractionId());
  }

  /** "the first public, not automatic message" responds. */
  private static Seen message(InteractionEvent event, MessageSent sent) {
    boolean isNoResponse = sent.getIsAutomatic() || !sent.getIsPublic();
    return seen(
        Moment.MESSAGE,
        event,
        new Message(
            contact(event),
            OracleEvents.at(event),
            sent.getSegmentId(),
            sent.getAuthor(),
            isNoResponse));
  }

  private static Seen use(InteractionEvent event, AiUsageRecorded used) {
    return seen(
        Moment.MODEL_USE,
        event,
        new ModelUse(
            contact(event),
            OracleEvents.at(event),
            used.getResource(),
            used.getInputTokens(),
            used.getOutputTokens(),
            used.getAudioMs()));
  }

  private static Seen suggestion(InteractionEvent event, AssistUsed used) {
    return seen(
        Moment.SUGGESTION,
        event,
        new Suggestion(contact(event), OracleEvents.at(event), "", used.getAccepted()));
  }

  private static Seen transfer(InteractionEvent event, TransferClosed closed) {
    long at = OracleEvents.at(event);
    return seen(
        Moment.TRANSFER_CLOSED,
        event,
        new Transfer(
            contact(event), closed.getTransferId(), at, at, closed.getKind(), closed.getOutcome()));
  }

  private static Seen assertion(InteractionEvent event, ResolutionAsserted says) {
    return seen(
        Moment.ASSERTION,
        event,
        new Assertion(
            contact(event), OracleEvents.at(event), says.getSource(), says.getResolved(), ""));
  }

  private static Seen offer(InteractionEvent event, SurveyOffered offered) {
    return seen(
        Moment.SURVEY_OFFERED,
        event,
        new SurveyOffer(
            contact(event), OracleEvents.at(event), offered.getSurveyId(), offered.getKind()));
  }

  private static Seen answer(InteractionEvent event, SurveyAnswered answered) {
    return seen(
        Moment.SURVEY_ANSWERED,
        event,
        new SurveyAnswer(
            contact(event),
            OracleEvents.at(event),
            answered.getSurveyId(),
            answered.getKind(),
            score(
                answered.getScore(),
                answered.getScaleMin(),
                answered.getScaleMax(),
                answered.getHigherIsBetter())));
  }

  /** "s' = s - min, or max - s when lower is better". */
  static SurveyAnswer.Score score(int score, int min, int max, boolean isHigherBetter) {
    // Between the ends of the scale, however long it is.
    int good = isHigherBetter ? score : (int) ((long) min + max - score);
    return new SurveyAnswer.Score(good, min, max);
  }

  private static Seen sale(InteractionEvent event, SaleRecorded sale) {
    return seen(
        Moment.SALE,
        event,
        new Sale(
            contact(event),
            OracleEvents.at(event),
            sale.getOrderId(),
            sale.getKind(),
            new Sale.Price(sale.getAmountMicros(), sale.getCurrency(), sale.getMarginBp()),
            sale.getAttribution()));
  }
}
