/**
 * What contacts cost, what an investment saves and what it returns: pure functions of totals,
 * rates, baselines and a ledger.
 *
 * <p>Amounts are millionths of a unit of a currency, rates and shares basis points (1/10 000).
 * Every amount is one exact fraction that is rounded once, half even:
 *
 * <ul>
 *   <li>cost of a usage line in an hour = quantity x amount x 10 000 x exchange rate / (size of the
 *       unit x utilisation)
 *   <li>counterfactual of a baseline line in an hour = episodes / 1 000 x its quantity, priced
 *       likewise
 *   <li>saving = counterfactual - human cost of the same episodes
 *   <li>cashable of a day = saving x realisation
 *   <li>day k of n of a ledger entry of A = round(A k / n) - round(A (k - 1) / n)
 *   <li>return = (benefit - cost) / cost
 * </ul>
 *
 * <p>What has no price makes every amount that contains it undefined, never 0.
 */
@NullMarked
package org.contactroi.roi;

import org.jspecify.annotations.NullMarked;
