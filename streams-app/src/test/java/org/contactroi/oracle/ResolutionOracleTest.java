package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.oracle.History.DAY;
import static org.contactroi.oracle.History.HOUR;
import static org.contactroi.oracle.History.MINUTE;
import static org.contactroi.oracle.History.SECOND;

import java.util.List;
import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.MessageSent;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.ResolutionAsserted;
import org.contactroi.events.ResolutionSource;
import org.contactroi.oracle.History.Counted;
import org.contactroi.oracle.History.Told;
import org.junit.jupiter.api.Test;

/** Whether and when contacts are resolved, and how soon customers got replies. */
class ResolutionOracleTest {

  private final History history = new History(OraclePolicy.standard());
  private final Told chat = history.interaction("chat").started(0, Channel.CHAT, "ada");

  private Counted resolution() {
    return history.day("resolution", 0);
  }

  private static InteractionEnded by(EndedBy endedBy) {
    return new InteractionEnded(endedBy);
  }

  private static ResolutionAsserted asserted(boolean isResolved) {
    return new ResolutionAsserted(ResolutionSource.CASE, isResolved, null);
  }

  private static MessageSent message(Author author) {
    return new MessageSent(null, author, true, false);
  }

  private static InteractionReopened reopened(ReopenedBy by) {
    return new InteractionReopened(by);
  }

  @Test
  void whatIsHandledAndEndedByPeopleOrBotsIsResolved() {
    for (EndedBy endedBy : EndedBy.values()) {
      history
          .interaction("by " + endedBy)
          .started(0, Channel.CHAT, null)
          .agent("leg", "ann", 0, MINUTE)
          .tell(HOUR, by(endedBy));
    }
    chat.tell(HOUR, by(EndedBy.CUSTOMER));

    assertThat(resolution().of("ended")).isEqualTo(EndedBy.values().length + 1);
    assertThat(resolution().of("resolved")).isEqualTo(3);
    assertThat(resolution().of("resolution_ms")).isEqualTo(3 * HOUR);
    assertThat(resolution().json("resolution_histogram")).contains("count:3");
  }

  @Test
  void assertionSaysMoreThanTheEnd() {
    chat.agent("leg", "ann", 0, MINUTE)
        .tell(2 * MINUTE, asserted(true))
        .tell(HOUR, by(EndedBy.TIMEOUT));
    history
        .interaction("no")
        .started(0, Channel.CHAT, null)
        .agent("leg", "ann", 0, MINUTE)
        .tell(HOUR, by(EndedBy.AGENT))
        .tell(2 * HOUR, asserted(true))
        .tell(3 * HOUR, asserted(false));

    assertThat(resolution().of("ended")).isEqualTo(2);
    assertThat(resolution().of("resolved")).isEqualTo(1);
    assertThat(resolution().of("resolution_ms")).isEqualTo(2 * MINUTE);
  }

  @Test
  void inferredEndIsNoneAndResolvedOnlyIfAsserted() {
    chat.agent("leg", "ann", 0, MINUTE).tell(HOUR, asserted(true));
    history.interaction("silent").started(0, Channel.CHAT, null).agent("leg", "ann", 0, MINUTE);

    assertThat(history.sum("resolution", "ended")).isEqualTo(1);
    assertThat(history.sum("resolution", "resolved")).isEqualTo(1);
    assertThat(history.sum("resolution", "resolution_ms")).isEqualTo(HOUR);
  }

  @Test
  void reopeningByTheCustomerBeginsAnew() {
    chat.agent("leg", "ann", 0, MINUTE)
        .tell(MINUTE, by(EndedBy.AGENT))
        .tell(2 * MINUTE, asserted(true))
        .tell(HOUR, reopened(ReopenedBy.CUSTOMER))
        .tell(2 * HOUR, reopened(ReopenedBy.SYSTEM))
        .agent("second", "bob", 3 * HOUR, 4 * HOUR)
        .tell(5 * HOUR, by(EndedBy.AGENT));
    history
        .interaction("in vain")
        .started(0, Channel.CHAT, null)
        .agent("leg", "ann", 0, MINUTE)
        .tell(MINUTE, by(EndedBy.AGENT))
        .tell(HOUR, reopened(ReopenedBy.UNKNOWN))
        .tell(2 * HOUR, by(EndedBy.AGENT));

    assertThat(resolution().of("ended")).isEqualTo(2);
    assertThat(resolution().of("reopenings")).isEqualTo(2);
    assertThat(resolution().of("resolved")).isEqualTo(1);
    assertThat(resolution().of("resolution_ms")).isEqualTo(4 * HOUR);
  }

  @Test
  void outboundContactsAreNotResolved() {
    history
        .interaction("out")
        .outbound(0, Channel.VOICE, "ada")
        .agent("leg", "ann", 0, MINUTE)
        .ended(MINUTE);
    chat.ended(HOUR);

    assertThat(resolution().of("ended")).isEqualTo(1);
  }

  @Test
  void everyFirstMessageThatWaitsIsAReplyTime() {
    chat.tell(SECOND, message(Author.CUSTOMER))
        .tell(2 * SECOND, message(Author.CUSTOMER))
        .tell(3 * SECOND, new MessageSent(null, Author.AGENT, false, false))
        .tell(4 * SECOND, new MessageSent(null, Author.AGENT, true, true))
        .tell(11 * SECOND, message(Author.AGENT))
        .tell(12 * SECOND, message(Author.AGENT))
        .tell(20 * SECOND, message(Author.CUSTOMER))
        .tell(25 * SECOND, message(Author.BOT))
        .tell(40 * SECOND, message(Author.AGENT))
        .tell(50 * SECOND, message(Author.CUSTOMER))
        .tell(55 * SECOND, message(Author.AGENT))
        .tell(MINUTE, message(Author.CUSTOMER))
        .ended(HOUR);

    assertThat(resolution().of("replies")).isEqualTo(2);
    assertThat(resolution().of("reply_ms")).isEqualTo(15 * SECOND);
  }

  @Test
  void contactsPerCustomerAreThoseOfALocalDay() {
    for (long at : List.of(HOUR, 2 * HOUR, DAY + HOUR)) {
      history.interaction("call " + at).started(at, Channel.VOICE, "ada").ended(at + MINUTE);
    }
    history.interaction("anonymous").started(HOUR, Channel.VOICE, null).ended(HOUR);
    history.interaction("out").outbound(HOUR, Channel.VOICE, "bob").ended(HOUR);
    chat.ended(MINUTE);

    Counted first = history.day("first-contact-resolution", 0);
    assertThat(first.of("daily_customers")).isEqualTo(1);
    assertThat(first.of("daily_contacts")).isEqualTo(3);
    assertThat(history.day("first-contact-resolution", 1).of("daily_contacts")).isEqualTo(1);
    assertThat(
            history
                .counted("first-contact-resolution/channel/CHAT/day/2026-03-02T00:00:00Z")
                .of("daily_contacts"))
        .isEqualTo(3);
  }

  @Test
  void episodeWithoutAnInboundMemberCountsInNoFamily() {
    history
        .interaction("out")
        .outbound(0, Channel.CHAT, "bob")
        .bot("bot", 0, MINUTE, Legs.answered())
        .ended(MINUTE);
    chat.ended(MINUTE);

    assertThat(history.sum("first-contact-resolution", "episodes")).isEqualTo(1);
    assertThat(history.sum("containment", "sessions")).isZero();
    assertThat(history.sum("containment", "eligible")).isEqualTo(1);
  }
}
