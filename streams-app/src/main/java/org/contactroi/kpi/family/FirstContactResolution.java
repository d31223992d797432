package org.contactroi.kpi.family;

import static org.contactroi.kpi.Figure.Unit.COUNT;
import static org.contactroi.kpi.Figure.Unit.SHARE;
import static org.contactroi.kpi.Figure.quotient;

import java.util.List;
import org.contactroi.episode.CustomerDay;
import org.contactroi.episode.Episode;
import org.contactroi.episode.Member;
import org.contactroi.interaction.ResolutionSignals;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Metric;
import org.contactroi.kpi.Totals;

/** Whether customers had to come back. */
public final class FirstContactResolution extends Family {

  private static final String CONTACTS_PER_CUSTOMER = "contacts_per_customer";

  private static final Measure.Declared MEASURES = new Measure.Declared();

  public static final Measure EPISODES = MEASURES.scalar("episodes");
  public static final Measure IDENTIFIED = MEASURES.scalar("identified");
  public static final Measure ELIGIBLE = MEASURES.scalar("eligible");
  public static final Measure RESOLVED_FIRST_CONTACT = MEASURES.scalar("resolved_first_contact");
  public static final Measure IDENTIFIED_INBOUND = MEASURES.scalar("identified_inbound");
  public static final Measure REPEATS = MEASURES.scalar("repeats");
  public static final Measure SURVEY_YES = MEASURES.scalar("survey_yes");
  public static final Measure SURVEY_ANSWERS = MEASURES.scalar("survey_answers");
  public static final Measure AGENT_FLAG_YES = MEASURES.scalar("agent_flag_yes");
  public static final Measure AGENT_FLAGS = MEASURES.scalar("agent_flags");
  public static final Measure DAILY_CUSTOMERS = MEASURES.scalar("daily_customers");
  public static final Measure DAILY_CONTACTS = MEASURES.scalar("daily_contacts");
  public static final Measure OPEN_UNTIL = MEASURES.openUntil();

  private static final Shown SHOWN =
      new Shown(
          List.of(
              quotient("fcr", SHARE, RESOLVED_FIRST_CONTACT, ELIGIBLE),
              quotient("repeat_rate", SHARE, REPEATS, IDENTIFIED_INBOUND),
              quotient("contacts_per_issue", COUNT, IDENTIFIED_INBOUND, IDENTIFIED),
              quotient("fcr_survey", SHARE, SURVEY_YES, SURVEY_ANSWERS),
              quotient("fcr_agent_flag", SHARE, AGENT_FLAG_YES, AGENT_FLAGS),
              quotient("identified_share", SHARE, IDENTIFIED, EPISODES),
              quotient(CONTACTS_PER_CUSTOMER, COUNT, DAILY_CONTACTS, DAILY_CUSTOMERS)),
          List.of(
              Metric.of(
                      "contact_roi_first_contact_resolution_ratio",
                      "First-contact resolution, three ways, never blended")
                  .figure("fcr", "kind", "no_repeat")
                  .figure("fcr_survey", "kind", "survey")
                  .figure("fcr_agent_flag", "kind", "agent_flag"),
              Metric.of("contact_roi_repeat_ratio", "Repeats / contacts of identified customers")
                  .figure("repeat_rate"),
              Metric.of("contact_roi_contacts_per_issue", "Contacts per identified episode")
                  .figure("contacts_per_issue"),
              Metric.of("contact_roi_episodes", "Episodes; kinds include one another")
                  .scalar(EPISODES, "kind", "all")
                  .scalar(IDENTIFIED, "kind", "identified")
                  .scalar(ELIGIBLE, "kind", "eligible")
                  .scalar(RESOLVED_FIRST_CONTACT, "kind", "resolved_first_contact")));

  public static final FirstContactResolution FAMILY = new FirstContactResolution();

  private FirstContactResolution() {
    super(4, "first-contact-resolution", Clock.FCR_EPISODE_START, MEASURES, SHOWN);
  }

  @Override
  public boolean isExplained(Figure figure) {
    return !figure.name().equals(CONTACTS_PER_CUSTOMER);
  }

  /** Days of customers are of no episode. */
  @Override
  public boolean isExplained(Measure measure) {
    return measure != DAILY_CUSTOMERS && measure != DAILY_CONTACTS;
  }

  @Override
  protected void add(Episode episode, Contributions to) {
    boolean identified = episode.isIdentified();
    Totals.Builder totals =
        Totals.builder(this)
            .add(EPISODES, 1)
            .count(IDENTIFIED, identified)
            .count(ELIGIBLE, episode.isEligible())
            .count(RESOLVED_FIRST_CONTACT, episode.isResolvedAtFirstContact())
            .add(IDENTIFIED_INBOUND, identified ? episode.contacts() : 0)
            .add(REPEATS, episode.repeats())
            .add(OPEN_UNTIL, Distribution.of(episode.openUntil(), 1));
    for (Member member : episode.members()) {
      addSignals(totals, member.signals());
    }
    to.add(episode.start(), Dimensions.of(episode.first()), totals);
  }

  /** Adds the day of a customer, who counts once on it, at the first contact of it. */
  void add(CustomerDay day, Contributions to) {
    to.add(
        day.first().start(),
        Dimensions.of(day.first()),
        Totals.builder(this).add(DAILY_CUSTOMERS, 1).add(DAILY_CONTACTS, day.contacts()));
  }

  private static void addSignals(Totals.Builder totals, ResolutionSignals signals) {
    Boolean flag = signals.agentFlag();
    totals
        .add(SURVEY_YES, signals.surveyYes())
        .add(SURVEY_ANSWERS, signals.surveyAnswers())
        .count(AGENT_FLAGS, flag != null)
        .count(AGENT_FLAG_YES, flag != null && flag);
  }
}
