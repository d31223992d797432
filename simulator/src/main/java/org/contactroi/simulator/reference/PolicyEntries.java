package org.contactroi.simulator.reference;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.contactroi.events.Attribution;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DecimalText;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.OpeningHours;
import org.contactroi.simulator.scenario.Policy;
import org.contactroi.simulator.scenario.Tenant;
import org.jspecify.annotations.Nullable;

/** What a tenant is counted and valued by: its policy, and the calendar of its opening hours. */
final class PolicyEntries {

  private static final String CALENDAR = "main";
  private static final int HOUR_MINUTES = 60;

  private final Tenant tenant;
  private final Policy policy;
  private final Dates dates;
  private final int from;

  /**
   * Creates the entries of a tenant.
   *
   * @param from first day they hold
   */
  PolicyEntries(Tenant tenant, Dates dates, int from) {
    this.tenant = tenant;
    this.policy = tenant.reporting().policy();
    this.dates = dates;
    this.from = from;
  }

  List<Flow> calendars() {
    return isAlwaysOpen()
        ? List.of()
        : List.of(
            entry()
                .put("id", CALENDAR)
                .put("valid-from", dates.instant(from))
                .put("hours", hours()));
  }

  List<Flow> policies() {
    Policy.Episodes episodes = policy.episodes();
    Flow entry =
        entry()
            .put("valid-from", dates.instant(from))
            .text("version", "" + dates.date(from).getYear())
            .put("zone", dates.zone())
            .put("repeat-window", duration(episodes.repeatWindow()))
            .constant("bot-match", episodes.bot())
            .constant("fcr-match", episodes.fcr())
            .put("answer-threshold", duration(policy.waiting().answerThreshold()))
            .put("short-abandon", duration(policy.waiting().shortAbandon()))
            .put("lateness", duration(policy.silence().lateness()))
            .put("gaps", gaps())
            .put("slices", Flow.list(slices()));
    Money money = tenant.reporting().money();
    return List.of(
        entry
            .put("calendar", isAlwaysOpen() ? null : CALENDAR)
            .put("money", money == null ? null : money(money)));
  }

  private Flow entry() {
    return new Flow().put("tenant", tenant.id());
  }

  private boolean isAlwaysOpen() {
    return policy.opening() == OpeningHours.ALWAYS;
  }

  private Flow hours() {
    Flow hours = new Flow();
    for (DayOfWeek day : DayOfWeek.values()) {
      policy
          .opening()
          .on(day)
          .ifPresent(
              span -> hours.text(ChoiceText.of(day), time(span.from()) + "-" + time(span.to())));
    }
    return hours;
  }

  private static String time(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / HOUR_MINUTES, minute % HOUR_MINUTES);
  }

  private List<String> slices() {
    return policy.slices().stream().map(slice -> Flow.quoted(slice.id())).toList();
  }

  private Flow gaps() {
    Policy.Silence silence = policy.silence();
    Flow gaps =
        new Flow()
            .put("default", duration(silence.gap()))
            .put("longest", duration(silence.longest()));
    silence.gaps().forEach((channel, gap) -> gaps.put(ChoiceText.of(channel), duration(gap)));
    return gaps;
  }

  private Flow money(Money money) {
    Money.Choices choices = money.choices();
    return new Flow()
        .put("currency", money.currency())
        .put("go-live", dates.date(choices.goLive()))
        .put("realisation-bp", choices.realisationBp())
        .put("incrementality-bp", incrementality(choices))
        .put("customer-margin", decimal(choices.customerMargin()))
        .put("annual-rate-bp", choices.annualRateBp())
        .put("declared-benefits", choices.isDeclaredIncluded() ? "included" : "excluded");
  }

  private static Flow incrementality(Money.Choices choices) {
    Flow shares = new Flow();
    for (Attribution attribution :
        List.of(Attribution.AI, Attribution.ASSISTED, Attribution.AGENT)) {
      shares.put(ChoiceText.of(attribution), choices.incrementalityBp().get(attribution));
    }
    return shares;
  }

  private static @Nullable String decimal(@Nullable Long micros) {
    return micros == null ? null : DecimalText.of(micros, MoneyEntries.MICROS);
  }

  private static Duration duration(long millis) {
    return Duration.ofMillis(millis);
  }
}
