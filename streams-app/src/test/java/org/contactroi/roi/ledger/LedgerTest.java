package org.contactroi.roi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.contactroi.roi.valuation.Center.DAY;
import static org.contactroi.roi.valuation.Center.euros;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.contactroi.history.RandomNumbers;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Saving;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Amount.Unpriced;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.rate.FxRate;
import org.contactroi.roi.rate.FxRates;
import org.contactroi.roi.rate.RateUnit;
import org.contactroi.roi.valuation.Center;
import org.contactroi.roi.valuation.Reference;
import org.contactroi.roi.valuation.Valuation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomNumbers.class)
class LedgerTest {

  private static final LocalDate LAST = DAY.plusDays(2);

  @Test
  void dayBooksTheRoundedSumUpToItLessThatUpToTheDayBefore() {
    LedgerEntry entry = Center.cost("e", EntryNature.OPEX, 5, DAY, DAY.plusDays(1));

    assertThat(opex(DAY.minusDays(1), entry)).isZero();
    assertThat(opex(DAY, entry)).isEqualTo(2);
    assertThat(opex(DAY.plusDays(1), entry)).isEqualTo(3);
    assertThat(opex(DAY.plusDays(2), entry)).isZero();
  }

  @RepeatedTest(20)
  void daysOfAnEntrySumToItsAmountInAnyOrderOfEntries(Random random) {
    List<LedgerEntry> entries = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < 8; i++) {
      long amount = random.nextLong(Amount.LARGEST_STATED);
      LocalDate from = DAY.plusDays(random.nextInt(40));
      LocalDate to = from.plusDays(random.nextInt(60));
      entries.add(Center.cost("e" + i, EntryNature.CAPEX, amount, from, to));
      sum += amount;
    }

    Account ordered = sum(entries);
    Collections.shuffle(entries, random);

    assertThat(ordered.cost()).isEqualTo(Amount.of(sum));
    assertThat(ordered.get(Component.PAID)).isEqualTo(Amount.of(sum));
    assertThat(sum(entries)).isEqualTo(ordered);
  }

  @Test
  void reversalBooksTheSameDaysWithTheOppositeSign() {
    LedgerEntry entry = Center.cost("e", EntryNature.OPEX, 5, DAY, LAST);
    LedgerEntry reversal = reversal("r", "e", 5);

    Account account = sum(List.of(reversal, entry));

    assertThat(account.minus(days())).isEqualTo(Account.ZERO);
  }

  @Test
  void reversalIsInertUntilItsOriginalExistsAndASecondOneStaysSo() {
    LedgerEntry entry = Center.cost("e", EntryNature.OPEX, 5, DAY, LAST);

    assertThat(sum(List.of(reversal("r", "e", 5))).cost()).isEqualTo(Amount.ZERO);
    assertThat(sum(List.of(entry, reversal("r", "e", 5), reversal("s", "e", 5))).cost())
        .isEqualTo(Amount.ZERO);
    assertThat(sum(List.of(reversal("r", "s", 5), reversal("s", "e", 5))).cost())
        .isEqualTo(Amount.ZERO);
  }

  @Test
  void whatWouldExistAnywayIsNeverCounted() {
    LedgerEntry entry = Center.unchanged(Center.cost("e", EntryNature.OPEX, 5, DAY, LAST));
    Bookings bookings = new Bookings(new Ledger(List.of(entry)), FxRates.NONE, "EUR");

    assertThat(sum(List.of(entry))).isEqualTo(days());
    assertThat(bookings.firstServiceDay()).isEmpty();
  }

  @Test
  void declaredBenefitsAreShownApartAndCountIfThePolicySaysSo() {
    LedgerEntry entry = Center.declared("e", euros(3), DAY, LAST);
    Valuation without = Center.valuation(Center.ledger(entry));
    Valuation with =
        Center.valuation(Center.ledger(entry), Center.policy(DAY.plusDays(1), 10_000, true));

    Account apart = without.account(Center.day(DAY));
    Account before = with.account(Center.day(DAY));
    Account included = with.account(Center.day(LAST));

    assertThat(apart.get(Component.DECLARED)).isEqualTo(Amount.of(euros(1)));
    assertThat(apart.benefit()).isEqualTo(Amount.ZERO);
    assertThat(before.benefit()).isEqualTo(Amount.ZERO);
    assertThat(included.benefit()).isEqualTo(Amount.of(euros(1)));
  }

  @Test
  void entryThatCoversWhatIsMeteredTakesItOutOfTheCostOfItsDays() {
    Account covered = metered(DAY, true, true);
    Account after = metered(LAST.plusDays(1), true, true);
    Account beside = metered(DAY, false, true);
    Account anyway = metered(DAY, true, false);

    assertThat(covered.get(Component.AI_RUN)).isEqualTo(Amount.ZERO);
    assertThat(covered.get(Component.AI_COVERED)).isEqualTo(Amount.of(euros(7)));
    assertThat(covered.cost()).isEqualTo(Amount.of(euros(1)));
    assertThat(after.cost()).isEqualTo(Amount.of(euros(7)));
    assertThat(beside.cost()).isEqualTo(Amount.of(euros(8)));
    assertThat(anyway.cost()).isEqualTo(Amount.of(euros(7)));
  }

  @Test
  void foreignEntryIsExchangedWholeAtTheRateOfItsCashDate() {
    LedgerEntry entry = dollars(3);
    FxRates fx =
        new FxRates(
            List.of(
                new FxRate("USD", "EUR", DAY, 500_000_000),
                new FxRate("USD", "EUR", LAST, 900_000_000)));
    Bookings bookings = new Bookings(new Ledger(List.of(entry)), fx, "EUR");
    Account.Builder account = Account.builder();

    DAY.datesUntil(LAST.plusDays(1)).forEach(day -> bookings.book(day, Center.policy(), account));

    // 1.5 rounds once, to 2, and is then spread.
    assertThat(account.build().cost()).isEqualTo(Amount.of(2));
  }

  @Test
  void foreignEntryWithoutExchangeRateIsNamed() {
    Account account = Center.valuation(Center.ledger(dollars(3))).account(Center.day(DAY));

    assertThat(account.cost().orNull()).isNull();
    assertThat(account.cost().missing()).containsExactly(new Unpriced("LEDGER", "e", 1));
  }

  @Test
  void licenceOfMeteredDaysHasToSayWhetherItCoversThem() {
    LedgerEntry silent = licence("e", null);

    assertThat(refusals(silent, day -> day.equals(LAST)))
        .containsExactly(
            new Refusal(
                "covers-metered",
                "is missing; allowed: true, false; use of the AI was metered on 2026-03-04, and LICENCE of these days must say whether it pays for that"));
    assertThat(refusals(silent, day -> day.isAfter(LAST))).isEmpty();
    assertThat(refusals(licence("e", false), day -> true)).isEmpty();
    assertThat(refusals(Center.cost("e", EntryNature.OPEX, 1, DAY, LAST))).isEmpty();
  }

  @Test
  void entryNeverChanges() {
    LedgerEntry entry = Center.cost("e", EntryNature.OPEX, 1, DAY, LAST);
    LedgerEntry other = Center.cost("e", EntryNature.OPEX, 2, DAY, LAST);

    assertThat(refusals(entry, entry)).isEmpty();
    assertThat(refusals(other, entry))
        .extracting(Refusal::field, refusal -> refusal.reason().startsWith("is 'e'; allowed:"))
        .containsExactly(tuple("id", true));
  }

  @Test
  void reversalMirrorsAnEntryThatStands() {
    LedgerEntry entry = Center.cost("e", EntryNature.OPEX, 5, DAY, LAST);
    LedgerEntry reversal = reversal("r", "e", 5);

    assertThat(refusals(reversal)).isEmpty();
    assertThat(refusals(reversal, entry)).isEmpty();
    assertThat(refusals(entry, reversal)).isEmpty();
    assertThat(refusals(reversal("r", "e", 6), entry))
        .extracting(Refusal::reason)
        .containsExactly(
            "is 'e'; allowed: an entry of the same side, category, nature, amount, currency and service days");
    assertThat(refusals(entry, reversal("r", "e", 6)))
        .extracting(Refusal::field)
        .containsExactly("id");
    assertThat(refusals(reversal("s", "e", 5), entry, reversal))
        .extracting(Refusal::reason)
        .containsExactly("is 'e'; allowed: an entry that is no reversal and not taken back yet");
    assertThat(refusals(reversal("s", "r", 5), entry, reversal))
        .extracting(Refusal::field)
        .containsExactly("reverses-entry-id");
  }

  @Test
  void fieldsOfAnEntryAgree() {
    assertThatThrownBy(() -> Center.cost("e", EntryNature.OPEX, -1, DAY, LAST))
        .hasMessage("amount-micros is '-1'; allowed: 0 to 10000000000000000");
    assertThatThrownBy(() -> Center.cost("e", EntryNature.OPEX, 1, LAST, DAY))
        .hasMessage("service-to is '2026-03-02'; allowed: 2026-03-04 or later");
    assertThatThrownBy(() -> entry(EntryCategory.OTHER_DECLARED, EntryNature.OPEX, null))
        .hasMessage("nature is 'OPEX'; allowed: none of a BENEFIT");
    assertThatThrownBy(() -> entry(EntryCategory.OTHER, null, null))
        .hasMessage("nature is ''; allowed: CAPEX, OPEX, HIDDEN");
    assertThatThrownBy(() -> entry(EntryCategory.OTHER, EntryNature.OPEX, true))
        .hasMessage(
            "covers-metered is 'true'; allowed: none but of LICENCE, MODEL_USAGE, SUBSCRIPTION");
    assertThatThrownBy(() -> reversal("e", "e", 1))
        .hasMessage("reverses-entry-id is 'e'; allowed: another entry");
  }

  private static LedgerEntry entry(
      EntryCategory category, @Nullable EntryNature nature, @Nullable Boolean covers) {
    return Center.entry("e", category, nature, 1, DAY, LAST, covers, null);
  }

  private static LedgerEntry licence(String id, @Nullable Boolean covers) {
    return Center.entry(
        id, EntryCategory.LICENCE, EntryNature.OPEX, euros(3), DAY, LAST, covers, null);
  }

  private static LedgerEntry reversal(String id, String of, long amount) {
    return Center.entry(id, EntryCategory.OTHER, EntryNature.OPEX, amount, DAY, LAST, null, of);
  }

  private static LedgerEntry dollars(long micros) {
    LedgerEntry entry = Center.cost("e", EntryNature.OPEX, micros, DAY, LAST);
    return new LedgerEntry(
        "e",
        entry.side(),
        entry.category(),
        entry.nature(),
        micros,
        "USD",
        DAY,
        entry.service(),
        "all",
        true,
        null,
        null,
        entry.evidence());
  }

  /** A session for 7 on a day of a licence of 1 a day. */
  private static Account metered(LocalDate day, boolean covers, boolean incremental) {
    LedgerEntry licence = licence("e", covers);
    Reference reference =
        Center.reference(
            new Ledger(List.of(incremental ? licence : Center.unchanged(licence))),
            Center.baseline(),
            Center.rate(Resource.BOT_SESSION, RateUnit.EACH, euros(7)));
    Totals session =
        Totals.builder(Saving.FAMILY)
            .add(Saving.CELLS, Breakdown.of(List.of("VOICE", "i"), 1, 1, 0, 0, 1))
            .add(Saving.USAGE, Center.used("BOT_SESSION", "v1", 1))
            .build();
    return Center.valuation(reference).account(Center.day(day, session));
  }

  private static List<Refusal> refusals(LedgerEntry entry, LedgerEntry... there) {
    return new Ledger(List.of(there)).refusals(entry, day -> false);
  }

  private static List<Refusal> refusals(LedgerEntry entry, Predicate<LocalDate> isMetered) {
    return Ledger.EMPTY.refusals(entry, isMetered);
  }

  private static long opex(LocalDate day, LedgerEntry entry) {
    return Center.valuation(Center.ledger(entry))
        .account(Center.day(day))
        .get(Component.OPEX)
        .micros();
  }

  /** A hundred days. */
  private static Account sum(List<LedgerEntry> entries) {
    Valuation valuation = Center.valuation(Center.ledger(entries.toArray(LedgerEntry[]::new)));
    return DAY.datesUntil(DAY.plusDays(100))
        .map(day -> valuation.account(Center.day(day)))
        .reduce(Account.ZERO, Account::plus);
  }

  /** A hundred days of nothing. */
  private static Account days() {
    return sum(List.of());
  }
}
